import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { Cells, Source } from '../../domain/returns/check/column.ts'
import { type Cut, cutLines, sourceOf } from './cut-lines.ts'
import { parseCsv } from './parse-csv.ts'

/** A file of rows, column by column: cells trimmed, null where blank. Blank lines are no rows. */
export interface CsvColumns {
  readonly names: readonly string[]
  readonly columns: readonly (Cells | Source)[]
  readonly rows: number
  /** Lines with more or fewer values than there are names, by their number in the file; the first of them. */
  readonly uneven: readonly number[]
}

/** A column's cells, from wherever they are. */
export const cellsIn = (column: Cells | Source | undefined): Cells | undefined =>
  column && 'cells' in column ? column.cells() : column

const MOST_TOLD = 20

/**
 * Reads CSV text into columns. A return's files are large, and hardly any has a quoted value: such a one is cut at its
 * commas, without a parser.
 * @returns the columns, or what is wrong with the file and what to do
 */
export function csvColumns(text: string): Result<CsvColumns, { wrong: string; todo: string }> {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const end = plain.indexOf('\n')
  const head = end < 0 ? plain : plain.slice(0, end)
  if (plain.includes('"') || !head.includes(',')) return parsed(plain)
  const names = head.split(',').map(n => n.trim())
  const cut: Cut = cutLines(plain, end < 0 ? plain.length : end + 1, names.length, MOST_TOLD)
  return ok({
    names,
    columns: names.map((_, i) => sourceOf(plain, cut, i)),
    rows: cut.rows,
    uneven: cut.uneven,
  })
}

/** The same through a parser that knows quotes, and other things that part values. */
function parsed(text: string): Result<CsvColumns, { wrong: string; todo: string }> {
  const read = parseCsv(text)
  if (!read.ok) return fail(read.error)
  const { columns: names, rows } = read.value
  const columns: (string | null)[][] = names.map(() => [])
  const uneven: number[] = []
  let found = 0
  for (const { cells, line } of rows) {
    if (cells.every(c => c.trim() === '')) continue
    for (let i = 0; i < names.length; i += 1) columns[i]?.push((cells[i] ?? '').trim() || null)
    if (cells.length !== names.length && uneven.length < MOST_TOLD) uneven.push(line)
    found += 1
  }
  return ok({ names, columns, rows: found, uneven })
}
