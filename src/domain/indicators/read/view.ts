import type { CaseFile } from '../../casework/file.ts'
import { type Day, longDay } from '../../kernel/day.ts'
import type { Clock } from '../../timescales/timescale.ts'

/** A file at the end of a day, with the period asked about: its first and last days both count. */
export interface View {
  readonly on: Day
  readonly from: Day
  readonly months: number
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
}

/** Whether a condition holds, and the fact that decides it, as a sentence without its stop. */
export interface Found {
  readonly holds: boolean
  readonly because: string
}

/** "in the 12 months to 3 October 2011" */
export const inPeriod = (v: View): string =>
  `in the ${v.months === 1 ? 'month' : `${v.months} months`} to ${longDay(v.on)}`

export const duringPeriod = (v: View, d: Day): boolean => v.from <= d && d <= v.on

export const lowerFirst = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
export const upperFirst = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

/** "1 placement", "3 placements" */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
