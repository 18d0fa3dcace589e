import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { hashToken, newToken } from './tokens.ts'

/**
 * What is half done: a password that waits for its second step, a passkey that was asked for, a way to elsewhere. And
 * what must not be done twice: a logout token that was heard.
 */
export type StepKind = 'second' | 'passkey' | 'add-passkey' | 'organisation' | 'ended-there'

const MINUTES = 10

/** Begins a step; its token goes into a cookie, and holds ten minutes. */
export async function beginStep(
  db: Db,
  kind: StepKind,
  worker: string | null,
  facts: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<string> {
  const token = newToken()
  await db.deleteFrom('sign_in_step').where('expires', '<', now).execute()
  const expires = new Date(Date.parse(now) + MINUTES * 60_000).toISOString() as Instant
  await db
    .insertInto('sign_in_step')
    .values({ token: hashToken(token), kind, worker, facts: JSON.stringify(facts), expires })
    .execute()
  return token
}

/** The step of a token, while it holds. */
export async function findStep(db: Db, kind: StepKind, token: string | undefined, now: Instant) {
  if (token === undefined) return undefined
  return await db
    .selectFrom('sign_in_step')
    .select(['worker', 'facts'])
    .where('token', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expires', '>', now)
    .executeTakeFirst()
}

/** Takes a step: it is gone, so that it is done once only. */
export async function takeStep(db: Db, kind: StepKind, token: string | undefined, now: Instant) {
  if (token === undefined) return undefined
  return await db
    .deleteFrom('sign_in_step')
    .where('token', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expires', '>', now)
    .returning(['worker', 'facts'])
    .executeTakeFirst()
}

/** Marks something as done, until it could not be done again anyway. @returns false where it was before */
export async function useOnce(
  db: Db,
  kind: StepKind,
  what: string,
  expires: Instant,
  now: Instant,
): Promise<boolean> {
  await db.deleteFrom('sign_in_step').where('expires', '<', now).execute()
  const done = await db
    .insertInto('sign_in_step')
    .values({ token: hashToken(`${kind} ${what}`), kind, worker: null, facts: '{}', expires })
    .onConflict(c => c.column('token').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
