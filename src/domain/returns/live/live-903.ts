import { type Growing, growing } from '../check/growing.ts'
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

function tablesOf(rows: Iterable<WrittenRow>, year: number): Grown {
  const grown = new Map<TableName, { readonly of: Growing; readonly entries: (readonly string[])[] }>()
  for (const table of tableNames) if (hasTable(table, year)) grown.set(table, { of: growing(), entries: [] })
  for (const { table, cells, entries } of rows) {
    const to = grown.get(table)
    const given: Readonly<Record<string, string | null | undefined>> = cells
    to?.of.put(Object.fromEntries(columns(table).map(c => [c, given[c] ?? null])))
    to?.entries.push(entries)
  }
  return {
    tables: Object.fromEntries([...grown].map(([t, { of }]) => [t, of.finish(columns(t), 'uk')])),
    entries: Object.fromEntries([...grown].map(([t, { entries }]) => [t, entries])),
  }
}

/** Asks every rule of the year of the return of these children, with last year's beside it. */
export function checkChildren903(
  children: readonly Child903[],
  at: Setting,
  authority: string | null,
): Checked & { readonly now: Tables } {
  const now = tablesOf(
    children.flatMap(c => c.now),
    at.year,
  )
  const last = tablesOf(
    children.flatMap(c => c.last),
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
