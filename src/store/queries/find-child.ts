import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { readTyped, type Typed } from '../../domain/matching/asked.ts'
import { SHOWN, scoreTyped } from '../../domain/matching/score.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { type Found, howMany, listed, type Slice, shown } from './find-listed.ts'
import { fetchClosed, fetchOpen, logClosed, type Row, type Sought } from './likeness.ts'
import { type Sibling, siblingsOf } from './siblings-of.ts'

export interface Results {
  readonly total: number
  readonly children: readonly Found[]
  /** A date was typed that is no day. */
  readonly noSuchDay: string | null
}

export const SEARCH = 'search for a child'
/** A list of more than this is read as it is sorted, a page at a time. */
const SCORED = 200
/** An answer this good leaves sounds that are only like it unasked, where others are nearly as good. */
const GOOD = 0.85
/** This is the very name, but for how it is put together; less is, where nothing else was asked, asked about further. */
const SURE = 0.96
const SOME = 4
/** So many of the best answers are told with their brothers and sisters. */
const FEW = 3

interface Scored {
  readonly row: Row
  readonly score: number
  readonly why: readonly string[]
}

const best = (typed: Typed, rows: readonly Row[]): readonly Scored[] =>
  rows
    .map(row => ({ row, ...scoreTyped(typed, row) }))
    .filter(s => s.score >= SHOWN)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.row.familyName ?? '').localeCompare(b.row.familyName ?? '') ||
        (a.row.givenName ?? '').localeCompare(b.row.givenName ?? '') ||
        (a.row.code < b.row.code ? -1 : 1),
    )

async function withWorkers(
  db: Db,
  rows: readonly (Row & { why: readonly string[] })[],
): Promise<readonly Found[]> {
  if (rows.length === 0) return []
  const found = await sql<Omit<Found, 'why'>>`select ${shown} from person p
    where p.subject in (${sql.join(rows.map(r => r.subject))})`.execute(db)
  const bySubject = new Map(found.rows.map(r => [r.subject, r]))
  return rows.flatMap(r => {
    const f = bySubject.get(r.subject)
    return f ? [{ ...f, why: r.why }] : []
  })
}

/** Brothers and sisters of the best answers, who were not found by themselves: they come last. */
async function kin(
  db: Db,
  viewer: Viewer,
  now: Instant,
  found: readonly Scored[],
): Promise<readonly Sibling[]> {
  const sure = found.filter(f => f.score >= GOOD)
  if (sure.length === 0 || sure.length > FEW) return []
  const names = new Map(sure.map(({ row }) => [row.subject, calledBy(row, row.code)]))
  const known = new Set(found.map(f => f.row.subject))
  return (await siblingsOf(db, viewer, now, names)).filter(s => !known.has(s.subject))
}

/**
 * Children by what was typed into one box: a name, however spelt, or one they had before; a date of birth; an address;
 * the name of a brother or sister; an NHS number, a UPN or a child ID. The best answer first. Only those a viewer may
 * see in a list are found or counted; of a restricted child whom it would have found, the log says so.
 */
export async function findChildren(
  db: Db,
  viewer: Viewer,
  now: Instant,
  asked: string | readonly string[],
  slice: Slice,
): Promise<Results> {
  const text = typeof asked === 'string' ? asked : asked.join(' ')
  const typed = readTyped(text, Number(londonDay(now).slice(0, 4)))
  const { noSuchDay } = typed
  const may = mayDo(viewer, 'list', now)
  const words = typed.postcode ? [...typed.words, typed.postcode] : typed.words
  const namesOnly = typed.born === null && typed.number === null && typed.postcode === null
  const many = namesOnly ? await howMany(db, may, words) : 0
  const sought: Sought = { words, born: typed.born, numbers: typed.number ? [typed.number] : [], address: [] }
  const near = await fetchOpen(db, viewer, now, sought, false)
  let open = best(typed, near)
  const first = open[0]?.score ?? 0
  const isUnsure = first < GOOD || (typed.born === null && first < SURE && open.length < SOME)
  const far = words.length > 0 && isUnsure
  if (far) open = best(typed, unique([...near, ...(await fetchOpen(db, viewer, now, sought, true))]))
  if (slice.offset === 0) {
    const closed = best(typed, await fetchClosed(db, viewer, now, sought, far))
    const rows = closed.slice(0, slice.limit).map(c => c.row)
    await logClosed(db, viewer, now, SEARCH, rows)
  }
  if (many > SCORED) return { total: many, children: await listed(db, may, words, slice), noSuchDay }
  const family = await kin(db, viewer, now, open)
  const all = [...open.map(s => ({ ...s.row, why: s.why })), ...family]
  const page = all.slice(slice.offset, slice.offset + slice.limit)
  return { total: all.length, children: await withWorkers(db, page), noSuchDay }
}

const unique = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map(r => [r.subject, r])).values()]
