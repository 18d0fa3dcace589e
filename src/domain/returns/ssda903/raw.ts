import type { TableCode } from './tables.ts'

/** A row as it stands in a file. `line` counts from 1, which is the line of column names. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A file that was read, before any of its values. */
export interface RawTable {
  readonly table: TableCode
  /** The file's own name. */
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly RawRow[]
}

/** A folder that was read: one year's return. */
export interface ReturnFolder {
  readonly name: string
  readonly tables: readonly RawTable[]
  /** What the reader should know of the folder: a file that is not of the return, one in an old encoding. */
  readonly notes: readonly string[]
}

/** What stops a folder from being read as a return, and what to do. */
export interface FolderFault {
  readonly file: string
  readonly wrong: string
  readonly todo: string
}
