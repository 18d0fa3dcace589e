import { type Day, day, parts } from '../../kernel/day.ts'

/** The last day of the collection year in which a day falls: years run from 1 April to 31 March. */
export function yearEndOf(d: Day): Day {
  const { year, month } = parts(d)
  return day(`${month >= 4 ? year + 1 : year}-03-31`)
}

/** "2025-26", from the year's last day. */
export const yearName = (end: Day): string =>
  `${parts(end).year - 1}-${String(parts(end).year % 100).padStart(2, '0')}`

/** The smallest share of a file's episodes that shows a year to be the return's, and not a slip of the pen. */
const SHARE = 0.01

/**
 * The last day of the collection year that a return is for, from the days on which its episodes begin: the latest
 * year in which at least one in a hundred begins. One year mistyped in one row then moves nothing.
 * @returns undefined where no episode was read
 */
export function collectionEnd(begins: readonly Day[]): Day | undefined {
  const counts = new Map<Day, number>()
  for (const d of begins) counts.set(yearEndOf(d), (counts.get(yearEndOf(d)) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= begins.length * SHARE)
    .map(([end]) => end)
    .sort()
    .at(-1)
}

/** The last day of the collection year before. */
export const yearBefore = (end: Day): Day => day(`${parts(end).year - 1}-03-31`)
