import { england, type WorkingCalendar } from '../kernel/calendar.ts'
import { addDays, type Day, type Instant } from '../kernel/day.ts'
import { instantAt, londonDay } from '../kernel/london.ts'

/** When the day team goes home, on an English wall clock. Local: set by the authority. */
export const CLOSES = '17:00'

/** The last working day before a day. */
export function workingDayBefore(d: Day, calendar: WorkingCalendar = england): Day {
  let before = addDays(d, -1)
  while (!calendar.isWorking(before)) before = addDays(before, -1)
  return before
}

/**
 * From when the day team was away, as seen on a day: the close of the last working day before it. So Monday shows the
 * whole weekend, and the day after a bank holiday shows that too; it is the same all day long.
 */
export const awaySince = (today: Day, calendar: WorkingCalendar = england): Instant =>
  instantAt(workingDayBefore(today, calendar), CLOSES)

/**
 * When the present shift of the out-of-hours team began: the last close of a working day that has passed. It holds over
 * midnight, and over the night on which the clocks change.
 */
export function shiftSince(now: Instant, calendar: WorkingCalendar = england): Instant {
  const today = londonDay(now)
  const close = instantAt(today, CLOSES)
  return calendar.isWorking(today) && close <= now ? close : awaySince(today, calendar)
}
