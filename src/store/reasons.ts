import type { Instant } from '../domain/kernel/day.ts'
import { addDays } from '../domain/kernel/day.ts'
import { instantAt, londonDay } from '../domain/kernel/london.ts'
import type { Db } from './connection.ts'

/** Keeps why somebody looked at a file they do not work with. It holds until midnight in England. */
export async function giveReason(
  db: Db,
  viewer: string,
  subject: string,
  reason: string,
  now: Instant,
): Promise<void> {
  const until = instantAt(addDays(londonDay(now), 1))
  await db.insertInto('access_reason').values({ viewer, subject, reason, given: now, until }).execute()
}
