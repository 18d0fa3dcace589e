import type { Day } from '../kernel/day.ts'
import type { Grade } from './grades.ts'

/** One thing an audit grades, and what each grade looks like. */
export interface AuditStandard {
  readonly code: string
  readonly title: string
  /** What to look for in the file. */
  readonly questions: readonly string[]
  readonly looksLike: Readonly<Record<Grade, string>>
  /** Whether it may not apply: a child without a plan yet. */
  readonly mayNotApply?: true
  /** What training would answer a weakness here. */
  readonly training: string
}

/** For which children a tool is made: what runs for them on the day of the draw. */
export type AuditedChildren = 'open' | 'looked-after' | 'protection' | 'referred'

/** Something that is graded by standards: an audit of files, or an observation. */
export interface GradedTool {
  /** Kept with every audit, and in the name of its record type: never changed. */
  readonly code: string
  readonly title: string
  /** When to use it. */
  readonly use: string
  readonly from: Day
  /** The first day on which it is not used any more. */
  readonly to: Day | null
  /** Working days to finish one. */
  readonly days: number
  readonly standards: readonly AuditStandard[]
}

/** What is asked of a child’s file. */
export interface AuditTool extends GradedTool {
  readonly children: AuditedChildren
  /** How far back the auditor reads, in months: nobody who worked on the file then may audit it. */
  readonly months: number
}
