/**
 * A calendar day, written `YYYY-MM-DD`. It has no time and no zone, so a birthday can't slip to the day
 * before when clocks go back. Days compare with `<` and `>` as text.
 */
export type Day = string & { readonly day: unique symbol }

/** A moment in time: an ISO 8601 instant in UTC. Used only for when something was recorded. */
export type Instant = string & { readonly instant: unique symbol }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** The number of days from 1 January 1970 to the given date of the Gregorian calendar. */
function toNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function fromNumber(n: number): Day {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return write(year, month, doy - Math.floor((153 * mp + 2) / 5) + 1)
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
const write = (y: number, m: number, d: number) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}` as Day

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0

/** Days in a month of a year; month is 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)

/** A day from its parts, or undefined where there is no such day (31 February, month 13, year 0). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return undefined
  return date >= 1 && date <= daysInMonth(year, month) ? write(year, month, date) : undefined
}

/** Reads `YYYY-MM-DD`; undefined if it is not a real day. */
export function parseDay(text: string): Day | undefined {
  const match = SHAPE.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** A day written in source code. Throws where the text is not a real day: only for literals and tests. */
export function day(text: string): Day {
  const found = parseDay(text)
  if (!found) throw new Error(`"${text}" is not a day: write it as YYYY-MM-DD`)
  return found
}

/** The year, month (1–12) and date of a day. */
export function parts(d: Day): { year: number; month: number; date: number } {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), date: Number(d.slice(8, 10)) }
}

/** The day's number, counted from 1 January 1970 = 0. For arithmetic and tables. */
export function dayNumber(d: Day): number {
  const { year, month, date } = parts(d)
  return toNumber(year, month, date)
}

/** The day with this number (see {@link dayNumber}). */
export const dayFromNumber = (n: number): Day => fromNumber(n)

/** n days later (earlier, where n is negative). */
export const addDays = (d: Day, n: number): Day => fromNumber(dayNumber(d) + n)

/** Calendar days from a to b: positive where b is later. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)

/**
 * The same date n months on, held to the month's end: 31 August + 6 months = 28 (29) February. It does not roll
 * on from a weekend: an inspection published on 18 Nov 2011 set 18 Feb 2012, a Saturday (rules 0.8).
 */
export function addMonths(d: Day, n: number): Day {
  const { year, month, date } = parts(d)
  const index = year * 12 + (month - 1) + n
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  return write(y, m, Math.min(date, daysInMonth(y, m)))
}

/** 0 = Monday … 6 = Sunday. */
export const weekday = (d: Day): number => (((dayNumber(d) + 3) % 7) + 7) % 7

/**
 * Whole years of age on a day; negative before birth. Someone born on 29 February comes of age on 1 March in a
 * common year, as English law holds (Family Law Reform Act 1969 s9 speaks of the anniversary's start).
 */
export function ageOn(born: Day, on: Day): number {
  const b = parts(born)
  const o = parts(on)
  const hadBirthday = o.month > b.month || (o.month === b.month && o.date >= b.date)
  return o.year - b.year - (hadBirthday ? 0 : 1)
}

/** The first day on which someone born on this day is that many years old. */
export function birthday(born: Day, age: number): Day {
  const { year, month, date } = parts(born)
  return dayOf(year + age, month, date) ?? write(year + age, 3, 1)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "3 October 2011" */
export function longDay(d: Day): string {
  const { year, month, date } = parts(d)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** "3 Oct 2011" */
export function shortDay(d: Day): string {
  const { year, month, date } = parts(d)
  return `${date} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`
}

/** "October 2011" */
export const monthName = (d: Day): string => `${MONTHS[parts(d).month - 1]} ${parts(d).year}`

/** "Monday" */
export const weekdayName = (d: Day): string => WEEKDAYS[weekday(d)] ?? ''

/** The last day of the month that holds this day. */
export function endOfMonth(d: Day): Day {
  const { year, month } = parts(d)
  return write(year, month, daysInMonth(year, month))
}

/** The end of the last month that was over by a day: the day itself, where a month ends on it. */
export const monthOver = (d: Day): Day =>
  endOfMonth(d) === d ? d : endOfMonth(addMonths(startOfMonth(d), -1))

/** The last days of the months before a day, oldest first, and the day itself: a year and its month, where no number is given. */
export const monthsTo = (on: Day, count = 13): readonly Day[] =>
  Array.from({ length: count }, (_, n) =>
    n === count - 1 ? on : endOfMonth(addMonths(startOfMonth(on), n + 1 - count)),
  )

/** The first day of the month that holds this day. */
export const startOfMonth = (d: Day): Day => `${d.slice(0, 8)}01` as Day

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
