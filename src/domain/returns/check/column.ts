import { dayNumber, dayOf } from '../../kernel/day.ts'

/** The cells of one column as they were written, trimmed; null where nothing was. */
export type Cells = readonly (string | null)[]

/** Numbers that can be read and not written: one for each row, NaN where the cell has none. */
export interface Numbers {
  readonly length: number
  readonly [row: number]: number
}

/** A column that is still in its file: its cells are cut out, and its days read, only where somebody asks. */
export interface Source {
  readonly cells: () => Cells
  readonly days: (form: DayForm) => Numbers
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
  const plain = ukDayAt(text, 0, text.length)
  if (plain !== undefined) return plain
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

/**
 * The number of the day that stands at a place in a text as 27/03/2026; NaN where there is none, undefined where what
 * stands there has another shape and must be read as a text of its own.
 */
export function ukDayAt(text: string, from: number, to: number): number | undefined {
  if (to - from !== 10 || text.charCodeAt(from + 2) !== 47 || text.charCodeAt(from + 5) !== 47)
    return undefined
  const date = digit(text, from) * 10 + digit(text, from + 1)
  const month = digit(text, from + 3) * 10 + digit(text, from + 4)
  const year =
    digit(text, from + 6) * 1000 +
    digit(text, from + 7) * 100 +
    digit(text, from + 8) * 10 +
    digit(text, from + 9)
  return numberOf(year, month, date)
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
