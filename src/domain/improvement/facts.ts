import type { Day, Instant } from '../kernel/day.ts'
import type { EvidenceKind, EvidenceQuality } from './action-parts.ts'
import type { BandCode, FrameworkCode, SectionCode } from './framework.ts'
import type { Brag, Priority } from './plan.ts'
import type { AreaForImprovement, ReportJudgement } from './reading/report.ts'
import type { SourceKind } from './source.ts'

/** An entry as the plan is folded from. An entry that amends another takes its place. */
export interface PlanEntry {
  readonly id: string
  readonly subject: string
  readonly type: string
  readonly happened: Day
  readonly recorded: Instant
  readonly author: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly amends?: string
}

/**
 * The record types the improvement plan is folded from, with their answers. Those above the line are written on a
 * subject of kind "inspection", those below on one of kind "action". A finding is known by its number in the report as
 * loaded, from "1"; one added by hand by its entry's ID.
 */
export interface PlanFacts {
  'inspection-report-loaded': {
    readonly file: string
    readonly framework: FrameworkCode
    readonly authority: string | null
    readonly inspectedFrom: Day | null
    readonly inspectedTo: Day | null
    readonly published: Day | null
    readonly judgements: readonly ReportJudgement[]
    readonly areasForImprovement: readonly AreaForImprovement[]
    readonly unsure: readonly string[]
  }
  /** A source that is no inspection report. */
  'source-added': {
    readonly kind: Exclude<SourceKind, 'inspection'>
    readonly title: string
    readonly body: string
    readonly date: Day
    readonly link?: string
    readonly documents?: readonly string[]
    /** Word for word, one a line: each to be confirmed, numbered from "1". */
    readonly recommendations?: string
  }
  /** What a person checked against the report. An answer left out stands as it was read. */
  'finding-confirmed': {
    readonly finding: string
    readonly section?: SectionCode
    readonly band?: BandCode
    readonly due?: Day
    readonly text?: string
    readonly agencies?: readonly string[]
    readonly paragraph?: string
  }
  'finding-added': {
    readonly section: SectionCode
    readonly band?: BandCode
    readonly due?: Day
    readonly text: string
    readonly agencies?: readonly string[]
    readonly paragraph?: string
  }
  'finding-set-aside': { readonly finding: string; readonly why: string }
  // ——— on an action
  /** Written again, it changes the words and people of the action; its due day only `due-date-revised` changes. */
  'action-planned': {
    readonly inspection: string
    readonly finding: string
    readonly what: string
    readonly outcome: string
    readonly lead: string
    /** The lead's id, where that is a member of staff. */
    readonly owner?: string
    readonly sponsor?: string
    /** A list, or text with one a line. */
    readonly partners?: readonly string[] | string
    readonly theme?: string
    readonly priority?: Priority
    readonly start?: Day
    readonly due: Day
  }
  /** Another recommendation, of whatever source, that the action answers too. */
  'action-answers-too': { readonly inspection: string; readonly finding: string }
  /** `action` is the id of the one that must come first. */
  'action-depends': { readonly action: string; readonly why?: string }
  'milestone-set': { readonly what: string; readonly by: Day }
  /** `milestone` is the ID of the entry that set it. */
  'milestone-met': { readonly milestone: string }
  'measure-bound': Aim & {
    readonly indicator: string
    readonly splitBy?: string
    readonly splitValue?: string
    readonly team?: string
    readonly good: 'high' | 'low'
    readonly unit?: 'percent' | 'number'
  }
  'audit-measure-bound': Aim & { readonly tool: string; readonly standard: string; readonly team?: string }
  'survey-measure-bound': Aim & {
    readonly question: string
    readonly whom: string
    readonly counted: 'yes' | 'mean'
    readonly good?: 'high' | 'low'
  }
  'visit-measure-bound': { readonly toSee: string; readonly place?: string; readonly targetBy: Day }
  /** What a survey came to, or what was seen; `measure` is the ID of the entry that bound it. */
  'survey-read': {
    readonly measure: string
    readonly asked: number
    readonly answered: number
    readonly yes?: number
    readonly mean?: number
    readonly note?: string
    readonly documents?: readonly string[]
  }
  'visit-read': {
    readonly measure: string
    readonly who: string
    readonly met: 'yes' | 'partly' | 'no'
    readonly seen: string
    readonly documents?: readonly string[]
  }
  'action-progress': { readonly note: string }
  /** Blue claims that the action is complete and embedded. */
  'delivery-marked': { readonly brag: Brag; readonly why?: string }
  'impact-marked': { readonly brag: Brag; readonly why?: string }
  'due-date-revised': { readonly due: Day; readonly why: string; readonly agreedBy: string }
  'evidence-added': {
    readonly kind: EvidenceKind
    readonly what: string
    readonly quality: EvidenceQuality
    readonly why: string
    readonly link?: string
    readonly documents?: readonly string[]
  }
  'barrier-raised': { readonly what: string; readonly who?: string }
  'barrier-cleared': { readonly barrier: string; readonly how: string }
  'challenge-asked': { readonly question: string; readonly askedBy: string; readonly board?: string }
  'challenge-answered': { readonly challenge: string; readonly answer: string }
  'board-decided': { readonly board: string; readonly decision: string }
  'closure-proposed': { readonly why: string }
  'closure-decided': { readonly agreed: 'yes' | 'no'; readonly why: string; readonly retest?: Day }
  /** A look at a closed action after some time; "no" opens it again. */
  'retest-done': { readonly stands: 'yes' | 'no'; readonly why: string; readonly next?: Day }
  /** Takes one entry of the same action out of what counts; it stays in the history. */
  'plan-entry-withdrawn': { readonly entry: string; readonly why: string }
}

/** Where a measure began, where it should be, and what others come to. */
interface Aim {
  readonly baseline?: number
  readonly baselineOn?: Day
  readonly target: number
  readonly targetBy: Day
  readonly benchmark?: number
  readonly benchmarkFrom?: string
  readonly benchmarkOn?: Day
}

export type PlanFactType = keyof PlanFacts
