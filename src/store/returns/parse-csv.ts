import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { RawRow } from '../../domain/returns/ssda903/raw.ts'

/** A file of rows: its column names, and its rows with the lines on which they begin. */
interface Csv {
  readonly columns: readonly string[]
  readonly rows: readonly RawRow[]
  readonly delimiter: string
}

/** What parts the values: a comma, or what a spreadsheet of another country or a copy and paste puts there. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const counts = [',', ';', '\t', '|'].map(d => ({ d, n: first.split(d).length }))
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a))
  return best.d
}

/** Lines of the file that a row takes up: a quoted value may hold a line break. */
const breaks = (cells: readonly string[]) =>
  cells.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0)

/** Reads CSV text: quotes, either kind of line end, with or without one at the last. */
export function parseCsv(text: string): Result<Csv, { wrong: string; todo: string }> {
  const delimiter = delimiterOf(text)
  // One kind of line end, as the parser counts a CRLF inside quotes as two lines.
  const plain = text.replace(/\r\n?/g, '\n')
  try {
    const rows: RawRow[] = []
    parse(plain, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: lines - breaks(cells), cells })
        return null
      },
    })
    const [head, ...rest] = rows
    return ok({ columns: (head?.cells ?? []).map(c => c.trim()), rows: rest, delimiter })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
    return fail({
      wrong: `It can’t be read as CSV${line}.`,
      todo: 'Look there for a quotation mark that is opened and not closed, or one in the middle of a value.',
    })
  }
}
