import { england } from '../kernel/calendar.ts'
import { addDays, addMonths, type Day, endOfMonth, parts, startOfMonth, weekday } from '../kernel/day.ts'

export const RHYTHMS = {
  'four-weeks': 'Every four weeks',
  'month-weekday': 'Every month, on the same weekday (such as the second Tuesday)',
  month: 'Every month, on the same date',
  quarter: 'Every three months, on the same date',
} as const
export type Rhythm = keyof typeof RHYTHMS

export interface Planned {
  readonly on: Day
  /** The day the rhythm gave, where that was no working day. */
  readonly instead?: Day
}

/** The same weekday of a later month: the second Tuesday again; a fifth one is the last where a month has only four. */
function sameWeekday(first: Day, months: number): Day {
  const nth = Math.ceil(parts(first).date / 7)
  const month = startOfMonth(addMonths(startOfMonth(first), months))
  const begin = addDays(month, (weekday(first) - weekday(month) + 7) % 7)
  const wanted = addDays(begin, (nth - 1) * 7)
  return wanted <= endOfMonth(month) ? wanted : addDays(wanted, -7)
}

const nthDay: Readonly<Record<Rhythm, (first: Day, n: number) => Day>> = {
  'four-weeks': (first, n) => addDays(first, n * 28),
  'month-weekday': sameWeekday,
  month: addMonths,
  quarter: (first, n) => addMonths(first, n * 3),
}

/**
 * The days of a series of meetings. Each is counted from the first and not from the one before, so that a meeting moved
 * by a bank holiday, or held to the end of February, does not pull the others along. A day that is no working day in
 * England gives way to the next that is.
 * @param many how many meetings, the first with them
 */
export const seriesOf = (first: Day, rhythm: Rhythm, many: number): readonly Planned[] =>
  Array.from({ length: many }, (_, n) => {
    const day = nthDay[rhythm](first, n)
    return england.isWorking(day) ? { on: day } : { on: england.add(day, 1), instead: day }
  })
