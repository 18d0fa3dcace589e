import type { Allowance } from '../kernel/allowance.ts'
import { england } from '../kernel/calendar.ts'
import { addDays, addMonths, type Day } from '../kernel/day.ts'

/**
 * The last start that makes a spell have lasted so long on a day. Months are counted back from the day (looked after
 * for 12 months on 31 March means since 31 March of the year before); working days are counted on from the start, as
 * clocks count them, with the start as day 0.
 */
export function startedBy(on: Day, a: Allowance): Day {
  if (a.unit === 'months') return addMonths(on, -a.n)
  if (a.unit !== 'working-days') return addDays(on, a.unit === 'weeks' ? -7 * a.n : -a.n)
  let start = on
  while (england.add(start, a.n) > on) start = addDays(start, -1)
  return start
}

/** The first day of a period of so many months that ends with the day, which counts. */
export const periodStart = (on: Day, months: number): Day => addDays(addMonths(on, -months), 1)
