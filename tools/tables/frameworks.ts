import type { Band, FollowUp, Framework, FrameworkJudgement } from '../../src/domain/improvement/framework.ts'
import { frameworks } from '../../src/domain/improvement/frameworks.ts'
import { printAllowance } from '../../src/domain/kernel/allowance.ts'
import { code, drawn, table } from './markdown.ts'

const carried = (j: FrameworkJudgement): string =>
  [j.from && `inspections begun from ${j.from}`, j.before && `inspections begun before ${j.before}`]
    .filter(Boolean)
    .join(', ')

const within = ({ within: w }: Pick<Band | FollowUp, 'within'>): string =>
  w === undefined ? 'no time set' : w.n === 0 ? 'at once' : printAllowance(w)

const clocks: Readonly<Record<FollowUp['clock'], string>> = {
  receipt: 'receipt of the report',
  publication: 'publication',
  none: '–',
}

function judgements(f: Framework): string {
  const title = new Map(f.sections.map(s => [s.code, s.title]))
  return table(
    ['Part of the report', 'Judgement', 'Also printed as', 'Carried by'],
    f.judgements.map(j => [
      title.get(j.section) ?? j.section,
      j.title,
      (j.also ?? []).join('; '),
      carried(j) || 'all',
    ]),
  )
}

const bands = (f: Framework): string =>
  f.bands.length === 0
    ? 'Areas for improvement are printed without headings, and no time is set.'
    : table(
        ['Heading of areas for improvement', 'Due, from publication'],
        f.bands.map(b => [b.title, within(b)]),
      )

const followUps = (f: Framework): string =>
  table(
    ['What must follow', 'To whom', 'When', 'Within', 'From', 'Source', 'Standing'],
    f.followUps.map(u => [
      u.what,
      u.to,
      u.when.replaceAll('-', ' '),
      u.within ? within(u) : '–',
      clocks[u.clock],
      u.source,
      u.status,
    ]),
  )

const section = (f: Framework): string =>
  [
    `## ${f.shortName}: ${f.name}`,
    `${code(f.code)}. In force for inspections begun from ${f.from} ${f.to ? `to ${f.to}` : 'on'} (dates known to the ${f.datesKnownTo}). ${f.law}.`,
    `Grades, best first: ${f.grades.map(g => `${g.number} ${g.name}`).join(', ')}.`,
    judgements(f),
    bands(f),
    followUps(f),
  ].join('\n\n')

export const drawFrameworks = (): string =>
  drawn('Inspection frameworks', 'src/domain/improvement/frameworks.ts', ...frameworks.map(section))
