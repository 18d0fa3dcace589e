import type { Day } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { RawRow } from '../returns/ssda903/raw.ts'
import { columnsOf, type NoticeKind } from './notice-columns.ts'
import { gather, type LineSaid, type Notice } from './notice-gather.ts'
import { findColumns } from './notice-match.ts'
import { type NoticeRow, readNotice } from './notice-row.ts'

export interface ReadNotices {
  readonly notices: readonly Notice[]
  /** Lines that could not be used, and what to do about each. */
  readonly wrong: readonly LineSaid[]
  /** Lines that say what another line says. */
  readonly repeated: readonly LineSaid[]
  readonly notes: readonly string[]
}

const clean = (cell: string | undefined): string => (cell ?? '').replaceAll('\u0000', '').trim()

/** More values than names: what follows a comma that should have been quoted would be read as something else. */
const tooMany = (cells: readonly string[], names: number): string | undefined =>
  cells.slice(names).some(c => clean(c) !== '')
    ? `It has ${cells.length} values, and the first line names ${names}. A value with a comma in it needs quotation marks around it.`
    : undefined

const byLine = (list: readonly LineSaid[]) => [...list].sort((a, b) => a.line - b.line)

/**
 * Reads a file of notices, row by row: what can’t be used is told by its line, and the rest is read all the same.
 * @param columns the names in the first line of the file
 * @returns what was read; or, where the columns can’t be told apart, every fault of the first line
 */
export function readNotices(
  kind: NoticeKind,
  columns: readonly string[],
  rows: readonly RawRow[],
  today: Day,
): Result<ReadNotices, readonly string[]> {
  const found = findColumns(kind, columns)
  if (!found.ok) return fail(found.error)
  const { at, notes } = found.value
  const joins = new Map(columnsOf(kind).map(([field, c]) => [field, c.joins ?? '']))
  const wrong: LineSaid[] = []
  const read: NoticeRow[] = []
  const told = rows.filter(r => r.cells.some(c => clean(c) !== ''))
  for (const { line, cells } of told) {
    const over = tooMany(cells, columns.length)
    const cell = (name: string): string =>
      (at.get(name) ?? [])
        .map(i => clean(cells[i]))
        .filter(c => c !== '')
        .join(joins.get(name))
    const one = over === undefined ? readNotice(kind, line, cell, today) : fail([over])
    if (one.ok) read.push(one.value)
    else wrong.push({ line, say: one.error.join(' ') })
  }
  const gathered = [...Map.groupBy(read, r => r.number).values()].flatMap(list => gather(list) ?? [])
  return ok({
    notices: gathered.map(g => g.notice),
    wrong: byLine([...wrong, ...gathered.flatMap(g => g.wrong)]),
    repeated: byLine(gathered.flatMap(g => g.repeated)),
    notes: told.length === 0 ? [...notes, 'It has no line below that of the column names.'] : notes,
  })
}
