import type { Day, Instant } from '../kernel/day.ts'
import type { BandCode, FrameworkCode, SectionCode } from './framework.ts'
import type { Brag } from './plan.ts'
import type { AreaForImprovement, ReportJudgement } from './reading/report.ts'

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
    readonly sponsor?: string
    /** A list, or text with one a line. */
    readonly partners?: readonly string[] | string
    readonly start?: Day
    readonly due: Day
  }
  'milestone-set': { readonly what: string; readonly by: Day }
  /** `milestone` is the ID of the entry that set it. */
  'milestone-met': { readonly milestone: string }
  'measure-bound': {
    readonly indicator: string
    readonly splitBy?: string
    readonly splitValue?: string
    readonly team?: string
    readonly baseline: number
    readonly baselineOn: Day
    readonly target: number
    readonly targetBy: Day
    readonly good: 'high' | 'low'
    readonly unit?: 'percent' | 'number'
  }
  'action-progress': { readonly note: string }
  /** Blue claims that the action is complete and embedded. */
  'delivery-marked': { readonly brag: Brag; readonly why?: string }
  'impact-marked': { readonly brag: Brag; readonly why?: string }
  'due-date-revised': { readonly due: Day; readonly why: string; readonly agreedBy: string }
}

export type PlanFactType = keyof PlanFacts
