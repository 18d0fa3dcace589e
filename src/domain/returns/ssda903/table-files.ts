import type { TableName } from './rules/data.ts'
import { type TableCode, tableCodes, tables } from './tables.ts'

/** The names that the sector's rules use for the tables, by ours, which are those of the files. */
export const ruleName: Readonly<Record<TableCode, TableName>> = {
  header: 'Header',
  episodes: 'Episodes',
  reviews: 'Reviews',
  uasc: 'UASC',
  oc2: 'OC2',
  oc3: 'OC3',
  ad1: 'AD1',
  placed_for_adoption: 'PlacedAdoption',
  previous_permanence: 'PrevPerm',
  missing: 'Missing',
  sw_episodes: 'SWEpisodes',
  dolo: 'DoLo',
}

/** Which table a file is of, by its name: case, spaces and hyphens do not matter. */
export function tableOfFile(file: string): TableCode | undefined {
  const match = /^(.+)\.csv$/i.exec(file)
  const name = match?.[1]?.toLowerCase().replace(/[\s-]+/g, '_')
  return tableCodes.find(code => tables[code].files.some(f => f === name))
}

/** The file of a table, as it is written and read. */
export const fileName = (table: TableName): string =>
  `${tableCodes.find(code => ruleName[code] === table) ?? table}.csv`
