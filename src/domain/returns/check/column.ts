import { dayNumber, dayOf } from '../../kernel/day.ts'

/** The cells of one column as they were written, trimmed; null where nothing was. */
export type Cells = readonly (string | null)[]

/** Numbers that can be read and not written: one for each row, NaN where the cell has none. */
export interface Numbers {
  readonly length: number
  readonly [row: number]: number
}

/** How a return writes its days: 27/03/2026 in CSV and in the 903 XML, 2026-03-27 in the census. */
export type DayForm = 'uk' | 'iso'

const ZERO = 48
const digit = (text: string, at: number): number => {
  const n = text.charCodeAt(at) - ZERO
  return n >= 0 && n <= 9 ? n : Number.NaN
}

/** The number of a day written as 27/03/2026 or 7/3/2026; NaN where it is none. */
function ukDay(text: string): number {
  // Nearly every cell has the full ten characters, and is read without a pattern.
  if (text.length === 10 && text[2] === '/' && text[5] === '/') {
    const date = digit(text, 0) * 10 + digit(text, 1)
    const month = digit(text, 3) * 10 + digit(text, 4)
    const year = digit(text, 6) * 1000 + digit(text, 7) * 100 + digit(text, 8) * 10 + digit(text, 9)
    return numberOf(year, month, date)
  }
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return match ? numberOf(Number(match[3]), Number(match[2]), Number(match[1])) : Number.NaN
}

const known = new Map<number, number>()

/** Days come again and again in a return: each is worked out once. */
function numberOf(year: number, month: number, date: number): number {
  const key = year * 10000 + month * 100 + date
  const before = known.get(key)
  if (before !== undefined) return before
  const found = dayOf(year, month, date)
  const n = found ? dayNumber(found) : Number.NaN
  if (known.size < 100_000 && !Number.isNaN(key)) known.set(key, n)
  return n
}

/** The number of a day written as 2026-03-27; NaN where it is none. */
function isoDay(text: string): number {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return Number.NaN
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3)
  return numberOf(year, digit(text, 5) * 10 + digit(text, 6), digit(text, 8) * 10 + digit(text, 9))
}

const readers: Readonly<Record<DayForm, (text: string) => number>> = { uk: ukDay, iso: isoDay }

/** The days of a column as numbers counted from 1 January 1970; NaN where a cell is blank or is no day that exists. */
export function daysOf(cells: Cells, form: DayForm): Numbers {
  const read = readers[form]
  const days = new Float64Array(cells.length)
  for (let i = 0; i < cells.length; i += 1) {
    const text = cells[i]
    days[i] = text == null ? Number.NaN : read(text)
  }
  return days
}

/** The numbers of a column; NaN where a cell is blank or is no number. */
export function numbersOf(cells: Cells): Numbers {
  const numbers = new Float64Array(cells.length)
  for (let i = 0; i < cells.length; i += 1) {
    const text = cells[i]
    numbers[i] = text == null || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text)
  }
  return numbers
}
