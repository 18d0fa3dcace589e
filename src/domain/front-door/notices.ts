import type { Day } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { Answers } from '../records/kinds/field.ts'
import type { RawRow } from '../returns/ssda903/raw.ts'
import { findColumns, type NoticeKind } from './notice-columns.ts'
import { type NoticeRow, readNotice } from './notice-row.ts'

/** What is to be said of a line of the file. */
export interface LineSaid {
  readonly line: number
  readonly say: string
}

/** A notice as a contact: what was received, and each child with the line it stands on. */
export interface Notice {
  readonly number: string
  readonly line: number
  readonly received: Answers
  readonly children: readonly { readonly line: number; readonly child: Answers }[]
}

export interface ReadNotices {
  readonly notices: readonly Notice[]
  /** Lines that could not be used, and what to do about each. */
  readonly wrong: readonly LineSaid[]
  /** Lines that say what another line says. */
  readonly repeated: readonly LineSaid[]
  readonly notes: readonly string[]
}

const word = (v: unknown): string =>
  typeof v === 'string'
    ? v
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim()
    : ''

/** By what a child of a notice is known again: the NHS number, or the name with the date of birth. */
export const childKey = (child: Answers): string =>
  child.nhsNumber
    ? `nhs ${String(child.nhsNumber).replace(/\s/g, '')}`
    : [child.givenName, child.familyName, child.born ?? child.age, child.familyName ? '' : child.address]
        .map(word)
        .join('|')

/** Rows of one number are one notice: its children each once, its words each once. */
function gather(
  rows: readonly NoticeRow[],
): { readonly notice: Notice; readonly wrong: LineSaid[]; readonly repeated: LineSaid[] } | undefined {
  const [first, ...rest] = rows
  if (!first) return undefined
  const wrong: LineSaid[] = []
  const repeated: LineSaid[] = []
  const children = new Map([[childKey(first.child), { line: first.line, child: first.child }]])
  const concerns = new Set([String(first.received.concern)])
  for (const row of rest) {
    if (row.received.incidentOn !== first.received.incidentOn) {
      wrong.push({
        line: row.line,
        say: `${row.number} has another date on line ${first.line}. Check the number and the date on both.`,
      })
      continue
    }
    const key = childKey(row.child)
    const before = children.get(key)
    if (before)
      repeated.push({ line: row.line, say: `the same child of ${row.number} as on line ${before.line}` })
    else children.set(key, { line: row.line, child: row.child })
    concerns.add(String(row.received.concern))
  }
  const received = { ...first.received, concern: [...concerns].join('\n\n') }
  return {
    notice: { number: first.number, line: first.line, received, children: [...children.values()] },
    wrong,
    repeated,
  }
}

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
  const wrong: LineSaid[] = []
  const read: NoticeRow[] = []
  for (const { line, cells } of rows) {
    if (cells.every(c => c.trim() === '')) continue
    const cell = (name: string): string => {
      const i = at.get(name)
      return i === undefined ? '' : (cells[i] ?? '').replaceAll('\u0000', '').trim()
    }
    const one = readNotice(kind, line, cell, today)
    if (one.ok) read.push(one.value)
    else wrong.push({ line, say: one.error.join(' ') })
  }
  const gathered = [...Map.groupBy(read, r => r.number).values()].flatMap(list => gather(list) ?? [])
  const byLine = (list: readonly LineSaid[]) => [...list].sort((a, b) => a.line - b.line)
  return ok({
    notices: gathered.map(g => g.notice),
    wrong: byLine([...wrong, ...gathered.flatMap(g => g.wrong)]),
    repeated: byLine(gathered.flatMap(g => g.repeated)),
    notes,
  })
}
