import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { overTeams } from '../../domain/access/writes.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { series } from '../../domain/timescales/table.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { plannedOnce } from '../planned-once.ts'
import { coveredBy } from './covers.ts'
import { stillAsked } from './open-clocks.ts'
import { unheld } from './running-in.ts'
import { leftSince, waitsUnsigned } from './unsigned.ts'
import { changesWithoutHandover } from './workload-hands.ts'

/** Something waiting for somebody. */
export interface Task {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly kind: 'clock' | 'signature' | 'sent-back' | 'handover' | 'unallocated'
  /** The series of the clock, or the type of the entry to be signed. */
  readonly what: string
  readonly rule: string | null
  readonly due: Day | null
  readonly since: Day
  readonly entry: string | null
  readonly worker: string | null
  readonly reason: boolean
  /** Whether the viewer may open the file: somebody who has left the team may have a handover to write all the same. */
  readonly opens: boolean
}

/** Whose work: mine; my team's; or that which no one holds. */
export type Whose = 'mine' | 'team'

/** A clock is work for the day it falls due and this long before. */
const AHEAD = 28

/** The series that are the work of the allocated worker (or the manager), or of the reviewing officer. */
const seriesOf = (reviewing: boolean) =>
  sql.join(series.filter(s => (s.owner === 'reviewing') === reviewing).map(s => sql`${s.code}`))

interface At {
  readonly now: Instant
  readonly today: Day
}

/** Whose children are a viewer's work: their own and those whom they cover for; their team's, and of managers they cover. */
interface Held {
  readonly people: readonly string[]
  readonly teams: readonly string[]
}

async function heldBy(db: Db, viewer: Viewer, today: Day): Promise<Held> {
  const covers = await coveredBy(db, viewer.id, today)
  const teams = covers.flatMap(c => (c.awayRole === 'team-manager' && c.awayTeam ? [c.awayTeam] : []))
  return {
    people: [viewer.id, ...covers.map(c => c.away)],
    teams: [...(viewer.team === null ? [] : [viewer.team]), ...teams],
  }
}

/** True of an allocation, written `a`, to those whose work it is. */
const theirs = (h: Held, whose: Whose): RawBuilder<boolean> =>
  whose === 'mine' ? sql`a.facts ->> 'worker' = any(${h.people})` : sql`a.facts ->> 'team' = any(${h.teams})`

const held = (h: Held, whose: Whose, key: 'worker' | 'reviewing'): RawBuilder<boolean> =>
  sql<boolean>`exists (select from spell a where a.subject = p.subject and a.kind = 'allocation' and a.key = ${key}
    and a.ends is null and ${theirs(h, whose)})`

/**
 * The files that a viewer holds by either key: what waits in them is looked for there, and not in every file of the
 * authority. They are found first, as a list: joined, the database would think them many, and go through all.
 */
const files = (h: Held, whose: Whose): RawBuilder<unknown> =>
  sql`any(array(select a.subject from spell a where a.kind = 'allocation' and a.ends is null and ${theirs(h, whose)}))`

/** Asked for those that are shown, not for all that are counted. */
const workerName = sql`(select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
  where a.subject = w.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1)`

/** What runs of a child whom nobody holds, the longest running. */
const caseOf = sql`(select o.kind from spell o where o.subject = w.subject and o.ends is null
  and o.kind in ('looked-after', 'protection-plan', 'in-need', 'referral') order by o.starts, o.kind limit 1)`

function clocks(h: Held, whose: Whose, today: Day): RawBuilder<Task> {
  const reviews = whose === 'team' ? held(h, 'team', 'worker') : held(h, 'mine', 'reviewing')
  const mine = sql`((c.series in (${seriesOf(false)}) and ${held(h, whose, 'worker')})
    or (c.series in (${seriesOf(true)}) and ${reviews}))`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'clock' as kind, c.series as what, c.rule,
      c.due, c.starts as since, null::uuid as entry, null as worker, c.late_reason is not null as reason
    from clock c join person p on p.subject = c.subject
    where ${stillAsked('c', today)} and c.due <= ${addDays(today, AHEAD)}
      and c.subject = ${files(h, whose)} and ${mine}`
}

/** Of what managers left unsigned, so many are work of those who are over them, the longest waiting first: all are on the desk. */
export const LEFT_SHOWN = 300

/** Found first, as a list, from the one end of an index: in a large authority they are thousands. */
const leftLongest = (viewer: Viewer, at: At): RawBuilder<unknown> =>
  sql`any(array(select h.entry from happening h join person p on p.subject = h.subject
    where ${waitsUnsigned} and ${leftSince(at.today)} and ${runs} and ${mayDo(viewer, 'list', at.now)}
    order by h.recorded limit ${sql.lit(LEFT_SHOWN)}))`

/** True of a row of `happening`, written `h`, of a child whom somebody holds. */
const runs = sql`exists (select from spell a where a.subject = h.subject and a.kind = 'allocation' and a.ends is null)`

function signatures(viewer: Viewer, h: Held, whose: Whose, at: At): RawBuilder<Task> {
  const since = sql`(h.recorded at time zone 'Europe/London')::date`
  const side = {
    'team-manager': sql`h.subject = ${files(h, 'team')} and ${held(h, 'team', 'worker')} and h.author <> ${viewer.id}`,
    director: sql`h.entry = ${leftLongest(viewer, at)}`,
  }
  const which = overTeams(viewer.role)
    ? side.director
    : viewer.role === 'team-manager' && whose === 'team'
      ? side['team-manager']
      : sql`h.author = ${viewer.id}`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'signature' as kind, h.type as what,
      null as rule, null::date as due, ${since} as since, h.entry, st.name as worker, false as reason
    from happening h join person p on p.subject = h.subject left join staff st on st.subject = h.author
    where ${waitsUnsigned} and ${which} and ${runs}`
}

