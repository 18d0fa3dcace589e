import type { Day, Instant } from '../kernel/day.ts'
import type { AuditPost } from '../records/types/audit.ts'
import type { GradingPart } from '../records/types/audit-grading.ts'
import type { Grade } from './grades.ts'

/** What an auditor wrote of one standard. */
export interface StandardFound {
  readonly standard: string
  /** Null where the standard does not apply to this child. */
  readonly grade: Grade | null
  readonly why: string | null
  readonly good: string | null
}

export interface Grading {
  readonly auditor: string
  readonly on: Day
  readonly found: readonly StandardFound[]
  readonly overall: Grade
  readonly overallWhy: string | null
}

/** One of the two gradings: who has it, and what they found. */
export interface Part {
  readonly auditor: string | null
  readonly due: Day | null
  /** The day from which the file is closed to them again. */
  readonly until: Day | null
  readonly grading: Grading | null
  readonly back: readonly { readonly by: string; readonly why: string; readonly on: Day }[]
}

export interface FollowUp {
  readonly ref: string
  readonly what: string
  readonly who: AuditPost
  readonly by: Day
  readonly done: { readonly by: string; readonly on: Day; readonly what: string } | null
  /** Each look at whether it happened, oldest first. */
  readonly checks: readonly {
    readonly by: string
    readonly on: Day
    readonly done: boolean
    readonly why: string
  }[]
}

export interface Concern {
  readonly ref: string
  readonly by: string
  readonly at: Instant
  readonly what: string
  readonly answer: { readonly by: string; readonly at: Instant; readonly what: string } | null
}

export interface Response {
  readonly as: 'worker' | 'manager'
  readonly by: string
  readonly on: Day
  readonly view: 'yes' | 'partly' | 'no'
  readonly will: string
}

/** One audit of one child's file, folded. */
export interface Audit {
  readonly id: string
  readonly tool: string
  readonly child: string
  readonly sample: string | null
  readonly from: Day
  readonly to: Day
  readonly team: string | null
  readonly worker: string | null
  readonly second: boolean
  readonly parts: Readonly<Record<GradingPart, Part>>
  readonly withdrawn: { readonly by: string; readonly on: Day; readonly why: string } | null
  readonly actions: readonly FollowUp[]
  readonly concerns: readonly Concern[]
  readonly responses: readonly Response[]
  readonly compared: { readonly differ: number } | null
  readonly agreed: {
    readonly overall: Grade
    readonly grades: Readonly<Record<string, Grade>>
    readonly reason: string
    readonly by: string
    readonly on: Day
  } | null
  /** The place of the last entry. */
  readonly seq: number
}

/** Finished and put right: nothing about it waits for anybody. */
export const isDone = (f: FollowUp): boolean => f.checks.at(-1)?.done === true
/** Said to be done, and to be checked. */
export const waitsForCheck = (f: FollowUp): boolean => f.done !== null && !isDone(f)
export const isOverdue = (f: FollowUp, on: Day): boolean => !isDone(f) && f.done === null && f.by < on

/** The grade that stands: what two auditors agreed, else what the first gave. Null before, or where it does not apply. */
export function gradeNow(a: Audit, standard: string): Grade | null {
  const agreed = a.agreed?.grades[standard]
  return agreed ?? a.parts.first.grading?.found.find(f => f.standard === standard)?.grade ?? null
}

export const overallNow = (a: Audit): Grade | null =>
  a.agreed?.overall ?? a.parts.first.grading?.overall ?? null

/** How an audit stands, for lists. */
export function stateOf(a: Audit, on: Day): string {
  if (a.withdrawn) return 'Withdrawn'
  const { first, second } = a.parts
  if (!first.grading)
    return first.auditor === null
      ? 'Waits for an auditor'
      : first.due !== null && first.due < on
        ? 'Late'
        : 'Being audited'
  if (a.second && !second.grading) return 'Waits for the second grading'
  if (a.compared && a.compared.differ > 0 && !a.agreed) return 'Grades to be agreed'
  const left = a.actions.filter(f => !isDone(f)).length
  if (left > 0) return left === 1 ? '1 action open' : `${left} actions open`
  return a.responses.length === 0 ? 'Finished, not answered yet' : 'Finished'
}

/** Standards on which two gradings of one file differ. */
export const differing = (one: Grading, other: Grading): readonly string[] =>
  one.found
    .filter(f => other.found.find(o => o.standard === f.standard)?.grade !== f.grade)
    .map(f => f.standard)
