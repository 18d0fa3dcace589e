import { sql } from 'kysely'
import type { NewEntry, SubjectKind } from '../domain/records/entry.ts'
import type { Db } from './connection.ts'
import { isId } from './ids.ts'
import { append, findSubject, startFile } from './ledger.ts'
import { subjectsOf } from './queries/subjects.ts'

interface Starting {
  /** The id the form was opened with, so that sending it twice starts one file. */
  readonly id: string
  readonly kind: SubjectKind
  /** The letter of its code: the next board after B3 is B4. */
  readonly letter: string
  readonly entries: readonly NewEntry[]
}

/**
 * Starts a file whose code is a letter and the next number, with its first entries. Two who start at once get a number
 * each.
 * @returns the code, or undefined where the form was not whole
 */
export async function startNumbered(
  tx: Db,
  { id, kind, letter, entries }: Starting,
  at: string,
): Promise<string | undefined> {
  if (!isId(id)) return undefined
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code of ${kind}`}, 0))`.execute(tx)
  const before = await findSubject(tx, id)
  if (before) return before.kind === kind ? before.code : undefined
  const numbers = (await subjectsOf(tx, kind)).map(s => Number(s.code.slice(letter.length)) || 0)
  const subject = { id, kind, code: `${letter}${Math.max(0, ...numbers) + 1}` }
  await startFile(tx, subject, at)
  await append(tx, subject, entries)
  return subject.code
}
