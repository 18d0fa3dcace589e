import { sql } from 'kysely'
import type { Entry, NewEntry, NewSubject } from '../domain/records/entry.ts'
import { wordsOf } from '../domain/records/record-type.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import { canonical, digest, link } from './chain.ts'
import type { Db } from './connection.ts'
import { project, type Subject, writeProjections } from './project.ts'
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

/** What is read of an entry: all that it says, without its link in the chain. */
export const ENTRY_COLUMNS = [
  'id',
  'subject',
  'seq',
  'type',
  'happened',
  'recorded',
  'author',
  'answers',
  'amends',
  'sensitivity',
  'source',
] as const

/** One subject's entries, in order. */
export async function readEntries(db: Db, subject: string): Promise<readonly Entry[]> {
  return await db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
}

/** Holds a file for this transaction: two people who write in it at once come one after the other. */
export const holdFile = (tx: Db, subject: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx)

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

/** Drops and remakes the folded rows of one file. */
export async function refold(tx: Db, subject: Subject): Promise<void> {
  await tx.deleteFrom('happening').where('subject', '=', subject.id).execute()
  await tx.deleteFrom('spell').where('subject', '=', subject.id).execute()
  await tx.deleteFrom('clock').where('subject', '=', subject.id).execute()
  if (subject.kind === 'child') await tx.deleteFrom('person').where('subject', '=', subject.id).execute()
  if (subject.kind === 'worker') await tx.deleteFrom('staff').where('subject', '=', subject.id).execute()
  await writeProjections(tx, [project(subject, await readEntries(tx, subject.id))])
}

/** Starts a file. */
export async function startFile(tx: Db, subject: NewSubject, at: string): Promise<void> {
  await insertRows(tx, 'subject', { id: 'uuid', kind: 'text', code: 'text', started: 'timestamptz' }, [
    { ...subject, started: at },
  ])
}

export const findSubject = async (db: Db, id: string): Promise<Subject | undefined> =>
  await db.selectFrom('subject').select(['id', 'kind', 'code']).where('id', '=', id).executeTakeFirst()

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
  const made = chain(await tailOf(tx, subject.id), entries)
  await writeWords(tx, entries)
  await insertRows(tx, 'entry', ENTRY, made.rows)
  await refold(tx, subject)
  return made.entries
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
  // Few files change little of what the database knows; many would leave it planning for empty tables.
  if (subjects.length > GROUP) await sql`select refresh_statistics()`.execute(tx)
}
