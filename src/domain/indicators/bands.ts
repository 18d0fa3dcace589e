import { addMonths, type Day } from '../kernel/day.ts'

/** An age band of a split: up to, but not with, this birthday. The last band of a list has no upper end. */
export interface AgeBand {
  readonly label: string
  readonly under: number | null
}

/** Bands of figures about looked after children (rules 2K: under 5, 5 to 16, over 16). */
export const careBands: readonly AgeBand[] = [
  { label: 'Under 5', under: 5 },
  { label: '5 to 16', under: 17 },
  { label: 'Over 16', under: null },
]

/** Bands of figures about all other children (rules 2K: under 5, 5 to 11, 12 and over). */
export const childBands: readonly AgeBand[] = [
  { label: 'Under 5', under: 5 },
  { label: '5 to 11', under: 12 },
  { label: '12 and over', under: null },
]

/**
 * The last day of birth that gives this age on a day: someone is `years` old where born then or before. Counted back
 * from the day, so a birthday on 29 February falls on 1 March in a common year, as the kernel's `ageOn` has it.
 */
export const bornBy = (on: Day, years: number): Day => addMonths(on, -12 * years)
