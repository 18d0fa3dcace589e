import { columnName } from '../../kernel/column-names.ts'
import type { Columns } from './columns.ts'
import type { RawRow, RawTable } from './raw.ts'
import { note, problem, type Row, type RowOf, type RowProblem, type Side } from './row.ts'
import type { Table } from './tables.ts'

interface Read<R> {
  readonly rows: readonly R[]
  readonly problems: readonly RowProblem[]
  /** Rows of the file, blank lines apart. */
  readonly read: number
}

type Where = Pick<Row<unknown>, 'side' | 'file' | 'line'>
type Cell = { readonly value: unknown; readonly say: RowProblem | null } | { readonly out: RowProblem }

/** Words for a cell that can't be read: a code unknown, a day that is none. */
const unreadable = (name: string, expects: string) =>
  expects.startsWith('a date')
    ? `${name} is not a day that exists`
    : /^(one of|a code)/.test(expects)
      ? `${name} is not a code of the return`
      : `${name} can’t be read`

function cell(columns: Columns, name: string, text: string, at: Where): Cell {
  const c = columns[name]
  if (!c) return { value: undefined, say: null }
  const blank = text === ''
  const value = blank ? undefined : c.read(text)
  if (value !== undefined) return { value, say: null }
  const instead = blank ? c.ifBlank : c.ifWrong
  const wrong = blank ? `${name} is blank` : unreadable(name, c.expects)
  if (!instead) return { out: problem(at, name, text, wrong, `Write ${c.expects}. The row is left out.`) }
  const say =
    instead.say === null ? null : note(at, name, text, wrong, `${instead.say} It should be ${c.expects}.`)
  return { value: instead.value, say }
}

function readRow(columns: Columns, places: ReadonlyMap<string, number>, raw: RawRow, at: Where) {
  const values: Record<string, unknown> = {}
  const said: RowProblem[] = []
  const wrong: RowProblem[] = []
  for (const name of Object.keys(columns)) {
    const got = cell(columns, name, (raw.cells[places.get(name) ?? -1] ?? '').trim(), at)
    if ('out' in got) wrong.push(got.out)
    else {
      values[name] = got.value
      if (got.say) said.push(got.say)
    }
  }
  return { values, said, wrong }
}

/** True where a row gives more than blanks. */
const hasText = (row: RawRow) => row.cells.some(c => c.trim() !== '')

/**
 * Reads the rows of a file. A row with a value that can't be read is a problem, and is left out; where the value can
 * be spared, the row is kept with a note. Every fault of a row is told at once.
 */
export function readRows<C extends Columns>(
  table: Table<C>,
  raw: RawTable | undefined,
  side: Side,
): Read<RowOf<Table<C>>> {
  const rows: RowOf<Table<C>>[] = []
  const problems: RowProblem[] = []
  if (!raw) return { rows, problems, read: 0 }
  const places = new Map(raw.columns.map((name, i) => [columnName(name), i]))
  const wide = raw.columns.length
  const full = raw.rows.filter(hasText)
  for (const r of full) {
    const at = { side, file: raw.file, line: r.line }
    if (r.cells.slice(wide).some(c => c.trim() !== '') || r.cells.length < wide - 1) {
      const todo = `The first line names ${wide} columns. Look for a comma too many or too few; a value with a comma needs quotes. The row is left out.`
      problems.push(
        problem(at, null, `${r.cells.length} values`, 'The row has the wrong number of values', todo),
      )
      continue
    }
    const { values, said, wrong } = readRow(table.columns, places, r, at)
    problems.push(...(wrong.length > 0 ? wrong : said))
    // The values were read by the columns of this table, each into the type that its column declares.
    if (wrong.length === 0) rows.push({ ...at, values } as RowOf<Table<C>>)
  }
  return { rows, problems, read: full.length }
}
