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

/** A recommendation as the report prints it: `mark` is its number ("3", "2.1"), or null where it has a bullet. */
export interface Recommendation {
  readonly mark: string | null
  readonly section: SectionCode
  readonly text: string
}

/** A paragraph of the report's findings, whole, with its number where one is printed. */
export interface EvidenceParagraph {
  readonly number: string | null
  /** The part of the report it stands in; null where that is not plain. */
  readonly section: SectionCode | null
  /** The heading it stands under, as printed. */
  readonly heading: string | null
  readonly text: string
}

/** What kind of visit a report tells of. */
export const REPORT_KINDS = [
  'standard',
  'short',
  'focused-visit',
  'monitoring-visit',
  'assurance-visit',
  'joint',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** A published inspection report as read. A fact the reader could not be sure of is null and told in `unsure`. */
export interface Report {
  readonly framework: FrameworkCode
  readonly kind: ReportKind
  /** The grade of the whole, as printed; null where the framework has none, or the report prints none. */
  readonly overall: string | null
  /** The grade of the Local Safeguarding Children Board; null where it is not judged apart. */
  readonly lscb: string | null
  readonly authority: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
  readonly judgements: readonly ReportJudgement[]
  readonly areasForImprovement: readonly AreaForImprovement[]
  /** The same, as printed in order. */
  readonly recommendations: readonly Recommendation[]
  /** What the inspectors found, paragraph by paragraph. */
  readonly evidence: readonly EvidenceParagraph[]
  /** What a person should check, in words. */
  readonly unsure: readonly string[]
}

/** What each part of the reader hands back: what it found, and what it was not sure of. */
export interface Found<T> {
  readonly found: T
  readonly unsure: readonly string[]
}
