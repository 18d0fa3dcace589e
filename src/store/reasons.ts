import { sql } from 'kysely'
import type { Viewer } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { addDays } from '../domain/kernel/day.ts'
import { instantAt, londonDay } from '../domain/kernel/london.ts'
import { mayDo } from './access.ts'
import type { Db } from './connection.ts'

/** For how long a reason opens a file, as a person chooses it. */
export const lengths = { hour: 'An hour', four: 'Four hours', day: 'Until midnight' } as const
export type Length = keyof typeof lengths
const HOURS: Readonly<Record<Exclude<Length, 'day'>, number>> = { hour: 1, four: 4 }

/** When a reason given now ends: never later than midnight in England. */
export function endOf(now: Instant, length: Length): Instant {
  const midnight = instantAt(addDays(londonDay(now), 1))
  if (length === 'day') return midnight
  const then = new Date(Date.parse(now) + HOURS[length] * 3_600_000).toISOString() as Instant
  return then < midnight ? then : midnight
}

/** Keeps why somebody looked at a file they do not work with. It waits to be reviewed, and holds for so long. */
export async function giveReason(
  db: Db,
  viewer: string,
  subject: string,
  reason: string,
  now: Instant,
  length: Length = 'day',
): Promise<void> {
  await db
    .insertInto('access_reason')
    .values({ viewer, subject, reason, given: now, until: endOf(now, length) })
    .execute()
}

/** Until when a reason of the viewer's holds a file open to them; null where none does. */
export async function openUntil(
  db: Db,
  viewer: string,
  subject: string,
  now: Instant,
): Promise<Instant | null> {
  const { rows } = await sql<{ until: Instant | null }>`select max(r.until) as until from access_reason r
    where r.subject = ${subject} and r.viewer = ${viewer} and r.until > ${now}
      and not exists (select from reason_review w where w.reason = r.id and w.verdict = 'wrong')`.execute(db)
  return rows[0]?.until ?? null
}

export const verdicts = {
  right: 'Rightly given',
  wrong: 'Wrongly given: the file is closed to them at once',
  ask: 'Not clear: I have asked',
} as const
export type Verdict = keyof typeof verdicts

/** A reason somebody gave, and what became of it. */
export interface Given {
  readonly id: string
  readonly viewer: string
  readonly name: string | null
  readonly role: Viewer['role'] | null
  readonly team: string | null
  readonly code: string
  readonly called: string
  readonly reason: string
  readonly given: Instant
  readonly until: Instant
  /** How often they opened the file, or wrote in it, on the strength of it. */
  readonly looks: number
  readonly verdict: Verdict | null
  readonly words: string | null
  readonly reviewer: string | null
  readonly reviewed: Instant | null
}

/** The last review of a reason `r`. */
const last = sql`lateral (select w.verdict, w.words, w.at, s.name from reason_review w
  left join staff s on s.subject = w.reviewer where w.reason = r.id order by w.at desc limit 1)`
const waits = sql`(v.verdict is null or v.verdict = 'ask')`

/** The reasons that a viewer may review: about children whose log they may read, and none of their own. */
const mine = (viewer: Viewer, now: Instant) =>
  sql`from access_reason r join person p on p.subject = r.subject
    left join staff st on st.subject = r.viewer left join ${last} v on true
    where r.viewer <> ${viewer.id} and ${mayDo(viewer, 'read-log', now)}`

/** How many reasons wait for a review by this viewer, and how many were given before a day. */
export async function reasonsWaiting(
  db: Db,
  viewer: Viewer,
  now: Instant,
  before: Instant,
): Promise<{ readonly waiting: number; readonly overdue: number }> {
  const { rows } = await sql<{ waiting: number; overdue: number }>`select count(*)::int as waiting,
      (count(*) filter (where r.given < ${before}))::int as overdue ${mine(viewer, now)} and ${waits}`.execute(
    db,
  )
  return rows[0] ?? { waiting: 0, overdue: 0 }
}

/** Reasons given: those that wait, the oldest first; or those reviewed, the last first. */
export async function reasonsGiven(
  db: Db,
  viewer: Viewer,
  now: Instant,
  which: 'waiting' | 'reviewed',
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Given[]> {
  const shown =
    which === 'waiting' ? sql`${waits} order by r.given, r.id` : sql`not ${waits} order by v.at desc, r.id`
  const { rows } = await sql<Given>`select r.id, r.viewer, st.name, st.role, st.team, p.code,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.code) as called, r.reason, r.given, r.until,
      (select count(*)::int from access_log l where l.viewer = r.viewer and l.subject = r.subject and l.allowed
        and l.action <> 'list' and l.at >= r.given and l.at < r.until) as looks,
      v.verdict, v.words, v.name as reviewer, v.at as reviewed
    ${mine(viewer, now)} and ${shown} limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

/** Adds a review. @returns false where the viewer may not review that reason, or it is reviewed already */
export async function reviewReason(
  db: Db,
  viewer: Viewer,
  now: Instant,
  review: { readonly reason: string; readonly verdict: Verdict; readonly words: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select r.id ${mine(viewer, now)} and ${waits}
    and r.id::text = ${review.reason}`.execute(db)
  if (!rows[0]) return false
  await db
    .insertInto('reason_review')
    .values({ ...review, reviewer: viewer.id, at: now })
    .execute()
  return true
}
