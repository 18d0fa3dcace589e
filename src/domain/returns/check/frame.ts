import { type Cells, type DayForm, daysOf, type Numbers, numbersOf, type Source } from './column.ts'

/** A table of a return, column by column. Nothing in it can be changed: what a rule reads, every other rule reads too. */
export interface Frame<C extends string = string> {
  /** How many rows it has. A row is known by its place, counted from 0. */
  readonly rows: number
  /** False where the return came without this table. It then has no rows. */
  readonly present: boolean
  /** The columns that the file gave. */
  readonly given: ReadonlySet<string>
  /** A column as written; all null where the file did not give it. */
  text(column: C): Cells
  /** A column's days as numbers (1 January 1970 = 0). Blank, and what is no day, is NaN: it compares false with all. */
  days(column: C): Numbers
  /** A column's numbers; NaN where blank, or no number. */
  numbers(column: C): Numbers
}

/** A rule looked at a column that the return should have and came without: the rule can't be asked. */
export class LostColumn extends Error {
  readonly column: string
  constructor(column: string) {
    super(`The column ${column} is missing`)
    this.column = column
  }
}

/** Works a thing out the first time it is asked for. What is worked out never changes, so neither does the answer. */
export function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return key => {
    const before = made.get(key)
    if (before !== undefined) return before
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/**
 * @param columns every column's cells, or where to get them; all of the same length
 * @param lost columns that should be there and are not: whoever looks at one is told so by a {@link LostColumn}
 */
export function frame<C extends string>(
  columns: ReadonlyMap<string, Cells | Source>,
  rows: number,
  form: DayForm,
  { present = true, lost }: { readonly present?: boolean; readonly lost?: ReadonlySet<string> } = {},
): Frame<C> {
  const none: Cells = new Array<string | null>(rows).fill(null)
  const held = (column: string): Cells | Source => {
    if (lost?.has(column)) throw new LostColumn(column)
    return columns.get(column) ?? none
  }
  const text = once((column: string): Cells => {
    const found = held(column)
    return 'cells' in found ? found.cells() : found
  })
  return {
    rows,
    present,
    given: new Set(columns.keys()),
    text,
    days: once((column: string) => {
      const found = held(column)
      return 'cells' in found ? found.days(form) : daysOf(found, form)
    }),
    numbers: once((column: string) => numbersOf(text(column))),
  }
}

/** A table that the return came without. */
export const noFrame = <C extends string>(form: DayForm): Frame<C> =>
  frame(new Map(), 0, form, { present: false })

/** The places of the rows of which something is true. */
export function where(table: { readonly rows: number }, is: (row: number) => boolean): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < table.rows; i += 1) if (is(i)) found.push(i)
  return found
}
