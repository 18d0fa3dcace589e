import { type Day, dayOf, parseDay } from '../../kernel/day.ts'

/** Midnight, which spreadsheets add to a date that had no time. */
const MIDNIGHT = /[ T]00:00(:00(\.0+)?)?$/

/**
 * Reads a day of the return: 27/03/2026, or 2026-03-27 as spreadsheets save it. Undefined where there is no such day,
 * or the year has two figures: nobody should guess a child's century.
 */
export function readDay(text: string): Day | undefined {
  const bare = text.replace(MIDNIGHT, '')
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(bare)
  return match ? dayOf(Number(match[3]), Number(match[2]), Number(match[1])) : parseDay(bare)
}

/** A day as the files write it. */
export const fileDay = (d: Day): string => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(0, 4)}`
