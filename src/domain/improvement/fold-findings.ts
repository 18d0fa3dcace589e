import type { Day } from '../kernel/day.ts'
import { type Answers, answersOf } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import type { BandCode, FrameworkCode, SectionCode } from './framework.ts'
import { frameworks } from './frameworks.ts'
import { REPORT_KINDS, type ReportJudgement, type ReportKind } from './reading/report.ts'
import { SOURCE_KINDS, type SourceKind } from './source.ts'

/** One area for improvement, as read and then as a person left it. */
export interface Finding {
  readonly id: string
  readonly section: SectionCode
  readonly band: BandCode | null
  readonly due: Day | null
  readonly text: string
  readonly agencies: readonly string[]
  readonly paragraph?: string
  /** Who stands by it: nobody while it is only what the reader read. */
  readonly confirmed?: { readonly by: string; readonly on: Day }
  readonly setAside?: { readonly by: string; readonly on: Day; readonly why: string }
}

/** One source of the plan: an inspection with its report, as loaded and checked, or another that tells what to better. */
export interface Inspection {
  readonly id: string
  readonly kind: SourceKind
  /** What it is called; null for an inspection, which its framework and day name. */
  readonly title: string | null
  /** Whom it came from, where that is not the inspectorate. */
  readonly body: string | null
  readonly link: string | null
  readonly documents: readonly string[]
  readonly file: string
  /** Null for all but inspections. */
  readonly framework: FrameworkCode | null
  /** What kind of visit it was; null for all but inspections. */
  readonly visit: ReportKind | null
  readonly authority: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  /** The day of publication, or the day of the source. */
  readonly published: Day | null
  /** The day the report came, from which some duties count. */
  readonly received: Day | null
  readonly judgements: readonly ReportJudgement[]
  readonly findings: readonly Finding[]
  readonly unsure: readonly string[]
}

const SECTIONS: readonly SectionCode[] = ['safeguarding', 'looked-after', 'overall', 'leadership', 'board']
const BANDS: readonly BandCode[] = ['immediately', 'three-months', 'six-months', 'priority', 'areas']

const records = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(v => typeof v === 'object' && v !== null) : []

/** The inspection that a loaded report begins, every finding still to be confirmed. */
export function inspectionFrom(entry: PlanEntry, a: Answers): Inspection {
  return {
    id: entry.subject,
    kind: 'inspection',
    title: null,
    body: null,
    link: null,
    documents: [],
    file: a.text('file'),
    framework: a.choice(
      'framework',
      frameworks.map(f => f.code),
    ),
    authority: a.maybeText('authority') ?? null,
    inspectedFrom: a.maybeDay('inspectedFrom') ?? null,
    inspectedTo: a.maybeDay('inspectedTo') ?? null,
    published: a.maybeDay('published') ?? null,
    received: a.maybeDay('received') ?? null,
    visit: a.maybeChoice('kind', REPORT_KINDS) ?? 'standard',
    judgements: records(entry.answers.judgements).map(r => judgementFrom(answersOf(r, a.missing))),
    findings: records(entry.answers.areasForImprovement).map((r, i) =>
      findingFrom(String(i + 1), answersOf(r, a.missing)),
    ),
    unsure: a.list('unsure') ?? [],
  }
}

const OTHERS = Object.keys(SOURCE_KINDS).filter((k): k is SourceKind => k !== 'inspection')

/** A source that is no inspection: what it recommends, a line each, is still to be confirmed. */
export function sourceFrom(entry: PlanEntry, a: Answers): Inspection {
  const title = a.text('title')
  return {
    id: entry.subject,
    kind: a.choice('kind', OTHERS),
    title,
    body: a.text('body'),
    link: a.maybeText('link') ?? null,
    documents: a.list('documents') ?? [],
    file: title,
    framework: null,
    authority: null,
    inspectedFrom: null,
    inspectedTo: null,
    published: a.day('date'),
    received: null,
    visit: null,
    judgements: [],
    findings: (a.list('recommendations') ?? []).map((text, i) => ({
      id: String(i + 1),
      section: 'overall',
      band: null,
      due: null,
      text,
      agencies: [],
    })),
    unsure: [],
  }
}

function judgementFrom(a: Answers): ReportJudgement {
  return { section: a.choice('section', SECTIONS), area: a.text('area'), grade: a.maybeText('grade') ?? null }
}

/** A finding with nobody standing by it yet. */
export function findingFrom(id: string, a: Answers): Finding {
  const paragraph = a.maybeText('paragraph')
  return {
    id,
    section: a.choice('section', SECTIONS),
    band: a.maybeChoice('band', BANDS) ?? null,
    due: a.maybeDay('due') ?? null,
    text: a.text('text'),
    agencies: a.list('agencies') ?? [],
    ...(paragraph === undefined ? {} : { paragraph }),
  }
}

/** The finding as a person confirmed it: what they left out stands as it was. */
export function confirmedFinding(finding: Finding, entry: PlanEntry, a: Answers): Finding {
  const { setAside: _, ...kept } = finding
  const paragraph = a.maybeText('paragraph') ?? finding.paragraph
  return {
    ...kept,
    section: a.maybeChoice('section', SECTIONS) ?? finding.section,
    band: a.maybeChoice('band', BANDS) ?? finding.band,
    due: a.maybeDay('due') ?? finding.due,
    text: a.maybeText('text') ?? finding.text,
    agencies: a.list('agencies') ?? finding.agencies,
    ...(paragraph === undefined ? {} : { paragraph }),
    confirmed: { by: entry.author, on: entry.happened },
  }
}
