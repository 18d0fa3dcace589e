import type { Columns, ValuesOf } from './columns.ts'
import type { Table } from './tables.ts'

/** Which of the two folders: the return to bring in, or the one of the year before. */
export type Side = 'this' | 'last'

/** A row whose values were read. */
export interface Row<V> {
  readonly side: Side
  readonly file: string
  readonly line: number
  readonly values: V
}

export type RowOf<T> = T extends Table<infer C extends Columns> ? Row<ValuesOf<C>> : never

/** Something about a row: a problem leaves it out, a note keeps it. */
export interface RowProblem {
  readonly level: 'problem' | 'note'
  readonly side: Side
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly value: string
  /** What is wrong. The same words for every row of which it is true, so that a report can count them. */
  readonly wrong: string
  readonly todo: string
}

type Where = Pick<Row<unknown>, 'side' | 'file' | 'line'>

/** A problem or a note of a row. */
export const about = (
  level: RowProblem['level'],
  { side, file, line }: Where,
  column: string | null,
  value: string,
  wrong: string,
  todo: string,
): RowProblem => ({ level, side, file, line, column, value, wrong, todo })

export const problem = about.bind(null, 'problem')
export const note = about.bind(null, 'note')

/** "line 12", or "line 12 of last year's file" where the reader would look in the other. */
export const lineOf = (row: Where, from: Where): string =>
  row.side === from.side
    ? `line ${row.line}`
    : `line ${row.line} of ${row.side === 'last' ? 'last' : 'this'} year’s file`

/** Values in a fixed order, to compare and to sort by: the order of rows in a file must not matter. */
export const contents = (values: object): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
