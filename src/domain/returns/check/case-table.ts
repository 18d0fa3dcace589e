import type { DayForm } from './column.ts'
import { type Frame, frame } from './frame.ts'
import type { Found } from './rule.ts'

/** A table as a case file writes it: rows of cells, null where blank. */
export interface CaseTable {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** What each row is called, where that is not its place. */
  readonly index?: readonly number[]
}

/**
 * A case's table as the rules read it.
 * @param cell how a cell of the case is read
 * @param name what a column of the case is called in the return
 */
export function caseFrame(
  table: CaseTable,
  form: DayForm,
  cell: (value: unknown) => string | null,
  name: (column: string) => string = column => column,
): Frame {
  const columns = new Map(table.columns.map(c => [name(c), table.rows.map(r => cell(r[c]))]))
  return frame(columns, table.rows.length, form)
}

/** The rows that were found, by what the case calls them. */
export const asCalled = (
  found: Found,
  tables: Readonly<Record<string, CaseTable>>,
): Record<string, readonly number[]> =>
  Object.fromEntries(
    Object.entries(found).map(([table, rows]) => [
      table,
      (rows ?? []).map(i => tables[table]?.index?.[i] ?? i),
    ]),
  )
