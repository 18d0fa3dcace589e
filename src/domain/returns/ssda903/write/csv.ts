import { type TableName, type Tables, tableNames } from '../rules/data.ts'
import { fileColumns } from '../rules/from-files.ts'

/** The file of each table, as the import and the check read them. */
export const fileNames: Readonly<Record<TableName, string>> = {
  Header: 'header.csv',
  Episodes: 'episodes.csv',
  Reviews: 'reviews.csv',
  UASC: 'uasc.csv',
  OC2: 'oc2.csv',
  OC3: 'oc3.csv',
  AD1: 'ad1.csv',
  PlacedAdoption: 'placed_for_adoption.csv',
  PrevPerm: 'previous_permanence.csv',
  Missing: 'missing.csv',
  SWEpisodes: 'sw_episodes.csv',
  DoLo: 'dolo.csv',
}

const cell = (value: string | null): string =>
  value === null ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

/** A table as CSV, a line at a time: its names, then its rows. */
export function* csvLines(table: TableName, tables: Tables): Generator<string> {
  const names = fileColumns(table)
  const of = tables[table]
  // The columns of a file are among those of its table.
  const columns = names.map(n => of.text(n as never))
  yield `${names.join(',')}\n`
  for (let i = 0; i < of.rows; i += 1) yield `${columns.map(c => cell(c[i] ?? null)).join(',')}\n`
}

/** The tables that a return has, in their order. */
export const tablesIn = (tables: Tables): readonly TableName[] => tableNames.filter(t => tables[t].present)
