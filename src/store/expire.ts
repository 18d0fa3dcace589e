import { sql } from 'kysely'
import type { Instant } from '../domain/kernel/day.ts'
import type { Db } from './connection.ts'

/**
 * Takes away what has run out: sessions, half-done sign-ins, one-time codes, and counts of tries of days gone by. Drafts
 * stay: somebody typed them.
 * @returns how many rows went
 */
export async function expire(db: Db, now: Instant): Promise<number> {
  const gone = await Promise.all([
    db.deleteFrom('session').where('expires', '<', now).executeTakeFirst(),
    db.deleteFrom('sign_in_step').where('expires', '<', now).executeTakeFirst(),
    db.deleteFrom('one_time_code').where('expires', '<', now).executeTakeFirst(),
    db
      .deleteFrom('sign_in_wait')
      .where(sql<boolean>`last < ${now}::timestamptz - interval '1 day'`)
      .executeTakeFirst(),
    db
      .deleteFrom('throttle')
      .where(sql<boolean>`since < ${now}::timestamptz - interval '1 day'`)
      .executeTakeFirst(),
  ])
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}
