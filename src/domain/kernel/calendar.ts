import { addDays, type Day, day, dayFromNumber, dayNumber, parts, weekday } from './day.ts'

/** The Sunday of Easter in a year (Gregorian; Butcher's method). */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const text = `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`
  return day(text)
}

const onOrAfter = (d: Day, wanted: number) => addDays(d, (wanted - weekday(d) + 7) % 7)
const MONDAY = 0

/** Days proclaimed, moved or withdrawn by name (England and Wales). Source: gov.uk/bank-holidays; rules 0.4. */
const PROCLAIMED: Readonly<Record<number, { add: readonly string[]; drop: readonly string[] }>> = {
  2002: { add: ['2002-06-03', '2002-06-04'], drop: ['2002-05-27'] },
  2011: { add: ['2011-04-29'], drop: [] },
  2012: { add: ['2012-06-04', '2012-06-05'], drop: ['2012-05-28'] },
  2020: { add: ['2020-05-08'], drop: ['2020-05-04'] },
  2022: { add: ['2022-06-02', '2022-06-03', '2022-09-19'], drop: ['2022-05-30'] },
  2023: { add: ['2023-05-08'], drop: [] },
}

/** Where New Year's Day, Christmas Day or Boxing Day fall at a weekend, the next free weekday is given instead. */
function substitutes(year: number): Day[] {
  const newYear = day(`${year}-01-01`)
  const christmas = day(`${year}-12-25`)
  const free: Day[] = [weekday(newYear) >= 5 ? onOrAfter(newYear, MONDAY) : newYear, christmas]
  const boxing = addDays(christmas, 1)
  if (weekday(christmas) === 5) return [...free, boxing, addDays(christmas, 2), addDays(christmas, 3)]
  if (weekday(christmas) === 6) return [...free, boxing, addDays(christmas, 2)]
  if (weekday(christmas) === 4) return [...free, boxing, addDays(boxing, 2)]
  return [...free, boxing]
}

/** Every bank holiday in England in a year, in order. Valid from 1978, when May Day was first kept. */
export function bankHolidays(year: number): readonly Day[] {
  const sunday = easter(year)
  const special = PROCLAIMED[year] ?? { add: [], drop: [] }
  const rule = [
    ...substitutes(year),
    addDays(sunday, -2),
    addDays(sunday, 1),
    onOrAfter(day(`${year}-05-01`), MONDAY),
    onOrAfter(day(`${year}-05-25`), MONDAY),
    onOrAfter(day(`${year}-08-25`), MONDAY),
  ]
  return [...rule.filter(d => !special.drop.includes(d)), ...special.add.map(day)].sort()
}

export interface WorkingCalendar {
  isWorking(d: Day): boolean
  /** The nth working day after a day, which itself counts as day 0 (rules 0.5); n of at least 0. */
  add(d: Day, n: number): Day
  /** Working days after a, up to and with b; negative where b is before a. */
  between(a: Day, b: Day): number
}

/**
 * The working days of England: not Saturday, Sunday or a bank holiday (SI 2006/1738 reg 2). It counts by walking
 * days, so that a due date is always a working day and "overdue by" counts the same way as "due in".
 */
export function englandCalendar(): WorkingCalendar {
  const closed = new Map<number, ReadonlySet<Day>>()
  const holidays = (year: number) => {
    const known = closed.get(year)
    if (known) return known
    const made = new Set(bankHolidays(year))
    closed.set(year, made)
    return made
  }
  const isWorking = (d: Day) => weekday(d) < 5 && !holidays(parts(d).year).has(d)
  const works = new Map<number, boolean>()
  /** The same of a day's number, each asked once: nothing else is asked as often. */
  const isWorkingNumber = (n: number): boolean => {
    const known = works.get(n)
    if (known !== undefined) return known
    const found = isWorking(dayFromNumber(n))
    works.set(n, found)
    return found
  }
  const add = (d: Day, n: number) => {
    let at = dayNumber(d)
    for (let left = n; left > 0; ) {
      at += 1
      if (isWorkingNumber(at)) left -= 1
    }
    return n > 0 ? dayFromNumber(at) : d
  }
  const between = (a: Day, b: Day): number => {
    if (dayNumber(b) < dayNumber(a)) return -between(b, a)
    let count = 0
    const [from, to] = [dayNumber(a), dayNumber(b)]
    for (let i = from + 1; i <= to; i += 1) if (isWorkingNumber(i)) count += 1
    return count
  }
  return { isWorking, add, between }
}

/** The one calendar of the product; a value, as it holds nothing but sums already done. */
export const england: WorkingCalendar = englandCalendar()
