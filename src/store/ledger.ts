import { sql } from 'kysely'
import type { Entry, NewEntry, NewSubject } from '../domain/records/entry.ts'
import { wordsOf } from '../domain/records/record-type.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import { canonical, digest, link } from './chain.ts'
import type { Db } from './connection.ts'
import { allFiguresChanged } from './indicators/kept/change.ts'
import { findSubject, joinedTo, survivorOf } from './joined.ts'
import { project, type Subject, writeProjections } from './project.ts'
import { refold } from './refold.ts'
import { insertRows } from './rows.ts'

const ENTRY = {
  id: 'uuid',
  subject: 'uuid',
  seq: 'integer',
  type: 'text',
  happened: 'date',
  recorded: 'timestamptz',
  author: 'uuid',
  answers: 'jsonb',
  words: 'text',
  amends: 'uuid',
  sensitivity: 'text',
  source: 'text',
  previous: 'text',
  hash: 'text',
} as const

export { readEntries } from './entries.ts'
export { findSubject } from './joined.ts'

/** Waits until the file is ours that this one is read as part of now. @returns which that was */
async function hold(tx: Db, subject: string): Promise<string> {
  const { rows } = await sql<{
    file: string
  }>`select f.file, pg_advisory_xact_lock(hashtextextended(f.file::text, 0))
    from (select coalesce((select p.merged from person p where p.subject = ${subject}), ${subject}::uuid) as file) f`.execute(
    tx,
  )
  return rows[0]?.file ?? subject
}

/**
 * Holds a file for this transaction: two people who write in it at once come one after the other. Files that are read as
 * one are held as one.
 */
export async function holdFile(tx: Db, subject: string): Promise<void> {
  const held = await hold(tx, subject)
  // It may have been joined or parted while we waited.
  if ((await survivorOf(tx, subject)) !== held) await hold(tx, subject)
}

const wordsByType = new Map<string, { hash: string; words: object }>()

function wordsFor(type: string): { hash: string; words: object } {
  const known = wordsByType.get(type)
  if (known) return known
  const words = wordsOf(knownRecordType(type))
  const made = { hash: digest(canonical(words)), words }
  wordsByType.set(type, made)
  return made
}

interface Tail {
  readonly seq: number
  readonly hash: string | null
}

/** Puts new entries at the end of a file: their place, and their link in the chain. */
function chain(tail: Tail, entries: readonly NewEntry[]): { entries: Entry[]; rows: object[] } {
  let { seq, hash: previous } = tail
  const placed: Entry[] = []
  const rows: object[] = []
  for (const e of entries) {
    seq += 1
    const entry: Entry = { ...e, seq }
    const words = wordsFor(e.type).hash
    const hash = link(entry, words, previous)
    placed.push(entry)
    rows.push({ ...entry, words, previous, hash })
    previous = hash
  }
  return { entries: placed, rows }
}

const tailOf = async (tx: Db, subject: string): Promise<Tail> =>
  (await tx
    .selectFrom('entry')
    .select(['seq', 'hash'])
    .where('subject', '=', subject)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? { seq: 0, hash: null }

async function writeWords(tx: Db, entries: readonly NewEntry[]): Promise<void> {
  const rows = [...new Set(entries.map(e => e.type))].map(wordsFor)
  await insertRows(tx, 'words', { hash: 'text', words: 'jsonb' }, rows, 'on conflict do nothing')
}

/** Starts a file. */
export async function startFile(tx: Db, subject: NewSubject, at: string): Promise<void> {
  await insertRows(tx, 'subject', { id: 'uuid', kind: 'text', code: 'text', started: 'timestamptz' }, [
    { ...subject, started: at },
  ])
}

/** What is written about an entry stands in its ledger: so two files that were joined can be parted again. */
async function inOwnLedger(tx: Db, file: string, entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
  const about = entries.map(e => e.amends).filter(a => a !== null)
  if (about.length === 0 || (await joinedTo(tx, file)).length === 0) return entries
  const rows = await tx.selectFrom('entry').select(['id', 'subject']).where('id', 'in', about).execute()
  const ledgers = new Map(rows.map(r => [r.id, r.subject]))
  return entries.map(e => ({ ...e, subject: ledgers.get(e.amends ?? '') ?? e.subject }))
}

/**
 * Adds entries to one file, and folds it again, in the caller's transaction: nobody sees the one without the other.
 * @param entries in the order they are to stand; all of one subject
 * @returns the entries with their places
 */
export async function append(
  tx: Db,
  subject: Subject,
  entries: readonly NewEntry[],
): Promise<readonly Entry[]> {
  await holdFile(tx, subject.id)
  await writeWords(tx, entries)
  const placed: Entry[] = []
  const own = await inOwnLedger(tx, subject.id, entries)
  for (const [ledger, list] of Map.groupBy(own, e => e.subject)) {
    const made = chain(await tailOf(tx, ledger), list)
    await insertRows(tx, 'entry', ENTRY, made.rows)
    placed.push(...made.entries)
  }
  await refold(tx, subject, placed)
  return placed
}

/** Many files at once: an import, or the invented authority. New files are folded in memory, others from the ledger. */
export async function appendAll(
  tx: Db,
  subjects: readonly NewSubject[],
  entries: readonly NewEntry[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const bySubject = new Map<string, NewEntry[]>()
  for (const e of entries) {
    const list = bySubject.get(e.subject)
    if (list) list.push(e)
    else bySubject.set(e.subject, [e])
  }
  const fresh = new Set(subjects.map(s => s.id))
  await writeWords(tx, entries)
  const start = subjects.map(s => ({
    ...s,
    started: bySubject.get(s.id)?.[0]?.recorded ?? '1970-01-01T00:00:00.000Z',
  }))
  await insertRows(tx, 'subject', { id: 'uuid', kind: 'text', code: 'text', started: 'timestamptz' }, start)

  const GROUP = 250
  for (let at = 0; at < subjects.length; at += GROUP) {
    const made = subjects
      .slice(at, at + GROUP)
      .map(s => ({ s, ...chain({ seq: 0, hash: null }, bySubject.get(s.id) ?? []) }))
    await insertRows(
      tx,
      'entry',
      ENTRY,
      made.flatMap(m => m.rows),
    )
    await writeProjections(
      tx,
      made.map(m => project(m.s, m.entries)),
    )
    onProgress(Math.min(at + GROUP, subjects.length), subjects.length)
  }
  for (const [id, list] of bySubject) {
    if (fresh.has(id)) continue
    const subject = await findSubject(tx, id)
    if (!subject) throw new Error(`There is no file ${id} to write in.`)
    await append(tx, subject, list)
  }
  // A new file that says it was joined is folded with the one it goes into.
  for (const s of subjects) if (bySubject.get(s.id)?.some(e => e.type === 'merged')) await refold(tx, s)
  if (subjects.some(s => s.kind === 'child')) await allFiguresChanged(tx)
  // Few files change little of what the database knows; many would leave it planning for empty tables.
  if (subjects.length > GROUP) await sql`select refresh_statistics()`.execute(tx)
}
