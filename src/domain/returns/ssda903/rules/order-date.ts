import { dayNumber, dayOf } from '../../../kernel/day.ts'

/**
 * The earliest day that the date of an earlier permanence order can mean. Where the day, or the month and the day, are
 * not known, the return has zz for them, and zz/zz/zzzz where nothing is.
 * @returns the number of a day; -Infinity where nothing is known; NaN where it is no date of either kind
 */
export function earliestOrder(text: string): number {
  if (/^zz\/zz\/zzzz$/i.test(text)) return Number.NEGATIVE_INFINITY
  const match = /^(\d{1,2}|zz)\/(\d{1,2}|zz)\/(\d{4})$/i.exec(text)
  const [, date = '', month = '', year = ''] = match ?? []
  const unknown = (part: string): boolean => part.toLowerCase() === 'zz'
  // A day without its month says nothing that can be checked.
  if (unknown(month) && !unknown(date)) return Number.NaN
  const found = dayOf(Number(year), unknown(month) ? 1 : Number(month), unknown(date) ? 1 : Number(date))
  return found ? dayNumber(found) : Number.NaN
}
