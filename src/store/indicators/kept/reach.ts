import { type Day, day } from '../../../domain/kernel/day.ts'
import { canonical } from '../../chain.ts'

/** The folded rows of files that figures are counted from, by table. */
export interface Rows {
  readonly happening: readonly object[]
  readonly spell: readonly object[]
  readonly clock: readonly object[]
  readonly person: readonly object[]
}

/** The columns that are looked at, of each table. */
export const HAPPENED = ['entry', 'type', 'happened', 'marks', 'answers', 'withdrawn'] as const
export const SPELT = ['subject', 'kind', 'key', 'starts', 'ends', 'facts', 'opened_by'] as const
export const CLOCKED = [
  'subject',
  'series',
  'rule',
  'starts',
  'started_by',
  'due',
  'met',
  'ended',
  'due_at',
  'met_at',
] as const
export const BORN = ['subject', 'unborn', 'born'] as const

type Row = Readonly<Record<string, unknown>>

/** Before any day that is asked about. */
export const EVER = day('0001-01-01')

const isDay = (v: unknown): v is Day => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v)
const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null)
const dayIn = (row: Row, column: string): Day => {
  const v = row[column]
  return isDay(v) ? v : EVER
}
const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((least, d) => (least === null || d < least ? d : least), null)

/** What changed between two values: from the earlier of two days on, where they are days or nothing; else from `since`. */
function changed(a: unknown, b: unknown, since: Day): readonly Day[] {
  if (same(a, b)) return []
  const both = [a, b].filter(v => v !== null && v !== undefined)
  return both.every(isDay) ? both : [since]
}

interface Table {
  /** What makes a row the same row, before and after. */
  readonly key: readonly string[]
  /** The day from which a row says anything. */
  readonly from: string
  /** What figures are counted from, beside the key. */
  readonly read: readonly string[]
  /** A moment tells something from the day that stands beside it. */
  readonly moments?: Readonly<Record<string, string>>
}

const tables: Readonly<Record<'happening' | 'spell' | 'clock', Table>> = {
  happening: {
    key: ['entry'],
    from: 'happened',
    read: ['type', 'happened', 'marks', 'answers', 'withdrawn'],
  },
  spell: { key: ['subject', 'kind', 'key', 'starts', 'opened_by'], from: 'starts', read: ['ends', 'facts'] },
  clock: {
    key: ['subject', 'series', 'rule', 'starts', 'started_by'],
    from: 'starts',
    read: ['due', 'met', 'ended'],
    moments: { due_at: 'due', met_at: 'met' },
  },
}

const facts = (row: Row): Row => (typeof row.facts === 'object' && row.facts !== null ? { ...row.facts } : {})

function betweenRows(t: Table, a: Row, b: Row): readonly Day[] {
  const since = earliest([dayIn(a, t.from), dayIn(b, t.from)]) ?? EVER
  const columns = t.read.flatMap(column => {
    if (column !== 'facts') return changed(a[column], b[column], since)
    const [old, now] = [facts(a), facts(b)]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(k =>
      changed(old[k], now[k], since),
    )
  })
  const moments = Object.entries(t.moments ?? {}).flatMap(([moment, of]) =>
    sameMoment(a[moment], b[moment]) ? [] : [dayIn(a, of), dayIn(b, of)].filter(d => d !== EVER),
  )
  return [...columns, ...moments]
}

const sameMoment = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && Date.parse(a) === Date.parse(b))

function between(t: Table, before: readonly object[], after: readonly object[]): readonly Day[] {
  const left = new Map<string, Row[]>()
  const keyOf = (row: Row) => canonical(t.key.map(k => row[k] ?? null))
  for (const row of before as readonly Row[]) {
    const list = left.get(keyOf(row))
    if (list) list.push(row)
    else left.set(keyOf(row), [row])
  }
  const found: Day[] = []
  for (const row of after as readonly Row[]) {
    const old = left.get(keyOf(row))?.shift()
    found.push(...(old ? betweenRows(t, old, row) : [dayIn(row, t.from)]))
  }
  for (const row of [...left.values()].flat()) found.push(dayIn(row, t.from))
  return found
}

/** Whose age it is, at any day: a birth put right reaches back for ever. */
function births(before: readonly object[], after: readonly object[]): readonly Day[] {
  const old = new Map((before as readonly Row[]).map(p => [p.subject, p]))
  return (after as readonly Row[]).flatMap(p => {
    const was = old.get(p.subject)
    return was && !(same(was.born, p.born) && same(was.unborn, p.unborn)) ? [EVER] : []
  })
}

/**
 * The first day on whose figures a change of some files can show: what is counted of any day before it is the same before and
 * after. Pure.
 * @returns null where nothing that is counted has changed
 */
export const reachesBack = (before: Rows, after: Rows): Day | null =>
  earliest([
    ...between(tables.happening, before.happening, after.happening),
    ...between(tables.spell, before.spell, after.spell),
    ...between(tables.clock, before.clock, after.clock),
    ...births(before.person, after.person),
  ])
