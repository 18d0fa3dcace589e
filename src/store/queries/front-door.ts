import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { stillAsked } from './open-clocks.ts'

/** Something at the front door that waits for a decision: a contact, or a referral on a child's own file. */
export interface Waiting {
  readonly kind: 'contact' | 'referral'
  readonly subject: string
  /** The reference of the contact, or the child's ID. */
  readonly code: string
  readonly sort: string | null
  readonly source: string
  readonly danger: boolean
  /** Heard at a MARAC. */
  readonly marac: boolean
  readonly receivedOn: Day
  readonly since: Instant
  readonly due: Day | null
  /** The child's name, of a referral; the children of a contact are asked for by themselves. */
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
}

/** When it is asked. */
export interface At {
  readonly now: Instant
  readonly today: Day
}

/**
 * True of a contact `c` (a row of `subject`) about no child whose file is closed to the viewer: a contact about a
 * restricted child is as if not there. A file read as part of another is judged by that other.
 */
export const mayMeet = (viewer: Viewer, now: Instant): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from happening m join person q on q.subject::text = m.answers ->> 'child'
    join person p on p.subject = coalesce(q.merged, q.subject)
    where m.subject = c.id and m.type = 'contact-matched' and not m.withdrawn and not ${mayDo(viewer, 'list', now)})`

const dueBy = (series: string, today: Day) =>
  sql`(select min(k.due) from clock k where k.subject = s.subject and k.series = ${series}
    and ${stillAsked('k', today)})`

const waitingContacts = (viewer: Viewer, { now, today }: At) =>
  sql`select 'contact' as kind, c.id as subject, c.code, h.answers ->> 'sort' as sort, h.answers ->> 'source' as source,
      coalesce((h.answers ->> 'danger')::boolean, false) as danger,
      coalesce((h.answers ->> 'marac')::boolean, false) as marac, h.happened as "receivedOn", h.recorded as since,
      ${dueBy('contact-decision', today)} as due, null as "givenName", null as "familyName", false as unborn
    from spell s join subject c on c.id = s.subject join happening h on h.entry = s.opened_by
    where s.kind = 'contact' and s.ends is null and ${mayMeet(viewer, now)}`

const waitingReferrals = (viewer: Viewer, { now, today }: At) =>
  sql`select 'referral', p.subject, p.code, null, h.answers ->> 'source', false,
      coalesce((h.answers ->> 'marac')::boolean, false), h.happened, h.recorded,
      ${dueBy('referral-decision', today)}, p.given_name, p.family_name, p.unborn
    from spell s join person p on p.subject = s.subject join happening h on h.entry = s.opened_by
    where s.kind = 'referral' and s.ends is null and h.sensitivity = 'ordinary' and ${mayDo(viewer, 'list', now)}`

/** What waits for a decision, a child in danger first, then by when it is due; a page of it, and how many in all. */
export async function waitingAtTheDoor(
  db: Db,
  viewer: Viewer,
  at: At,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly danger: number; readonly rows: readonly Waiting[] }> {
  const all = sql`(${waitingContacts(viewer, at)} union all ${waitingReferrals(viewer, at)}) t`
  const { rows } =
    await sql<Waiting>`select * from ${all} order by danger desc, due nulls last, since, code limit ${page.limit} offset ${page.offset}`.execute(
      db,
    )
  const count = await sql<{ n: number; danger: number }>`select count(*)::int as n,
    count(*) filter (where danger)::int as danger from ${all}`.execute(db)
  return { total: count.rows[0]?.n ?? 0, danger: count.rows[0]?.danger ?? 0, rows }
}

/** The children of contacts, as they were told; in the order told. */
export async function childrenTold(
  db: Db,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly Answers[]>> {
  if (contacts.length === 0) return new Map()
  const rows = await db
    .selectFrom('happening')
    .select(['subject', 'answers'])
    .where('type', '=', 'contact-child')
    .where('withdrawn', '=', false)
    .where('subject', 'in', contacts)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const found = new Map<string, Answers[]>()
  for (const r of rows) found.set(r.subject, [...(found.get(r.subject) ?? []), r.answers])
  return found
}
