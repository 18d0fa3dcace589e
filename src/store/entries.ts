import { sql } from 'kysely'
import { readAsOne } from '../domain/casework/joined.ts'
import type { Entry } from '../domain/records/entry.ts'
import type { Db } from './connection.ts'

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

/** One ledger as it was written: a subject’s own entries, in order. */
export async function readLedger(db: Db, subject: string): Promise<readonly Entry[]> {
  return await db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
}

/**
 * The entries of several files for reading, each in order, with those of the files that were joined to it (see
 * `readAsOne`): they are numbered through, and each keeps the subject in whose ledger it stands.
 */
export async function readFiles(
  db: Db,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<Entry & { into: string | null }>`select ${sql.join(
    ENTRY_COLUMNS.map(name => sql.ref(`e.${name}`)),
  )},
      (select p.merged from person p where p.subject = e.subject) as into
    from entry e where e.subject = any(array(select p.subject from person p where p.merged = any(${subjects}::uuid[]))
      || ${subjects}::uuid[])
    order by e.subject, e.seq`.execute(db)
  const own = new Map<string, Entry[]>()
  const parts = new Map<string, Set<string>>()
  for (const { into, ...e } of rows) {
    const list = own.get(e.subject)
    if (list) list.push(e)
    else own.set(e.subject, [e])
    if (into !== null) parts.set(into, (parts.get(into) ?? new Set()).add(e.subject))
  }
  return new Map(
    subjects.flatMap(s => {
      const files = [s, ...(parts.get(s) ?? [])].map(f => own.get(f) ?? [])
      return files.some(f => f.length > 0) ? [[s, readAsOne(files)] as const] : []
    }),
  )
}

/** One file’s entries for reading, in order: its own, and those of the files that were joined to it. */
export const readEntries = async (db: Db, subject: string): Promise<readonly Entry[]> =>
  (await readFiles(db, [subject])).get(subject) ?? []
