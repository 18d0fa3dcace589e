import { longDay } from '../../kernel/day.ts'
import type { Inspection } from '../fold-findings.ts'
import { frameworkOf } from '../frameworks.ts'
import { cell, type PaperBlock, type Sentence, say, toWrite } from '../paper.ts'
import { answersTo } from '../plan.ts'
import { partsOf } from '../source.ts'
import type { Content, PaperInput } from './part.ts'

const NO_BAND = 'With no time set'
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** "Inspection of services for children looked after", or what a source that is no inspection is called. */
export const reportName = (source: Pick<Inspection, 'framework' | 'title'>): string =>
  source.framework === null ? (source.title ?? 'Review') : frameworkOf(source.framework).name

export const reportLower = (source: Pick<Inspection, 'framework' | 'title'>): string =>
  lower(reportName(source))

/** When it took place and when its report came. */
export function background(source: Inspection): readonly Sentence[] {
  const { inspectedFrom: from, inspectedTo: to, published } = source
  const dates =
    from && to
      ? say(`The ${reportLower(source)} took place from ${longDay(from)} to ${longDay(to)}.`)
      : toWrite('the dates of the inspection')
  const report =
    published === null
      ? toWrite('the day the report was published')
      : say(`The report was published on ${longDay(published)}.`)
  return source.framework === null
    ? [say(`${reportName(source)}${published ? ` is of ${longDay(published)}` : ''}.`)]
    : [dates, report]
}

/** The areas for improvement that stand, part by part and time by time, word for word. */
function areas(source: Inspection): readonly PaperBlock[] {
  const standing = source.findings.filter(f => f.setAside === undefined)
  const { sections, bands } = partsOf(source)
  const codes = [...new Set([...sections.map(s => s.code), ...standing.map(f => f.section)])]
  return codes.flatMap(section => {
    const here = standing.filter(f => f.section === section)
    const title = sections.find(s => s.code === section)?.title ?? section
    return [...new Set([...bands.map(b => b.code), ...here.map(f => f.band), null])].flatMap(
      (code): PaperBlock[] => {
        const list = here.filter(f => f.band === code)
        if (list.length === 0) return []
        const band = bands.find(b => b.code === code)?.title ?? NO_BAND
        return [
          { kind: 'heading', level: 2, text: `${title}: ${lower(band)}` },
          { kind: 'list', items: list.map(f => cell(f.text)) },
        ]
      },
    )
  })
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

function grades(source: Inspection): string {
  const counts = new Map<string, number>()
  for (const { grade } of source.judgements) if (grade) counts.set(grade, (counts.get(grade) ?? 0) + 1)
  const said = [...counts].map(([grade, n]) => `${n} ${grade.toLowerCase()}`)
  return said.length === 0 ? '' : `Grades: ${said.join(', ')}.`
}

function judgements(source: Inspection): Content {
  if (source.judgements.length === 0) return []
  const titleOf = (code: string) => partsOf(source).sections.find(s => s.code === code)?.title ?? code
  return [
    [say(`Inspectors made ${counted(source.judgements.length, 'judgement')}. ${grades(source)}`.trim())],
    {
      kind: 'table',
      caption: 'Judgements',
      head: ['Judgement', 'Part of the inspection', 'Grade'],
      rows: source.judgements.map(j => [
        cell(j.area),
        cell(titleOf(j.section)),
        cell(j.grade ?? 'Not clear in the report'),
      ]),
    },
  ]
}

/** What a report found: its judgements, then its areas for improvement word for word. */
export function findings({ inspection, lines }: PaperInput): Content {
  if (!inspection) return []
  const standing = inspection.findings.filter(f => f.setAside === undefined)
  const planned = new Set(
    lines.flatMap(l =>
      answersTo(l.action)
        .filter(s => s.inspection === inspection.id)
        .map(s => s.finding),
    ),
  )
  const unplanned = standing.filter(f => !planned.has(f.id)).length
  const unchecked = standing.filter(f => f.confirmed === undefined).length
  return [
    ...judgements(inspection),
    [
      say(
        `${counted(standing.length, 'area')} for improvement ${standing.length === 1 ? 'was' : 'were'} named. Each is given below in the words of the report.`,
      ),
      ...(unchecked > 0
        ? [say(`${counted(unchecked, 'area')} not yet checked against the report by a person.`)]
        : []),
      ...(unplanned > 0 ? [say(`${counted(unplanned, 'area')} with no action planned yet.`)] : []),
    ],
    ...areas(inspection),
  ]
}

/** The reports and reviews that the plan answers, for the background of a paper that is about no one of them. */
export const sourcesSaid = ({ sources }: PaperInput): Content =>
  sources.length === 0
    ? [[say('No report or review has been loaded yet.')]]
    : [
        [say('The improvement plan answers:')],
        {
          kind: 'list',
          items: sources.map(s => cell(`${reportName(s)}${s.published ? `, ${longDay(s.published)}` : ''}`)),
        },
      ]
