import type { DayForm } from './column.ts'
import { type Frame, frame } from './frame.ts'

/** A row as it is met in a file: only what was given. */
export type Row = Record<string, string | null>

/** A table while it is read, row by row. */
export interface Growing {
  readonly put: (row: Row) => void
  /** @param columns what the table has, whether any row gave it or not */
  readonly finish: (columns: readonly string[], form: DayForm) => Frame
}

/** Begins a table. A column that comes late is blank in the rows before it. */
export function growing(): Growing {
  const columns = new Map<string, (string | null)[]>()
  let rows = 0
  const cellsOf = (name: string): (string | null)[] => {
    const before = columns.get(name)
    if (before) return before
    const cells: (string | null)[] = []
    columns.set(name, cells)
    return cells
  }
  return {
    put: row => {
      for (const name in row) {
        const cells = cellsOf(name)
        while (cells.length < rows) cells.push(null)
        cells.push(row[name] ?? null)
      }
      rows += 1
    },
    finish: (names, form) => {
      for (const name of names) cellsOf(name)
      for (const cells of columns.values()) while (cells.length < rows) cells.push(null)
      return frame(columns, rows, form)
    },
  }
}
