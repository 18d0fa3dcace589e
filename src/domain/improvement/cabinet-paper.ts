import { type Day, longDay } from '../kernel/day.ts'
import { findingsSection } from './cabinet-findings.ts'
import { stepsSection } from './cabinet-steps.ts'
import type { Inspection } from './fold-findings.ts'
import { frameworkOf } from './frameworks.ts'
import {
  cell,
  given,
  type Paper,
  type PaperBlock,
  type Sentence,
  say,
  section,
  type Table,
  toWrite,
} from './paper.ts'
import { type PlanLine, picturesOf } from './plan-lines.ts'
import { planTable } from './plan-table.ts'
import { sourceName } from './source.ts'

export interface Risk {
  readonly risk: string
  readonly description: string
  readonly action: string
}

export interface CabinetInput {
  /** "Cabinet", "Overview and Scrutiny Committee" */
  readonly body: string
  readonly meeting: Day
  readonly asAt: Day
  readonly council: string
  readonly inspection: Inspection
  readonly lines: readonly PlanLine[]
  readonly portfolioHolder?: string
  readonly reportFrom?: string
  readonly author?: string
  readonly contact?: string
  readonly risks: readonly Risk[]
  /** Words that only a person can write; each left out becomes a marked place. */
  readonly written?: {
    readonly policy?: string
    readonly consultation?: string
    readonly finance?: string
    readonly legal?: string
    readonly recommendation?: string
    readonly reasons?: string
  }
}

/** The paper for Cabinet, in the shape such papers have: from summary to background papers, with the plan at its end. */
export function cabinetPaper(input: CabinetInput): Paper {
  const { inspection, written = {} } = input
  const name = inspection.framework === null ? sourceName(inspection) : frameworkOf(inspection.framework).name
  const title = `${name}: what was found in ${inspection.authority ?? input.council} and what is being done`
  const front: readonly PaperBlock[] = [
    { kind: 'details', rows: people(input) },
    { kind: 'heading', level: 1, text: 'Summary' },
    { kind: 'paragraph', sentences: summary(input, name) },
    ...section(1, 'Budget and policy framework', [
      [given(written.policy, 'which plan and budget this falls under')],
    ]),
    ...section(2, 'Background', [background(input, name)]),
    ...findingsSection(3, inspection, input.lines),
    ...stepsSection(4, input.lines, input.asAt),
    ...section(5, 'Risk management', [risks(input.risks)]),
    ...section(6, 'Consultation', [[given(written.consultation, 'who was consulted and what they said')]]),
    ...section(7, 'Financial and legal implications', [
      [given(written.finance, 'what it costs and where the money comes from')],
      [given(written.legal, 'the legal implications')],
    ]),
    ...section(8, 'Recommendation', [
      [given(written.recommendation, `what ${input.body} is asked to decide`)],
    ]),
    ...section(9, 'Suggested reasons for decision', [
      [given(written.reasons, 'the reasons for the decision')],
    ]),
    ...closing(input, name),
  ]
  const pictures = input.lines.flatMap(picturesOf)
  const appendix: readonly PaperBlock[] = [
    { kind: 'heading', level: 1, text: 'Appendix 1: the action plan' },
    planTable(input.lines, input.asAt),
    ...(pictures.length > 0
      ? [{ kind: 'heading' as const, level: 1 as const, text: 'Appendix 2: charts' }]
      : []),
    ...pictures,
  ]
  return {
    title,
    body: input.body,
    meeting: input.meeting,
    asAt: input.asAt,
    language: 'en-GB',
    parts: [
      { orientation: 'portrait', blocks: front },
      { orientation: 'landscape', blocks: appendix },
    ],
  }
}

const people = (input: CabinetInput) => [
  { label: 'Portfolio holder', text: given(input.portfolioHolder, 'portfolio holder') },
  { label: 'Report from', text: given(input.reportFrom, 'director') },
  { label: 'Author', text: given(input.author, 'author') },
]

const published = (inspection: Inspection): Sentence =>
  inspection.published === null
    ? toWrite('the day the report was published')
    : say(`The report was published on ${longDay(inspection.published)}.`)

function summary(input: CabinetInput, name: string): readonly Sentence[] {
  const { inspection, council } = input
  return [
    say(
      `This paper tells ${input.body} what the ${lower(name)} found in ${inspection.authority ?? council}, what is being done about it, and whether it has made a difference.`,
    ),
    say(`Figures are as at ${longDay(input.asAt)}.`),
  ]
}

function background(input: CabinetInput, name: string): readonly Sentence[] {
  const { inspectedFrom: from, inspectedTo: to } = input.inspection
  const dates =
    from && to
      ? say(`The ${lower(name)} took place from ${longDay(from)} to ${longDay(to)}.`)
      : toWrite('the dates of the inspection')
  return [dates, published(input.inspection)]
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

const risks = (list: readonly Risk[]): Table | readonly Sentence[] =>
  list.length === 0
    ? [toWrite('the risks, and the action to avoid or mitigate each')]
    : {
        kind: 'table',
        caption: 'Risks',
        head: ['Risk', 'Description', 'Action to avoid or mitigate risk'],
        rows: list.map(r => [cell(r.risk), cell(r.description), cell(r.action)]),
      }

function closing(input: CabinetInput, name: string): readonly PaperBlock[] {
  const { inspection } = input
  const when = inspection.published === null ? '' : `, published ${longDay(inspection.published)}`
  return [
    { kind: 'heading', level: 1, text: 'Lead officer contact' },
    { kind: 'paragraph', sentences: [given(input.contact, 'name, post, telephone and email')] },
    { kind: 'heading', level: 1, text: 'Appendices' },
    { kind: 'list', items: [cell('Appendix 1: the action plan')] },
    { kind: 'heading', level: 1, text: 'Background papers' },
    { kind: 'list', items: [cell(`${name}: ${inspection.authority ?? input.council}${when}`)] },
  ]
}
