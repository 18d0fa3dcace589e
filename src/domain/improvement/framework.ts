import { type Allowance, allow } from '../kernel/allowance.ts'
import type { WorkingCalendar } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'

export type FrameworkCode =
  | 'rating-2009'
  | 'referral-2009'
  | 'slac-2009'
  | 'protection-2012'
  | 'lac-2013'
  | 'sif-2013'
  | 'jtai-2016'
  | 'ilacs-2018'

/** Which part of a report a judgement or an area for improvement belongs to. */
export type SectionCode = 'overall' | 'safeguarding' | 'looked-after' | 'leadership' | 'board'

/** One grade of a framework's scale. A lower number is a better grade. */
export interface Grade {
  readonly name: string
  readonly number: number
  /** Other words the reports of this framework have printed for the same grade. */
  readonly also?: readonly string[]
  /** What it says of a service, in short. */
  readonly means?: string
}

/** One judgement, in the words printed. `from` and `before` bound inspections (by start) that carry it. */
export interface FrameworkJudgement {
  readonly code: string
  readonly section: SectionCode
  readonly title: string
  /** Other words the reports of this framework have printed for the same judgement. */
  readonly also?: readonly string[]
  readonly from?: Day
  readonly before?: Day
}

/** A heading that areas for improvement are printed under. `within` from publication; none where nothing is set. */
export interface Band {
  readonly code: BandCode
  readonly title: string
  readonly within?: Allowance
}

export type BandCode = 'immediately' | 'three-months' | 'six-months' | 'priority' | 'areas'

/** What must follow an inspection. Undefined `within` means no time is set. */
export interface FollowUp {
  readonly code: string
  readonly what: string
  readonly to: string
  readonly when: 'always' | 'health-recommendations' | 'inadequate' | 'priority-action'
  readonly clock: 'receipt' | 'publication' | 'none'
  readonly within?: Allowance
  readonly source: string
  readonly status: Standing
}

/** How well a rule is known: its text was read, a second source says so, or it was not checked. */
export type Standing = 'confirmed' | 'supported' | 'unconfirmed'

/** What a framework looks at: two services for children, a council's services as a whole, or its partners with it. */
export type Covered = 'safeguarding' | 'looked-after' | 'performance' | 'partnership'

/** An inspection framework. In force by the day an inspection began. */
export interface Framework {
  readonly code: FrameworkCode
  readonly name: string
  readonly shortName: string
  readonly from: Day
  readonly to?: Day
  /** How exactly `from` and `to` are known. */
  readonly datesKnownTo: 'month' | 'year'
  readonly law: string
  readonly source: string
  readonly status: Standing
  readonly covers: readonly Covered[]
  readonly sections: readonly { readonly code: SectionCode; readonly title: string }[]
  /** None where inspectors write what they found and grade nothing. */
  readonly grades: readonly Grade[]
  readonly judgements: readonly FrameworkJudgement[]
  readonly bands: readonly Band[]
  readonly followUps: readonly FollowUp[]
}

/** When something printed under a band falls due: undefined where the framework sets no time for it. */
export function dueOf(band: Band, published: Day, calendar: WorkingCalendar): Day | undefined {
  return band.within ? allow(published, band.within, calendar) : undefined
}

/** When a follow-up falls due: undefined where it has no time, or the day its clock starts is not known. */
export function followUpDue(
  row: FollowUp,
  days: { readonly received?: Day | undefined; readonly published?: Day | undefined },
  calendar: WorkingCalendar,
): Day | undefined {
  const start =
    row.clock === 'receipt' ? days.received : row.clock === 'publication' ? days.published : undefined
  return start && row.within ? allow(start, row.within, calendar) : undefined
}

/** Whether an inspection that began on this day falls within the framework's years. */
export const inForce = (framework: Framework, began: Day): boolean =>
  began >= framework.from && (framework.to === undefined || began <= framework.to)

/** The judgements an inspection that began on this day carries. */
export const judgementsOn = (framework: Framework, began: Day): readonly FrameworkJudgement[] =>
  framework.judgements.filter(
    j => (j.from === undefined || began >= j.from) && (j.before === undefined || began < j.before),
  )

/** The grade with this name or one also printed for it, whatever its capitals. */
export function gradeNamed(framework: Framework, name: string): Grade | undefined {
  const said = name.trim().toLowerCase()
  return framework.grades.find(g => [g.name, ...(g.also ?? [])].some(n => n.toLowerCase() === said))
}

/** The band with a code; null where the framework has none such. */
export const frameworkBand = (framework: Framework, code: BandCode): Band | null =>
  framework.bands.find(b => b.code === code) ?? null
