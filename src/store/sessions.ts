import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Role, Viewer } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import { signInSet, signInSettings, wholeSettings } from './accounts/settings.ts'
import { hashToken, newToken } from './accounts/tokens.ts'
import type { Db } from './connection.ts'
import { newId } from './ids.ts'

/** The longest a session runs, used or not. */
export const HOURS = 12
const after = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant

export type Means = 'password' | 'passkey' | 'organisation' | 'demonstration'

/** What a person recognises a session by. */
export interface SessionFacts {
  readonly device?: string
  readonly address?: string
  readonly means?: Means
  /** The session of the organisation's own sign-in that it came from. */
  readonly there?: string | null
  /** Wrong tries at the account since its owner was last here, to be told. */
  readonly wrong?: number
  readonly wrongLast?: Instant | null
}

/** Starts a session; the token goes to the browser and only its hash is kept. */
export async function startSession(
  db: Db,
  worker: string,
  now: Instant,
  facts: SessionFacts = {},
): Promise<string> {
  const token = newToken()
  await db.deleteFrom('session').where('expires', '<', now).execute()
  await db
    .insertInto('session')
    .values({
      token: hashToken(token),
      id: newId(now),
      worker,
      csrf: randomBytes(24).toString('base64url'),
      started: now,
      seen: now,
      expires: after(now, HOURS * 60),
      ...(facts.device === undefined ? {} : { device: facts.device }),
      ...(facts.address === undefined ? {} : { address: facts.address }),
      ...(facts.means === undefined ? {} : { means: facts.means }),
      there: facts.there ?? null,
      wrong: facts.wrong ?? 0,
      wrong_last: facts.wrongLast ?? null,
    })
    .execute()
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', hashToken(token)).execute()
}

/** Goes on with a session under another token, as what its owner may do has changed. @returns the token */
export async function renewSession(db: Db, token: string): Promise<string> {
  const made = newToken()
  await db
    .updateTable('session')
    .set({ token: hashToken(made) })
    .where('token', '=', hashToken(token))
    .execute()
  return made
}

/**
 * True of whoever works here; of an inspector only while a visit lets them in, from one day until the end of another in
 * England. Read at every request: a visit that ends shuts out whoever is signed in.
 */
async function letIn(
  db: Db,
  { role, worker }: { readonly role: Role; readonly worker: string },
  now: Instant,
) {
  if (role !== 'inspector') return true
  const { rows } = await sql`select from spell s where s.kind = 'admitted' and s.facts ->> 'by' = ${worker}
    and s.ends is null and s.starts <= ${londonDay(now)} and s.facts ->> 'until' >= ${londonDay(now)}`.execute(
    db,
  )
  return rows.length > 0
}

/** Whether an account has a second step: an app, or a passkey. */
const hasSecond = sql<boolean>`(account.totp is not null or exists (select from passkey p
  where p.worker = session.worker))`

export interface Found {
  readonly viewer: Viewer
  readonly csrf: string
  readonly id: string
  readonly means: string
  /** What must be done before anything else. */
  readonly must: 'password' | 'second' | null
  /** Minutes without a request after which it ends. */
  readonly idle: number
  readonly wrong: number
}

/** Who holds a session, if it still runs and was used lately, and they still work here or are let in by a visit. */
export async function findSession(db: Db, token: string, now: Instant): Promise<Found | undefined> {
  const hash = hashToken(token)
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.subject', 'session.worker')
    .leftJoin('account', 'account.worker', 'session.worker')
    .select([
      'session.id',
      'session.worker',
      'session.csrf',
      'session.seen',
      'session.means',
      'session.wrong',
    ])
    .select(['staff.name', 'staff.role', 'staff.team', 'account.must_change', hasSecond.as('second')])
    .select(signInSet.as('set'))
    .where('session.token', '=', hash)
    .where('session.expires', '>', now)
    .where('staff.working', '=', true)
    .executeTakeFirst()
  if (!row || !(await letIn(db, row, now))) return undefined
  const { secondStep, idle } = wholeSettings(row.set)
  if (row.seen < after(now, -idle)) return undefined
  // Not at every request: two pages of one person would wait for each other.
  if (row.seen < after(now, -1))
    await db.updateTable('session').set({ seen: now }).where('token', '=', hash).execute()
  const byPassword = row.means === 'password'
  const needsSecond = byPassword && !row.second && secondStep.includes(row.role) && row.must_change !== null
  return {
    viewer: { id: row.worker, name: row.name, role: row.role, team: row.team },
    csrf: row.csrf,
    id: row.id,
    means: row.means,
    must: byPassword && row.must_change ? 'password' : needsSecond ? 'second' : null,
    idle,
    wrong: row.wrong,
  }
}

/** Where somebody is signed in, last used first. */
export async function sessionsOf(db: Db, worker: string, now: Instant) {
  const { idle } = await signInSettings(db)
  return await db
    .selectFrom('session')
    .select(['id', 'csrf', 'device', 'address', 'means', 'started', 'seen', 'wrong', 'wrong_last'])
    .where('worker', '=', worker)
    .where('expires', '>', now)
    .where('seen', '>=', after(now, -idle))
    .orderBy('seen', 'desc')
    .execute()
}

/** Ends one session of somebody, by its number. False where they have none of it. */
export async function revokeSession(db: Db, worker: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('session')
    .where('worker', '=', worker)
    .where(sql`id::text`, '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Ends every session of somebody, but the one of this token where one is to stay. @returns how many */
export async function revokeAll(db: Db, worker: string, but?: string): Promise<number> {
  const done = await db
    .deleteFrom('session')
    .where('worker', '=', worker)
    .$if(but !== undefined, q => q.where('csrf', '<>', but ?? ''))
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

/**
 * Ends the sessions that came from one of the organisation's own sign-in; all that somebody came by there, where it is not
 * said which ended, or where it was not said which one a session came from.
 * @returns how many of whom
 */
export async function revokeOf(
  db: Db,
  {
    iss,
    sub,
    sid,
  }: { readonly iss: string; readonly sub: string | undefined; readonly sid: string | undefined },
): Promise<readonly { readonly worker: string; readonly sessions: number }[]> {
  const known = sub !== undefined
  const rows = await db
    .deleteFrom('session')
    .using('account')
    .whereRef('account.worker', '=', 'session.worker')
    .where('session.means', '=', 'organisation')
    .where('account.issuer', '=', iss)
    .$if(known, q => q.where('account.issuer_subject', '=', sub ?? ''))
    .$if(sid !== undefined, q =>
      q.where(eb =>
        eb.or([eb('session.there', '=', sid ?? ''), ...(known ? [eb('session.there', 'is', null)] : [])]),
      ),
    )
    .returning('session.worker')
    .execute()
  return [...Map.groupBy(rows, r => r.worker)].map(([worker, ended]) => ({ worker, sessions: ended.length }))
}

/** Its owner has read of the wrong tries. */
export async function toldOfWrong(db: Db, worker: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ wrong: 0 })
    .where('worker', '=', worker)
    .where('wrong', '>', 0)
    .execute()
}
