import { randomInt, timingSafeEqual } from 'node:crypto'
import { asTyped } from '../domain/front-door/follow.ts'
import type { Db } from './connection.ts'
import { subjectByCode } from './queries/subjects.ts'
import { sealed } from './throttle.ts'

/** Letters and digits that are read as no other. */
const ALPHABET = '2346789ABCDEFGHJKMNPQRTWXYZ'
const letters = (n: number): string =>
  Array.from({ length: n }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')

/** A reference that no agency has, such as A7K3M9Q2: it says nothing of the agency. */
export async function freeAgencyReference(tx: Db): Promise<string> {
  for (;;) {
    const code = `A${letters(7)}`
    if (!(await subjectByCode(tx, 'agency-audit', code))) return code
  }
}

/** A code for a letter, in four groups of four. It is kept nowhere: only its key is. */
export const newAgencyCode = (): string => [1, 2, 3, 4].map(() => letters(4)).join('-')

/** What is kept of a code: only this installation can make it, and nobody can make the code of it. */
export const keyOfCode = async (tx: Db, subject: string, code: string): Promise<string> =>
  await sealed(tx, `agency ${subject} ${asTyped(code)}`)

/** True where a code is the one of a key; it takes as long whichever letter differs. */
export async function fitsKey(tx: Db, subject: string, code: string, key: string | null): Promise<boolean> {
  const made = Buffer.from(await keyOfCode(tx, subject, code))
  const kept = Buffer.from(key ?? '')
  return made.length === kept.length && timingSafeEqual(made, kept)
}
