import { sql } from 'kysely'
import type { Entry, SubjectKind } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { ENTRY_COLUMNS } from '../entries.ts'
import { findSubject, survivorOf } from '../joined.ts'
import type { Subject } from '../project.ts'

export { readFiles as entriesOfSubjects } from '../entries.ts'

/** The file of a code. The code of a child's file that was joined to another finds that other. */
export async function subjectByCode(db: Db, kind: SubjectKind, code: string): Promise<Subject | undefined> {
  const found = await db
    .selectFrom('subject')
    .select(['id', 'kind', 'code'])
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!found || kind !== 'child') return found
  const end = await survivorOf(db, found.id)
  return end === found.id ? found : await findSubject(db, end)
}

export const subjectsOf = async (db: Db, kind: SubjectKind): Promise<readonly Subject[]> =>
  await db
    .selectFrom('subject')
    .select(['id', 'kind', 'code'])
    .where('kind', '=', kind)
    .orderBy('id')
    .execute()

/** Every entry in the files of one kind, file by file: for kinds with few files, such as the plan's actions. */
export async function entriesOfKind(db: Db, kinds: readonly SubjectKind[]): Promise<readonly Entry[]> {
  return await db
    .selectFrom('entry')
    .innerJoin('subject', 'subject.id', 'entry.subject')
    .select(ENTRY_COLUMNS.map(c => `entry.${c}` as const))
    .where('subject.kind', 'in', kinds)
    .orderBy('entry.subject')
    .orderBy('entry.seq')
    .execute()
}

/** The words that were asked when an entry was written. */
export async function wordsAsked(db: Db, entry: string): Promise<unknown> {
  const { rows } = await sql<{
    words: unknown
  }>`select w.words from entry e join words w on w.hash = e.words where e.id = ${entry}`.execute(db)
  return rows[0]?.words
}
