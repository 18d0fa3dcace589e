import { csvCell } from '../../csv-cell.ts'
import { type TableName, type Tables, tableNames } from '../rules/data.ts'
import { fileColumns } from '../rules/from-files.ts'

/** A table as CSV, a line at a time: its names, then its rows. */
export function* csvLines(table: TableName, tables: Tables): Generator<string> {
  const names = fileColumns(table)
  const of = tables[table]
  // The columns of a file are among those of its table.
  const columns = names.map(n => of.text(n as never))
  yield `${names.join(',')}\n`
  for (let i = 0; i < of.rows; i += 1) yield `${columns.map(c => csvCell(c[i] ?? '')).join(',')}\n`
}

/** The tables that a return has, in their order. */
export const tablesIn = (tables: Tables): readonly TableName[] => tableNames.filter(t => tables[t].present)
