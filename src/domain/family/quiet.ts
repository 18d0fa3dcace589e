import { addMonths, type Day } from '../kernel/day.ts'

/** A stretch of time in which nothing significant is recorded. */
export interface Quiet {
  readonly from: Day
  readonly to: Day
}

/** Months without anything significant that a chronology points out, where nobody chose otherwise. */
export const QUIET_MONTHS = 12

/**
 * Where nothing significant is recorded for long: between two events, or from the last to the day it is looked at. What
 * happened then may have been missed, or never written down.
 * @param days of the events, in order
 * @param months more than so many calendar months
 */
export function quiet(days: readonly Day[], until: Day, months: number = QUIET_MONTHS): readonly Quiet[] {
  return days.flatMap((from, i) => {
    const to = days[i + 1] ?? until
    return to > addMonths(from, months) ? [{ from, to }] : []
  })
}
