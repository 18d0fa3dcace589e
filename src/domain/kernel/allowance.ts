import type { WorkingCalendar } from './calendar.ts'
import { addDays, addMonths, type Day, type Instant } from './day.ts'

/** Hours are clock hours: nights and weekends count (rules R04). */
type Unit = 'hours' | 'working-days' | 'days' | 'weeks' | 'months'

/** How long a timescale allows. */
export type Allowance = { readonly n: number; readonly unit: Unit }

export const hours = (n: number): Allowance => ({ n, unit: 'hours' })
export const workingDays = (n: number): Allowance => ({ n, unit: 'working-days' })
export const days = (n: number): Allowance => ({ n, unit: 'days' })
export const weeks = (n: number): Allowance => ({ n, unit: 'weeks' })
export const months = (n: number): Allowance => ({ n, unit: 'months' })
export const years = (n: number): Allowance => months(n * 12)

/**
 * The last day allowed, where the starting day is day 0 (rules 0.5). Hours are counted in whole days here; where the
 * moment of the start is known, {@link after} says the moment itself.
 */
export function allow(from: Day, a: Allowance, calendar: WorkingCalendar): Day {
  if (a.unit === 'working-days') return calendar.add(from, a.n)
  if (a.unit === 'months') return addMonths(from, a.n)
  if (a.unit === 'hours') return addDays(from, Math.ceil(a.n / 24))
  return addDays(from, a.unit === 'weeks' ? a.n * 7 : a.n)
}

/** The moment so many clock hours after another. Hours that the clocks skip or repeat are hours all the same. */
export const after = (start: Instant, n: number): Instant =>
  new Date(Date.parse(start) + n * 3_600_000).toISOString() as Instant

/** "20 working days", "1 month" */
export function printAllowance(a: Allowance): string {
  const unit = a.unit === 'working-days' ? 'working days' : a.unit
  return `${a.n} ${a.n === 1 ? unit.slice(0, -1) : unit}`
}
