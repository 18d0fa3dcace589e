import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** Wrong tries that cost nothing but themselves; from then on each costs a wait that doubles. */
export const FREE = {
  /** At one account from one address. */
  pair: 5,
  /** From one address at any accounts: a whole office may stand behind one. */
  address: 50,
  /** From a device that its owner has signed in with before, until it is known no more. */
  device: 10,
} as const

/**
 * Counts one try, before it is known to be wrong, so that many at once count as many. After the free ones there is a
 * wait since the last: half a minute, then twice as long each time, up to a quarter of an hour. A try during the wait is
 * not counted: it makes the wait no longer. All is forgotten a day after the last.
 * @returns false where it must wait
 */
export async function countTry(db: Db, key: string, free: number, now: Instant): Promise<boolean> {
  await sql`delete from sign_in_wait where last < ${now}::timestamptz - interval '1 day'`.execute(db)
  const { rows } = await sql`insert into sign_in_wait as w (key, wrong, last) values (${key}, 1, ${now})
    on conflict (key) do update set wrong = w.wrong + 1, last = ${now}
    where w.wrong < ${free} or w.last > ${now} or w.last
      + least(interval '30 seconds' * power(2, least(w.wrong - ${free}, 9)), interval '15 minutes') <= ${now}
    returning wrong`.execute(db)
  return rows.length > 0
}

/** A try was right: it does not count after all. */
export async function uncountTry(db: Db, key: string): Promise<void> {
  await sql`update sign_in_wait set wrong = greatest(wrong - 1, 0) where key = ${key}`.execute(db)
}

/** Forgets what was wrong before. */
export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_wait').where('key', '=', key).execute()
}
