import type { WorkingCalendar } from './calendar.ts'
import { addDays, addMonths, type Day } from './day.ts'

/** How long a timescale allows. */
export type Allowance = { readonly n: number; readonly unit: 'working-days' | 'days' | 'weeks' | 'months' }

export const workingDays = (n: number): Allowance => ({ n, unit: 'working-days' })
export const days = (n: number): Allowance => ({ n, unit: 'days' })
export const weeks = (n: number): Allowance => ({ n, unit: 'weeks' })
export const months = (n: number): Allowance => ({ n, unit: 'months' })
export const years = (n: number): Allowance => months(n * 12)

/** The last day allowed, where the starting day is day 0 (rules 0.5). */
export function allow(from: Day, a: Allowance, calendar: WorkingCalendar): Day {
  if (a.unit === 'working-days') return calendar.add(from, a.n)
  if (a.unit === 'months') return addMonths(from, a.n)
  return addDays(from, a.unit === 'weeks' ? a.n * 7 : a.n)
}

/** "20 working days", "1 month" */
export function printAllowance(a: Allowance): string {
  const unit = a.unit === 'working-days' ? 'working days' : a.unit
  return `${a.n} ${a.n === 1 ? unit.slice(0, -1) : unit}`
}
