import type { DayForm } from './column.ts'
import { type Frame, frame } from './frame.ts'

/** A small table for a test: its columns in the first line, then its rows, parted by commas. */
export type Lines = readonly string[]

/** A table of a few lines. A blank cell is null. */
export function linesFrame(lines: Lines, form: DayForm): Frame {
  const [head = '', ...rows] = lines
  const cells = rows.map(r => r.split(',').map(c => (c.trim() === '' ? null : c.trim())))
  const columns = new Map(head.split(',').map((name, i) => [name.trim(), cells.map(r => r[i] ?? null)]))
  return frame(columns, rows.length, form)
}
