import { type Frame, frame } from '../check/frame.ts'
import { check903 } from '../ssda903/check.ts'
import { allTables } from '../ssda903/rules/ask.ts'
import { columnsOf, return903, type TableName, type Tables, tableNames } from '../ssda903/rules/data.ts'
import { fileColumns } from '../ssda903/rules/from-files.ts'
import { childRows } from '../ssda903/write/child-rows.ts'
import { hasTable } from '../ssda903/write/tables.ts'
import { type Beside, type WrittenChild, type WrittenRow, yearDays } from '../ssda903/write/written.ts'
import type { Checked, Setting } from './checked.ts'

/** What the SSDA903 would say of one child this year, and said last year, from the record as it stands. */
export interface Child903 {
  readonly now: readonly WrittenRow[]
  readonly last: readonly WrittenRow[]
}

/** @returns undefined where the child is in neither year's return */
export function child903(child: WrittenChild, at: Setting, beside: Beside): Child903 | undefined {
  const rowsOf = (year: number) => childRows(child, yearDays(year, at.today), beside)
  const [now, last] = [rowsOf(at.year), rowsOf(at.year - 1)]
  return now.length + last.length > 0 ? { now, last } : undefined
}

interface Grown {
  readonly tables: Partial<Tables>
  readonly entries: Readonly<Record<string, readonly (readonly string[])[]>>
}

/** The columns that are written: those of the files, and whether a child came alone to seek asylum. */
const columns = (table: TableName): readonly string[] =>
  table === 'Header' ? columnsOf.Header : fileColumns(table)

function tablesOf(rows: readonly (readonly WrittenRow[])[], year: number): Grown {
  const grown = new Map(
    tableNames
      .filter(table => hasTable(table, year))
      .map(table => [
        table,
        {
          columns: new Map(columns(table).map(c => [c, [] as (string | null)[]])),
          entries: [] as (readonly string[])[],
        },
      ]),
  )
  for (const some of rows)
    for (const { table, cells, entries } of some) {
      const to = grown.get(table)
      if (!to) continue
      const given: Readonly<Record<string, string | null | undefined>> = cells
      for (const [name, column] of to.columns) column.push(given[name] ?? null)
      to.entries.push(entries)
    }
  const tables: { [T in TableName]?: Frame } = {}
  const entries: Record<string, readonly (readonly string[])[]> = {}
  for (const [table, to] of grown) {
    tables[table] = frame(to.columns, to.entries.length, 'uk')
    entries[table] = to.entries
  }
  return { tables, entries }
}

/** Asks every rule of the year of the return of these children, with last year's beside it. */
export function checkChildren903(
  children: readonly Child903[],
  at: Setting,
  authority: string | null,
): Checked & { readonly now: Tables } {
  const now = tablesOf(
    children.map(c => c.now),
    at.year,
  )
  const last = tablesOf(
    children.map(c => c.last),
    at.year - 1,
  )
  const { end } = yearDays(at.year, at.today)
  const data = return903({ year: at.year, end, now: now.tables, last: last.tables, authority })
  const lastEntries = Object.entries(last.entries).map(([t, e]) => [`${t}_last`, e] as const)
  return {
    asked: check903(data),
    tables: allTables(data),
    entries: { ...now.entries, ...Object.fromEntries(lastEntries) },
    id: 'CHILD',
    now: data.now,
  }
}
