import { type Day, longDay } from '../../kernel/day.ts'
import type { Columns, ValuesOf } from './columns.ts'
import { fileDay } from './days.ts'
import { lineOf, note, problem, type Row, type RowOf, type RowProblem } from './row.ts'
import type { Table, Values } from './tables.ts'

export type Child = Row<Values<'header'>>
export type Children = ReadonlyMap<string, Child>

/** The last days of the collection years of the two folders. */
export interface Ends {
  readonly this: Day
  readonly last: Day | null
}

const isDay = (value: unknown): value is Day => typeof value === 'string'

/** The row's days that are days of the child's life, by column. */
const lived = <C extends Columns>(table: Table<C>, values: ValuesOf<C>): [string, Day][] =>
  Object.entries(table.columns).flatMap(([name, c]): [string, Day][] => {
    const value: unknown = values[name]
    return c.lived && isDay(value) ? [[name, value]] : []
  })

/** Days that have not come yet; the import would put them in the file as done. */
export function notToCome<C extends Columns>(
  table: Table<C>,
  row: RowOf<Table<C>>,
  today: Day,
): RowProblem[] {
  return lived(table, row.values)
    .filter(([, d]) => d > today)
    .map(([name, d]) =>
      problem(
        row,
        name,
        fileDay(d),
        `${name} is in the future`,
        `Today is ${longDay(today)}. Check the year. The row is left out.`,
      ),
    )
}

/**
 * A row beside what is known of its child: problems where there is no such child, or a day is before birth; notes
 * where the birth differs or a day is after the collection year.
 */
export function besideChild<C extends Columns>(
  table: Table<C>,
  row: RowOf<Table<C>>,
  children: Children,
  end: Day | null,
): RowProblem[] {
  const values: Readonly<Record<string, unknown>> = row.values
  const name = String(values.CHILD)
  const child = children.get(name)
  if (!child)
    return [
      problem(
        row,
        'CHILD',
        name,
        'The child is not in the header file',
        'Add the child to the header file, or correct CHILD. The row is left out.',
      ),
    ]
  const { DOB } = child.values
  const days = lived(table, row.values)
  const early = days.filter(([, d]) => d < DOB)
  if (early.length > 0)
    return early.map(([column, d]) =>
      problem(
        row,
        column,
        fileDay(d),
        `${column} is before the child was born`,
        `DOB is ${fileDay(DOB)} (header, ${lineOf(child, row)}). Check both. The row is left out.`,
      ),
    )
  const notes: RowProblem[] = []
  if (isDay(values.DOB) && values.DOB !== DOB)
    notes.push(
      note(
        row,
        'DOB',
        fileDay(values.DOB),
        'DOB differs from the header’s',
        `The header says ${fileDay(DOB)}, which is kept. Correct the one that is wrong.`,
      ),
    )
  const late = end === null ? [] : days.filter(([, d]) => d > end)
  for (const [column, d] of late)
    notes.push(
      note(
        row,
        column,
        fileDay(d),
        `${column} is after the collection year`,
        `The year ended on ${longDay(end ?? d)}. Check it. The row is kept.`,
      ),
    )
  return notes
}
