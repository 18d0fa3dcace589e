import { type Day, dayOf } from '../../kernel/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?'
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const ONE = new RegExp(`${DATE}\\s+${MONTH},?\\s+(\\d{4})`, 'i')
const SPAN = new RegExp(
  `${DATE}(?:\\s+${MONTH})?(?:,?\\s+(\\d{4}))?\\s*(?:-|–|—|−|‒|to|and|until|through)\\s*${DATE}\\s+${MONTH},?\\s+(\\d{4})`,
  'i',
)
/** An earlier span, all that stands before the last: "19–30 April and 4–7 May 2010". */
const EARLIER = new RegExp(
  `^\\s*${DATE}(?:\\s+${MONTH})?(?:\\s+\\d{4})?(?:\\s*(?:-|–|—|to)\\s*\\d{1,2}(?:st|nd|rd|th)?(?:\\s+${MONTH})?(?:\\s+\\d{4})?)?\\s*(?:,|and|&)\\s*$`,
  'i',
)
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/gi

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** The first day written out in a text ("18 November 2011"), or undefined. */
export function readDay(text: string): Day | undefined {
  const m = ONE.exec(text.replace(WEEKDAY, ' '))
  return m ? dayOf(Number(m[3]), monthOf(m[2] ?? ''), Number(m[1])) : undefined
}

/**
 * A span of days as reports print it: "3 -14 October 2011", "28 January–5 February 2014", "1 to 5 July 2024", or one
 * day. What the first day leaves out is taken from the last. Undefined where it is not a real span in order.
 */
export function readSpan(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const plain = text.replace(WEEKDAY, ' ')
  const m = SPAN.exec(plain)
  if (!m) {
    const only = readDay(text)
    return only && { from: only, to: only }
  }
  const month = monthOf(m[5] ?? '')
  const year = Number(m[6])
  const to = dayOf(year, month, Number(m[4]))
  const firstMonth = m[2] === undefined ? month : monthOf(m[2])
  const firstYear = m[3] !== undefined ? Number(m[3]) : firstMonth > month ? year - 1 : year
  const early = EARLIER.exec(plain.slice(0, m.index))
  const from = early
    ? dayOf(year, monthOf(early[2] ?? early[3] ?? m[2] ?? m[5] ?? ''), Number(early[1]))
    : dayOf(firstYear, firstMonth, Number(m[1]))
  return from && to && from <= to ? { from, to } : undefined
}
