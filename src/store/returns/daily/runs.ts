import { sql } from 'kysely'
import type { Instant } from '../../../domain/kernel/day.ts'
import type { Db } from '../../connection.ts'

/** How many children a run dealt with, and how. */
export interface Tally {
  readonly sent: number
  readonly purged: number
  readonly refused: number
  readonly unchanged: number
}

/** Longer than any wait between two requests: a run that is silent for so long has died, and another may begin. */
const SILENCE = 30 * 60_000

const earlier = (now: Instant, ms: number): Instant => new Date(Date.parse(now) - ms).toISOString() as Instant

/** Begins a run; null where another is under way. Of two processes that ask at once, one gets it. */
export async function beginRun(db: Db, now: Instant): Promise<number | null> {
  return await db.transaction().execute(async tx => {
    await sql`lock table daily_run in exclusive mode`.execute(tx)
    const running = await tx
      .selectFrom('daily_run')
      .select('id')
      .where('ended', 'is', null)
      .where('seen', '>', earlier(now, SILENCE))
      .executeTakeFirst()
    if (running) return null
    const row = await tx
      .insertInto('daily_run')
      .values({ began: now, seen: now, ended: null, stopped: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

export async function stillRunning(db: Db, id: number, now: Instant): Promise<void> {
  await db.updateTable('daily_run').set({ seen: now }).where('id', '=', id).execute()
}

/** Ends a run. @param stopped why it could not go on to its end; null where it did */
export async function endRun(
  db: Db,
  id: number,
  tally: Tally,
  stopped: string | null,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('daily_run')
    .set({ ...tally, stopped, seen: now, ended: now })
    .where('id', '=', id)
    .execute()
}

export async function lastRun(db: Db) {
  return await db.selectFrom('daily_run').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
}
