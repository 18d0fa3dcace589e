import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Viewer } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import type { Db } from './connection.ts'
import { writeLog } from './log.ts'

const HOURS = 12
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
const later = (now: Instant, hours: number): Instant =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString() as Instant

/** Starts a session; the token goes to the browser and only its hash is kept. */
export async function startSession(db: Db, worker: string, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.deleteFrom('session').where('expires', '<', now).execute()
  await db
    .insertInto('session')
    .values({
      token: hashToken(token),
      worker,
      csrf: randomBytes(24).toString('base64url'),
      started: now,
      expires: later(now, HOURS),
    })
    .execute()
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', hashToken(token)).execute()
}

/**
 * True of whoever works here; of an inspector only while a visit lets them in, from one day until the end of another in
 * England. Read at every request: a visit that ends shuts out whoever is signed in.
 */
const letIn = (now: Instant) => sql<boolean>`(staff.role <> 'inspector' or exists (select from spell s
  where s.kind = 'admitted' and s.facts ->> 'by' = staff.subject::text and s.ends is null
  and s.starts <= ${londonDay(now)} and s.facts ->> 'until' >= ${londonDay(now)}))`

/** Who holds a session, if it still runs, and they still work here or are let in by a visit. */
export async function findSession(
  db: Db,
  token: string,
  now: Instant,
): Promise<{ viewer: Viewer; csrf: string } | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.subject', 'session.worker')
    .select(['session.worker', 'session.csrf', 'staff.name', 'staff.role', 'staff.team'])
    .where('session.token', '=', hashToken(token))
    .where('session.expires', '>', now)
    .where('staff.working', '=', true)
    .where(letIn(now))
    .executeTakeFirst()
  if (!row) return undefined
  return { viewer: { id: row.worker, name: row.name, role: row.role, team: row.team }, csrf: row.csrf }
}

const scrypt = (password: string, salt: Buffer): Buffer =>
  scryptSync(password, salt, 32, { N: 32768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })

/** A password as it is kept: its salt, and its hash by scrypt (N=32768, r=8, p=1). */
export function sealPassword(password: string): string {
  const salt = randomBytes(16)
  return `${salt.toString('base64')}$${scrypt(password, salt).toString('base64')}`
}

function opens(sealed: string, password: string): boolean {
  const [salt = '', hash = ''] = sealed.split('$')
  const made = scrypt(password, Buffer.from(salt, 'base64'))
  const kept = Buffer.from(hash, 'base64')
  return kept.length === made.length && timingSafeEqual(kept, made)
}

/** Nobody's password: tried where the user name is unknown, so that both take as long. */
const NOBODY = sealPassword(randomBytes(16).toString('hex'))

/** How many wrong passwords in how many minutes make a user name wait. */
const TRIES = 10
const WAIT = 15

export type Entered = { readonly worker: string } | { readonly refused: 'wrong' | 'wait' }

async function wrongLately(db: Db, worker: string, now: Instant): Promise<number> {
  const { n } = await db
    .selectFrom('access_log')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('viewer', '=', worker)
    .where('action', '=', 'sign-in')
    .where('allowed', '=', false)
    .where('at', '>', later(now, -WAIT / 60))
    .executeTakeFirstOrThrow()
  return n
}

/**
 * Whose user name and password these are. Each try at a user name that is there is logged, and after ten wrong ones in
 * a quarter of an hour the name must wait, so that passwords can't be guessed one after the other.
 */
export async function checkPassword(
  db: Db,
  username: string,
  password: string,
  now: Instant,
): Promise<Entered> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username.trim().toLowerCase())
    .executeTakeFirst()
  const right = opens(row?.password ?? NOBODY, password)
  if (!row) return { refused: 'wrong' }
  const waits = (await wrongLately(db, row.worker, now)) >= TRIES
  const allowed = right && !waits
  const because = allowed
    ? 'The password is right'
    : waits
      ? 'Too many wrong passwords'
      : 'The password is wrong'
  await writeLog(db, {
    at: now,
    viewer: row.worker,
    action: 'sign-in',
    subject: null,
    page: 'sign in',
    allowed,
    because,
  })
  return allowed ? { worker: row.worker } : { refused: waits ? 'wait' : 'wrong' }
}

/** True where somebody signs in by this name already, or the name is that of a worker's file. */
export async function hasAccount(db: Db, username: string): Promise<boolean> {
  const name = username.trim().toLowerCase()
  const account = await db
    .selectFrom('account')
    .select('worker')
    .where('username', '=', name)
    .executeTakeFirst()
  if (account) return true
  const file = db.selectFrom('subject').select('id').where('kind', '=', 'worker').where('code', '=', username)
  return (await file.executeTakeFirst()) !== undefined
}

export async function setPassword(db: Db, worker: string, username: string, password: string): Promise<void> {
  const row = { worker, username: username.trim().toLowerCase(), password: sealPassword(password) }
  await db
    .insertInto('account')
    .values(row)
    .onConflict(c => c.column('worker').doUpdateSet(row))
    .execute()
}

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly role: Viewer['role']
  readonly team: string | null
}

/** Everyone who works here, by name. */
export async function staff(db: Db): Promise<readonly StaffMember[]> {
  return await db
    .selectFrom('staff')
    .select(['subject as id', 'name', 'role', 'team'])
    .where('working', '=', true)
    .orderBy('name')
    .execute()
}

/** Names by id, of those who work here and those who did. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['subject', 'name'])
    .where('subject', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(r => [r.subject, r.name]))
}
