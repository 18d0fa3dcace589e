import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { overTeams } from '../../domain/access/writes.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { series } from '../../domain/timescales/table.ts'
import { mayDo } from '../access.ts'
import { stillAsked } from './open-clocks.ts'
import { running } from './running-in.ts'
import { leftSince, waitsUnsigned } from './unsigned.ts'
import { changesWithoutHandover } from './workload-hands.ts'

/** Whose work: mine; my team's; or that which no one holds. */
export type Whose = 'mine' | 'team'

/** Whose children are a viewer's work: their own and those whom they cover for; their team's, and of managers they cover. */
export interface Held {
  readonly people: readonly string[]
  readonly teams: readonly string[]
}

/** What is asked about. */
export interface Asked {
  readonly viewer: Viewer
  readonly whose: Whose
  readonly held: Held
  readonly now: Instant
  readonly today: Day
}

/**
 * The files that a viewer holds, and as what: a statement names them `mine`, and looks in each for what waits there. Joined as
 * they are, the database would think them many, and go through the whole authority's.
 */
export const mine = ({ held, whose }: Asked): RawBuilder<unknown> => sql`(select a.subject,
    bool_or(a.key = 'worker') as working, bool_or(a.key = 'reviewing') as reviewing
  from spell a where a.kind = 'allocation' and a.ends is null
    and ${whose === 'mine' ? sql`a.facts ->> 'worker' = any(${held.people})` : sql`a.facts ->> 'team' = any(${held.teams})`}
  group by a.subject)`

/** For `subject = …`: the files of `mine`; of a manager, those of their team's workers. */
const files = sql`any(array(select m.subject from mine m))`
const working = sql`any(array(select m.subject from mine m where m.working))`

/** True of a row of `happening`, written `h`, of a child whom somebody holds. */
const runs = sql`exists (select from spell a where a.subject = h.subject and a.kind = 'allocation' and a.ends is null)`

/** Every part has these columns, in this order: subject, kind, what, rule, due, since, entry, worker, reason. */
type Part = RawBuilder<unknown>

/** A clock is work for the day it falls due and this long before. */
const AHEAD = 28

/** The series that are the work of the allocated worker (or the manager), or of the reviewing officer. */
const seriesOf = (reviewing: boolean) =>
  sql.join(series.filter(s => (s.owner === 'reviewing') === reviewing).map(s => sql`${s.code}`))

function clocks({ whose, today }: Asked): Part {
  const reviews = whose === 'team' ? sql`m.working` : sql`m.reviewing`
  return sql`select c.subject, 'clock' as kind, c.series as what, c.rule, c.due, c.starts as since, null::uuid as entry,
      null as worker, c.late_reason is not null as reason
    from mine m, lateral (select c.* from clock c where c.subject = m.subject and c.due <= ${addDays(today, AHEAD)}
      and ${stillAsked('c', today)} offset 0) c
    where (m.working and c.series in (${seriesOf(false)})) or (${reviews} and c.series in (${seriesOf(true)}))`
}

/** Of what managers left unsigned, so many are work of those who are over them, the longest waiting first: all are on the desk. */
export const LEFT_SHOWN = 300

/** Found first, as a list, from the one end of an index: in a large authority they are thousands. */
const leftLongest = (a: Asked): RawBuilder<unknown> =>
  sql`any(array(select h.entry from happening h join person p on p.subject = h.subject
    where ${waitsUnsigned} and ${leftSince(a.today)} and ${runs} and ${mayDo(a.viewer, 'list', a.now)}
    order by h.recorded limit ${sql.lit(LEFT_SHOWN)}))`

function signatures(a: Asked): Part {
  const { viewer, whose } = a
  const of = overTeams(viewer.role)
    ? sql`h.entry = ${leftLongest(a)}`
    : viewer.role === 'team-manager' && whose === 'team'
      ? sql`h.subject = ${working} and h.author <> ${viewer.id}`
      : sql`h.author = ${viewer.id} and ${runs}`
  return sql`select h.subject, 'signature' as kind, h.type as what, null as rule, null::date as due,
      (h.recorded at time zone 'Europe/London')::date as since, h.entry, st.name as worker, false as reason
    from happening h left join staff st on st.subject = h.author where ${waitsUnsigned} and ${of}`
}

/** What a manager would not sign yet waits for its author, whoever else may see it. */
const sentBack = ({ viewer }: Asked): Part =>
  sql`select h.subject, 'sent-back' as kind, h.type as what, null as rule, (b.answers ->> 'by')::date as due,
      b.happened as since, h.entry, st.name as worker, false as reason
    from happening h join entry b on b.id = h.sent_back left join staff st on st.subject = b.author
    where h.sent_back is not null and not h.withdrawn and h.author = ${viewer.id}`

/** A change of worker without a handover waits for both, until it is written (requirement LC7). */
function handovers({ held, whose, today }: Asked): Part {
  const people = sql`any(${held.people})`
  const [who, among] =
    whose === 'mine'
      ? [
          sql`(w.outgoing = ${people} or w.incoming = ${people})`,
          // Those whom they handed on are no longer theirs.
          sql`any(array(select a.subject from spell a where a.kind = 'allocation' and a.facts ->> 'worker' = ${people}))`,
        ]
      : [sql`w.team = any(${held.teams})`, files]
  return sql`select w.subject, 'handover' as kind, 'handover' as what, null as rule, null::date as due, w.starts as since,
      null::uuid as entry, st.name as worker, false as reason
    from (select n.subject, n.starts, o.facts ->> 'worker' as outgoing, n.facts ->> 'worker' as incoming,
      n.facts ->> 'team' as team from ${changesWithoutHandover(today)} and n.subject = ${among}) w
    left join staff st on st.subject::text = w.outgoing where ${who}`
}

/** What runs of them is asked for those that are shown. */
const unallocated = ({ today }: Asked): Part =>
  sql`select u.subject, 'unallocated' as kind, null as what, null as rule, null::date as due, u.starts as since,
      null::uuid as entry, null as worker, false as reason
    from spell u where ${running('u', 'without-worker')} and u.starts <= ${today}`

/** All that waits for somebody, as SQL. Whom nobody holds yet waits for every manager. */
export function workParts(a: Asked): RawBuilder<unknown> {
  const manages = a.viewer.role === 'team-manager' || overTeams(a.viewer.role)
  const parts = [clocks(a), signatures(a), sentBack(a), handovers(a), ...(manages ? [unallocated(a)] : [])]
  return sql.join(parts, sql` union all `)
}
