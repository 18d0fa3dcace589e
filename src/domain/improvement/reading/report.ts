import type { Day } from '../../kernel/day.ts'
import type { BandCode, FrameworkCode, SectionCode } from '../framework.ts'

/** One graded judgement. `grade` is the word printed, or null where the report contradicts itself. */
export interface ReportJudgement {
  readonly section: SectionCode
  readonly area: string
  readonly grade: string | null
}

/** One area for improvement or recommendation, word for word. `band` and `due` are null where none is set. */
export interface AreaForImprovement {
  readonly section: SectionCode
  readonly band: BandCode | null
  readonly due: Day | null
  readonly text: string
  /** Who must act, as named in the text; the council itself where nobody is named. */
  readonly agencies: readonly string[]
}

/** A published inspection report as read. A fact the reader could not be sure of is null and told in `unsure`. */
export interface Report {
  readonly framework: FrameworkCode
  readonly authority: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
  readonly judgements: readonly ReportJudgement[]
  readonly areasForImprovement: readonly AreaForImprovement[]
  /** What a person should check, in words. */
  readonly unsure: readonly string[]
}

/** What each part of the reader hands back: what it found, and what it was not sure of. */
export interface Found<T> {
  readonly found: T
  readonly unsure: readonly string[]
}
