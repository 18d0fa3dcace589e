import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { parseCsv } from './parse-csv.ts'

/** A file of rows, column by column: cells trimmed, null where blank. Blank lines are no rows. */
export interface CsvColumns {
  readonly names: readonly string[]
  readonly columns: readonly (readonly (string | null)[])[]
  readonly rows: number
  /** Lines with more or fewer values than there are names, by their number in the file; the first of them. */
  readonly uneven: readonly number[]
}

const MOST_TOLD = 20

interface Growing {
  readonly columns: (string | null)[][]
  readonly uneven: number[]
  rows: number
}

const COMMA = 44
const NEWLINE = 10

/** A return's files are large, and hardly any has a quoted value: such a one is cut at its commas, without a parser. */
function cut(text: string, from: number, width: number, into: Growing): void {
  const { columns } = into
  let line = 2
  let at = from
  while (at < text.length) {
    let column = 0
    let start = at
    let filled = false
    for (;;) {
      const code = at < text.length ? text.charCodeAt(at) : NEWLINE
      if (code !== COMMA && code !== NEWLINE) {
        at += 1
        continue
      }
      if (column < width) {
        const cell = cellOf(text, start, at)
        if (cell !== null) filled = true
        columns[column]?.push(cell)
      } else if (cellOf(text, start, at) !== null) filled = true
      column += 1
      at += 1
      start = at
      if (code === NEWLINE) break
    }
    endRow(into, filled, column, width, line)
    line += 1
  }
}

const SPACE = 32
function cellOf(text: string, start: number, end: number): string | null {
  if (start === end) return null
  if (text.charCodeAt(start) > SPACE && text.charCodeAt(end - 1) > SPACE) return text.slice(start, end)
  const cell = text.slice(start, end).trim()
  return cell === '' ? null : cell
}

/** Keeps the row, or takes it back where it is blank; a short one is filled up. */
function endRow(into: Growing, filled: boolean, found: number, width: number, line: number): void {
  if (!filled) {
    for (let i = 0; i < Math.min(found, width); i += 1) into.columns[i]?.pop()
    return
  }
  for (let i = found; i < width; i += 1) into.columns[i]?.push(null)
  if (found !== width && into.uneven.length < MOST_TOLD) into.uneven.push(line)
  into.rows += 1
}

/**
 * Reads CSV text into columns.
 * @returns the columns, or what is wrong with the file and what to do
 */
export function csvColumns(text: string): Result<CsvColumns, { wrong: string; todo: string }> {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const end = plain.indexOf('\n')
  const head = end < 0 ? plain : plain.slice(0, end)
  if (plain.includes('"') || !head.includes(',')) return parsed(plain)
  const names = head.split(',').map(n => n.trim())
  const growing: Growing = { columns: names.map(() => []), uneven: [], rows: 0 }
  if (end >= 0) cut(plain, end + 1, names.length, growing)
  return ok({ names, ...growing })
}

/** The same through a parser that knows quotes, and other things that part values. */
function parsed(text: string): Result<CsvColumns, { wrong: string; todo: string }> {
  const read = parseCsv(text)
  if (!read.ok) return fail(read.error)
  const { columns: names, rows } = read.value
  const growing: Growing = { columns: names.map(() => []), uneven: [], rows: 0 }
  for (const { cells, line } of rows) {
    if (cells.every(c => c.trim() === '')) continue
    for (let i = 0; i < names.length; i += 1) growing.columns[i]?.push((cells[i] ?? '').trim() || null)
    if (cells.length !== names.length && growing.uneven.length < MOST_TOLD) growing.uneven.push(line)
    growing.rows += 1
  }
  return ok({ names, ...growing })
}
