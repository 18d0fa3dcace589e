import type { Cells, Numbers } from '../../check/column.ts'

/** The rows whose cell is blank, or is none of these codes. */
export const notOneOf = (cells: Cells, codes: ReadonlySet<string>): readonly number[] =>
  rowsOf(cells, text => text === null || !codes.has(text))

/** The rows of whose cell something is true. */
export function rowsOf(cells: Cells, is: (text: string | null, row: number) => boolean): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < cells.length; i += 1) if (is(cells[i] ?? null, i)) found.push(i)
  return found
}

/** The rows whose cell is filled in with something that is none of these codes. */
export const filledNotOneOf = (cells: Cells, codes: ReadonlySet<string>): readonly number[] =>
  rowsOf(cells, text => text !== null && !codes.has(text))

/** The rows whose cell is filled in with something that is no day. */
export const filledNoDay = (cells: Cells, days: Numbers): readonly number[] =>
  rowsOf(cells, (text, i) => text !== null && Number.isNaN(days[i]))

/** The number of a row, or NaN, with which nothing compares. */
export const at = (numbers: Numbers, row: number | undefined): number =>
  (row === undefined ? undefined : numbers[row]) ?? Number.NaN
