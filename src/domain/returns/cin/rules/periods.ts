import { england } from '../../../kernel/calendar.ts'
import { dayFromNumber } from '../../../kernel/day.ts'
import type { Numbers } from '../../check/column.ts'

/** What overlaps are looked for in: the days between which each row runs, and what counts. */
interface Periods {
  readonly start: Numbers
  readonly end: Numbers
  /** The last day of a row that has no end: the census year's last. */
  readonly until: number
  /** Whether a row that begins on the day on which another ends overlaps it. */
  readonly touching: boolean
}

/** The rows that begin while another of their group runs. Of two that begin on one day, both do. */
export function overlapping(groups: Iterable<readonly number[]>, of: Periods): readonly number[] {
  const found: number[] = []
  const open = of.touching ? of.until : of.until + 1
  const endOf = (i: number): number => {
    const end = of.end[i] ?? Number.NaN
    return Number.isNaN(end) ? open : end
  }
  const runs = (i: number, on: number) => (of.touching ? on <= endOf(i) : on < endOf(i))
  for (const rows of groups) {
    if (rows.length < 2) continue
    const inOrder = rows
      .filter(i => !Number.isNaN(of.start[i] ?? Number.NaN))
      .sort((a, b) => (of.start[a] ?? 0) - (of.start[b] ?? 0))
    let latest: number | undefined
    for (let from = 0; from < inOrder.length; ) {
      const on = of.start[inOrder[from] ?? 0] ?? Number.NaN
      let to = from
      while (to < inOrder.length && of.start[inOrder[to] ?? 0] === on) to += 1
      const same = inOrder.slice(from, to)
      const before = latest !== undefined && runs(latest, on) ? 1 : 0
      const running = same.filter(i => runs(i, on)).length
      for (const i of same) if (before + running - (runs(i, on) ? 1 : 0) > 0) found.push(i)
      for (const i of same) if (latest === undefined || endOf(i) > endOf(latest)) latest = i
      from = to
    }
  }
  return found
}

/** The last day from which more than so many working days have gone by at the end of a day; as a number of days. */
export function longBefore(end: number, workingDays: number): number {
  let day = end
  for (let left = workingDays; left >= 0; day -= 1) if (england.isWorking(dayFromNumber(day))) left -= 1
  return day
}

const SUNDAY = 0
const SATURDAY = 6

/** Whether a day, given as a number, is a Saturday or a Sunday; false where it is no day. */
export function atWeekend(day: number): boolean {
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === SUNDAY || weekday === SATURDAY
}
