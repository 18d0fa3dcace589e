import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { series } from '../../domain/timescales/table.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** Something waiting for somebody. */
export interface Task {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly kind: 'clock' | 'signature' | 'sent-back' | 'unallocated'
  /** The series of the clock, or the type of the entry to be signed. */
  readonly what: string
  readonly rule: string | null
  readonly due: Day | null
  readonly since: Day
  readonly entry: string | null
  readonly worker: string | null
  readonly reason: boolean
}

/** Whose work: mine; my team's; or that which no one holds. */
export type Whose = 'mine' | 'team'

/** A clock is work for the day it falls due and this long before. */
const AHEAD = 28

/** The series that are the work of the allocated worker (or the manager), or of the reviewing officer. */
const seriesOf = (reviewing: boolean) =>
  sql.join(series.filter(s => (s.owner === 'reviewing') === reviewing).map(s => sql`${s.code}`))

function held(viewer: Viewer, whose: Whose, key: 'worker' | 'reviewing'): RawBuilder<boolean> {
  const who =
    whose === 'mine' ? sql`a.facts ->> 'worker' = ${viewer.id}` : sql`a.facts ->> 'team' = ${viewer.team}`
  return sql<boolean>`exists (select from spell a where a.subject = p.subject and a.kind = 'allocation' and a.key = ${key}
    and a.ends is null and ${who})`
}

const workerName = sql`(select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
  where a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1)`

function clocks(viewer: Viewer, whose: Whose, today: Day): RawBuilder<Task> {
  const reviews = whose === 'team' ? held(viewer, 'team', 'worker') : held(viewer, 'mine', 'reviewing')
  const mine = sql`((c.series in (${seriesOf(false)}) and ${held(viewer, whose, 'worker')})
    or (c.series in (${seriesOf(true)}) and ${reviews}))`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'clock' as kind, c.series as what, c.rule,
      c.due, c.starts as since, null::uuid as entry, ${workerName} as worker, c.late_reason is not null as reason
    from clock c join person p on p.subject = c.subject
    where c.met is null and c.ended is null and c.due <= ${addDays(today, AHEAD)} and ${mine}`
}

/** A director sees what a manager has left unsigned this long. */
const LEFT = 28

function signatures(viewer: Viewer, whose: Whose, today: Day): RawBuilder<Task> {
  const since = sql`(h.recorded at time zone 'Europe/London')::date`
  const side = {
    'team-manager': sql`${held(viewer, 'team', 'worker')} and h.author <> ${viewer.id}`,
    director: sql`${since} < ${addDays(today, -LEFT)}`,
  }
  const which =
    viewer.role === 'director' || (viewer.role === 'team-manager' && whose === 'team')
      ? side[viewer.role]
      : sql`h.author = ${viewer.id}`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'signature' as kind, h.type as what,
      null as rule, null::date as due, ${since} as since, h.entry, st.name as worker, false as reason
    from happening h join person p on p.subject = h.subject left join staff st on st.subject = h.author
    where h.signed_by is null and h.sent_back is null and h.needs_signature <> '{}' and not h.withdrawn and ${which}
      and exists (select from spell a where a.subject = h.subject and a.kind = 'allocation' and a.ends is null)`
}

/** What a manager would not sign yet waits for its author, whoever else may see it. */
const sentBack = (viewer: Viewer): RawBuilder<Task> =>
  sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'sent-back' as kind, h.type as what,
      null as rule, (b.answers ->> 'by')::date as due, b.happened as since, h.entry, st.name as worker, false as reason
    from happening h join person p on p.subject = h.subject join entry b on b.id = h.sent_back
      left join staff st on st.subject = b.author
    where h.sent_back is not null and not h.withdrawn and h.author = ${viewer.id}`

function unallocated(viewer: Viewer, today: Day): RawBuilder<Task> {
  if (viewer.role !== 'team-manager' && viewer.role !== 'director')
    return sql<Task>`select null::uuid as subject, null as code, null as given_name,
      null as family_name, false as unborn, 'unallocated' as kind, null as what, null as rule, null::date as due,
      null::date as since, null::uuid as entry, null as worker, false as reason where false`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'unallocated' as kind, s.kind as what,
      null as rule, null::date as due, greatest(s.starts, (select max(a.ends) from spell a where a.subject = s.subject
        and a.kind = 'allocation' and a.key = 'worker')) as since, null::uuid as entry, null as worker, false as reason
    from (select distinct on (subject) subject, kind, starts from spell
      where kind in ('looked-after', 'protection-plan', 'referral') and ends is null and starts <= ${today}
      order by subject, starts) s
    join person p on p.subject = s.subject
    where not exists (select from spell a where a.subject = s.subject and a.kind = 'allocation' and a.key = 'worker'
      and a.ends is null)`
}

export interface WorkList {
  readonly tasks: readonly Task[]
  readonly total: number
  readonly overdue: number
}

/**
 * What waits for a viewer, the most pressing first; a page of it, and how many in all. Children whose files the viewer
 * may not even see in a list are left out, of the count too.
 */
export async function work(
  db: Db,
  viewer: Viewer,
  whose: Whose,
  at: { readonly now: Instant; readonly today: Day },
  page: { readonly limit: number; readonly offset: number },
): Promise<WorkList> {
  const all = sql`select t.* from (${clocks(viewer, whose, at.today)} union all ${signatures(viewer, whose, at.today)}
    union all ${sentBack(viewer)} union all ${unallocated(viewer, at.today)}) t join person p on p.subject = t.subject
    where ${mayDo(viewer, 'list', at.now)}`
  const counted = await sql<{ total: number; overdue: number }>`select count(*)::int as total,
    count(*) filter (where due < ${at.today})::int as overdue from (${all}) w`.execute(db)
  const { rows } =
    await sql<Task>`select code, given_name as "givenName", family_name as "familyName", unborn, kind, what,
      rule, due, since, entry, worker, reason from (${all}) w
    order by case when kind in ('unallocated', 'sent-back') then 0 when due is null then 2 else 1 end, due, since, code, what
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return { tasks: rows, total: counted.rows[0]?.total ?? 0, overdue: counted.rows[0]?.overdue ?? 0 }
}
