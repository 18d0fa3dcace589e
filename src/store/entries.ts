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
  const joined = await db
    .selectFrom('person')
    .select(['subject', 'merged'])
    .where('merged', 'in', subjects)
    .execute()
  const rows = await db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('subject', 'in', [...subjects, ...joined.map(j => j.subject)])
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const own = Map.groupBy(rows, e => e.subject)
  const parts = Map.groupBy(joined, j => j.merged)
  return new Map(
    subjects.flatMap(s => {
      const files = [s, ...(parts.get(s) ?? []).map(j => j.subject)].map(f => own.get(f) ?? [])
      return files.some(f => f.length > 0) ? [[s, readAsOne(files)] as const] : []
    }),
  )
}

/** One file’s entries for reading, in order: its own, and those of the files that were joined to it. */
export const readEntries = async (db: Db, subject: string): Promise<readonly Entry[]> =>
  (await readFiles(db, [subject])).get(subject) ?? []