/** What a manager would not sign yet waits for its author, whoever else may see it. */
const sentBack = (viewer: Viewer): RawBuilder<Task> =>
  sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'sent-back' as kind, h.type as what,
      null as rule, (b.answers ->> 'by')::date as due, b.happened as since, h.entry, st.name as worker, false as reason
    from happening h join person p on p.subject = h.subject join entry b on b.id = h.sent_back
      left join staff st on st.subject = b.author
    where h.sent_back is not null and not h.withdrawn and h.author = ${viewer.id}`

/** A change of worker without a handover waits for both, until it is written (requirement LC7). */
function handovers(h: Held, whose: Whose, today: Day): RawBuilder<Task> {
  const who =
    whose === 'mine'
      ? sql`(w.outgoing = any(${h.people}) or w.incoming = any(${h.people}))`
      : sql`w.team = any(${h.teams})`
  const among =
    whose === 'mine'
      ? sql`any(array(select a.subject from spell a where a.kind = 'allocation' and a.facts ->> 'worker' = any(${h.people})))`
      : files(h, 'team')
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'handover' as kind, 'handover' as what,
      null as rule, null::date as due, w.starts as since, null::uuid as entry, st.name as worker, false as reason
    from (select n.subject, n.starts, o.facts ->> 'worker' as outgoing, n.facts ->> 'worker' as incoming,
      n.facts ->> 'team' as team from ${changesWithoutHandover(today)} and n.subject = ${among}) w
    join person p on p.subject = w.subject left join staff st on st.subject::text = w.outgoing where ${who}`
}

function unallocated(viewer: Viewer, today: Day): RawBuilder<Task> {
  if (viewer.role !== 'team-manager' && !overTeams(viewer.role))
    return sql<Task>`select null::uuid as subject, null as code, null as given_name,
      null as family_name, false as unborn, 'unallocated' as kind, null as what, null as rule, null::date as due,
      null::date as since, null::uuid as entry, null as worker, false as reason where false`
  return sql<Task>`select p.subject, p.code, p.given_name, p.family_name, p.unborn, 'unallocated' as kind, null as what,
      null as rule, null::date as due, u.starts as since, null::uuid as entry, null as worker, false as reason
    from person p join spell u on u.subject = p.subject and u.kind = 'without-worker' and u.ends is null
    where p.subject = ${unheld} and u.starts <= ${today}`
}

type Counted = Pick<WorkList, 'total' | 'overdue' | 'left'>

export interface WorkList {
  readonly tasks: readonly Task[]
  readonly total: number
  readonly overdue: number
  /** How many of them managers left unsigned, for those who are over managers; {@link LEFT_SHOWN} at most. */
  readonly left: number
}

/**
 * What waits for a viewer, the most pressing first; a page of it, and how many in all. Children whose files the viewer
 * may not even see in a list are left out, of the count too.
 */
export async function work(
  db: Db,
  viewer: Viewer,
  whose: Whose,
  at: At,
  page: { readonly limit: number; readonly offset: number },
): Promise<WorkList> {
  const h = await heldBy(db, viewer, at.today)
  const all = sql`select t.* from (${clocks(h, whose, at.today)} union all ${signatures(viewer, h, whose, at)}
    union all ${sentBack(viewer)} union all ${handovers(h, whose, at.today)} union all ${unallocated(viewer, at.today)}) t join person p on p.subject = t.subject
    where ${mayDo(viewer, 'list', at.now)}`
  // Counted and shown by one statement: it is long, and is planned once.
  const asked = sql<Counted & (Task | { code: null })>`with w as materialized (${all})
    select n.total, n.overdue, n.left, x.* from (select count(*)::int as total,
      (count(*) filter (where due < ${at.today}))::int as overdue,
      (count(*) filter (where kind = 'signature' and ${overTeams(viewer.role)}))::int as left from w) n
    left join lateral (select code, given_name as "givenName", family_name as "familyName", unborn, kind,
        case when kind = 'unallocated' then ${caseOf} else what end as what,
        rule, due, since, entry, case when kind = 'clock' then ${workerName} else worker end as worker, reason,
        exists (select from person p where p.subject = w.subject and ${mayDo(viewer, 'open', at.now)}) as opens from w
      order by case when kind in ('unallocated', 'sent-back') then 0 when due is null then 2 else 1 end, due, since, code, what
      limit ${page.limit} offset ${page.offset}) x on true`
  const { rows } = await plannedOnce(db, () => asked.execute(db))
  const tasks = rows.flatMap(({ total: _, overdue: __, left: ___, ...task }) =>
    task.code === null ? [] : [task],
  )
  return { tasks, total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0, left: rows[0]?.left ?? 0 }
}
