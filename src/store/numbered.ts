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

/** The next code of a letter: A4 after A3. Held for this transaction, so that two never get the same. */
export async function nextNumbered(tx: Db, kind: SubjectKind, letter: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code of ${kind}`}, 0))`.execute(tx)
  // One kind may have two letters, each with numbers of its own: an inspection I1, another source of the plan S1.
  const alike = (await subjectsOf(tx, kind)).filter(s => s.code.startsWith(letter))
  return `${letter}${alike.reduce((most, s) => Math.max(most, Number(s.code.slice(letter.length)) || 0), 0) + 1}`
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
  const code = await nextNumbered(tx, kind, letter)
  const before = await findSubject(tx, id)
  if (before) return before.kind === kind ? before.code : undefined
  const subject = { id, kind, code }
  await startFile(tx, subject, at)
  await append(tx, subject, entries)
  return subject.code
}
