import type { Day } from '../../kernel/day.ts'
import type { Check } from './checks.ts'
import type { Columns, ValuesOf } from './columns.ts'
import { besideChild, type Children, type Ends, notToCome } from './known-child.ts'
import { onceInFile, onceInYears } from './once.ts'
import type { RawTable, ReturnFolder } from './raw.ts'
import { readRows } from './read-rows.ts'
import type { RowOf, RowProblem, Side } from './row.ts'
import type { Table, TableCode } from './tables.ts'

export interface Folders {
  readonly this: ReturnFolder
  readonly last: ReturnFolder | null
}

/** What is known by the time a table is read. The header file is read before its children are known. */
export interface Known {
  readonly folders: Folders
  readonly today: Day
  readonly children: Children | null
  readonly ends: Ends | null
}

/** How many rows a file has, and how many of them say again what another says. */
export interface Tally {
  readonly side: Side
  readonly table: TableCode
  readonly file: string
  readonly read: number
  readonly joined: number
}

interface GatheredTable<R> {
  readonly rows: readonly R[]
  readonly problems: readonly RowProblem[]
  readonly tallies: readonly Tally[]
}

interface Options<C extends Columns> {
  readonly check?: Check<ValuesOf<C>>
  /** Tells apart rows that may share a key: an episode of one day, and the next, begin on the same day. */
  readonly twin?: (values: ValuesOf<C>) => string
  /** Tells apart rows of one key within one file, though another year's row is the same thing as any of them. */
  readonly apart?: (values: ValuesOf<C>) => string
}

export const rawTable = (folder: ReturnFolder | null, code: string): RawTable | undefined =>
  folder?.tables.find(t => t.table === code)

/** The rows of one year's file, each thing once, without those that have a problem. */
function oneYear<C extends Columns>(
  table: Table<C>,
  side: Side,
  known: Known,
  keyInFile: (row: RowOf<Table<C>>) => string,
  check: Check<ValuesOf<C>>,
) {
  const raw = rawTable(known.folders[side], table.code)
  const read = readRows(table, raw, side)
  const problems = [...read.problems]
  const end = known.ends?.[side] ?? null
  const sound = read.rows.filter(row => {
    const alone = [...notToCome(table, row, known.today), ...check(row)]
    const found = known.children ? [...alone, ...besideChild(table, row, known.children, end)] : alone
    const wrong = found.filter(p => p.level === 'problem')
    problems.push(...(wrong.length > 0 ? wrong : found))
    return wrong.length === 0
  })
  const once = onceInFile(sound, keyInFile, table.row)
  // A note says that the row is kept, so it goes with a row that is left out after all.
  const out = new Set(once.problems.filter(p => p.level === 'problem').map(p => p.line))
  const said = problems.filter(p => p.level === 'problem' || !out.has(p.line))
  return { raw, read: read.read, once, problems: [...said, ...once.problems] }
}

/** Reads a table of both folders and makes one of them: each thing once, this year's word before last year's. */
export function gatherTable<C extends Columns>(
  table: Table<C>,
  known: Known,
  { check = () => [], twin = () => '', apart = () => '' }: Options<C> = {},
): GatheredTable<RowOf<Table<C>>> {
  const key = (row: RowOf<Table<C>>) =>
    [...table.key.map(name => String(row.values[name])), table.yearly ? row.side : '', twin(row.values)].join(
      '|',
    )
  const keyInFile = (row: RowOf<Table<C>>) => `${key(row)}|${apart(row.values)}`
  const now = oneYear(table, 'this', known, keyInFile, check)
  const before = oneYear(table, 'last', known, keyInFile, check)
  const once = onceInYears(now.once.rows, before.once.rows, key)
  const tally = (side: Side, year: typeof now, also: number): Tally[] =>
    year.raw === undefined
      ? []
      : [
          {
            side,
            table: year.raw.table,
            file: year.raw.file,
            read: year.read,
            joined: year.once.joined.length + also,
          },
        ]
  return {
    // In the order of what they are about, so that the order in the file is forgotten here.
    rows: once.rows
      .map(row => ({ row, at: keyInFile(row) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(r => r.row),
    problems: [...now.problems, ...before.problems, ...once.problems],
    tallies: [...tally('this', now, 0), ...tally('last', before, once.joined.length)],
  }
}
