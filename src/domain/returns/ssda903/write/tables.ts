import { type Frame, frame, noFrame } from '../../check/frame.ts'
import { columnsOf, type TableName, type Tables, tableNames } from '../rules/data.ts'
import { fileColumns } from '../rules/from-files.ts'
import { childRows } from './child-rows.ts'
import type { Beside, WrittenChild, YearDays } from './written.ts'

/** Where a row came from: the file, and the entries in it. Blank where the record has nothing to say. */
export interface RowSource {
  /** The id of the child's file. */
  readonly child: string
  readonly entries: readonly string[]
}

/** A return as it was written from the record: what is checked, shown and put into files. */
export interface Written903 {
  readonly year: YearDays
  readonly tables: Tables
  /** The source of each row, by its place in its table. */
  readonly sources: { readonly [T in TableName]: readonly RowSource[] }
}

/** The first collection year that has a table. All others have been asked for since before the rules begin. */
const SINCE: Partial<Record<TableName, number>> = { SWEpisodes: 2023, DoLo: 2026 }

export const hasTable = (table: TableName, year: number): boolean => year >= (SINCE[table] ?? 0)

/** The columns that are written: those of the files, and whether a child came alone to seek asylum. */
const written = (table: TableName): readonly string[] =>
  table === 'Header' ? columnsOf.Header : fileColumns(table)

interface Growth {
  readonly columns: ReadonlyMap<string, (string | null)[]>
  readonly sources: RowSource[]
}

export interface Writer903 {
  /** Adds a child: nothing is kept of the file but its rows. */
  readonly put: (child: WrittenChild) => void
  readonly result: () => Written903
}

/** Writes a return of a year, a child at a time, in the order in which they come. */
export function writer903(year: YearDays, beside: Beside): Writer903 {
  const growing = new Map<TableName, Growth>(
    tableNames.map(t => [t, { columns: new Map(written(t).map(c => [c, []])), sources: [] }]),
  )
  return {
    put: child => {
      for (const { table, cells, entries } of childRows(child, year, beside)) {
        const of = growing.get(table)
        const given: Readonly<Record<string, string | null | undefined>> = cells
        for (const [name, column] of of?.columns ?? []) column.push(given[name] ?? null)
        of?.sources.push({ child: child.id, entries })
      }
    },
    result: () => {
      const tables: { [T in TableName]?: Frame } = {}
      const sources: { [T in TableName]?: readonly RowSource[] } = {}
      for (const [table, of] of growing) {
        tables[table] = hasTable(table, year.year)
          ? frame(of.columns, of.sources.length, 'uk')
          : noFrame('uk')
        sources[table] = of.sources
      }
      // Every table is in the map above.
      return { year, tables: tables as Tables, sources: sources as Written903['sources'] }
    },
  }
}
