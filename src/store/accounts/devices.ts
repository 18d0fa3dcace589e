import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { hashToken, newToken } from './tokens.ts'
import { FREE } from './waits.ts'

/** How long a device is known without being used. */
export const DEVICE_DAYS = 180

/** True where the owner of an account has signed in with this device before: no stranger's tries keep it out. */
export async function isKnown(
  db: Db,
  token: string | undefined,
  worker: string,
  now: Instant,
): Promise<boolean> {
  if (token === undefined) return false
  const { rows } = await sql`select from known_device where token = ${hashToken(token)} and worker = ${worker}
    and wrong < ${FREE.device} and last > ${now}::timestamptz - ${DEVICE_DAYS} * interval '1 day'`.execute(db)
  return rows.length > 0
}

/** A wrong try on a known device: after ten it is known no more. Counted before it is known to be wrong. */
export async function countOnDevice(db: Db, token: string, worker: string): Promise<void> {
  const device = { token: hashToken(token), worker }
  await sql`update known_device set wrong = wrong + 1 where token = ${device.token} and worker = ${device.worker}`.execute(
    db,
  )
}

/**
 * Somebody signed in with a device: it is theirs from now on. Its token is a new one each time, so that one which was
 * copied or planted is of no use afterwards; colleagues who share the device stay known on it.
 * @returns the token for the cookie
 */
export async function knowDevice(
  db: Db,
  before: string | undefined,
  worker: string,
  now: Instant,
): Promise<string> {
  const made = newToken()
  const token = hashToken(made)
  if (before !== undefined)
    await db.updateTable('known_device').set({ token }).where('token', '=', hashToken(before)).execute()
  const row = { token, worker, last: now, wrong: 0 }
  await db
    .insertInto('known_device')
    .values(row)
    .onConflict(c => c.columns(['token', 'worker']).doUpdateSet(row))
    .execute()
  return made
}
