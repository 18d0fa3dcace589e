import type { Band, FollowUp, Framework, FrameworkJudgement } from '../../src/domain/improvement/framework.ts'
import { type Visit, visits } from '../../src/domain/improvement/framework-visits.ts'
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

const followUps = (rows: readonly FollowUp[]): string =>
  rows.length === 0
    ? 'Nothing has to follow.'
    : table(
        ['What must follow', 'To whom', 'When', 'Within', 'From', 'Source', 'Standing'],
        rows.map(u => [
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
    `Known from: ${f.source} (${f.status}).`,
    ...(f.grades.length === 0
      ? ['Nothing is graded: inspectors write what they found.']
      : [grades(f), judgements(f)]),
    bands(f),
    followUps(f.followUps),
  ].join('\n\n')

const grades = (f: Framework): string =>
  table(
    ['Grade', 'Name', 'Also printed as', 'What it says'],
    f.grades.map(g => [String(g.number), g.name, (g.also ?? []).join('; '), g.means ?? '']),
  )

const visit = (v: Visit): string =>
  [
    `### ${v.name}`,
    `${v.what}. From ${v.from} ${v.to ? `to ${v.to}` : 'on'}; read by ${v.of.map(code).join(', ')}. Known from: ${v.source} (${v.status}).`,
    followUps(v.followUps),
  ].join('\n\n')

export const drawFrameworks = (): string =>
  drawn(
    'Inspection frameworks',
    'src/domain/improvement/frameworks.ts',
    ...frameworks.map(section),
    '## Visits between inspections',
    ...visits.map(visit),
  )
