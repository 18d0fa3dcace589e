import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { addDays, type Day, type Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import { lastMoved } from './drift.ts'
import { stillAsked } from './open-clocks.ts'
import { runningIn, unheld } from './running-in.ts'
import { leftSince, waitsUnsigned } from './unsigned.ts'

/** Whose work a desk shows. */
export interface Desk {
  readonly viewer: Viewer
  /** Null: every team. */
  readonly team: string | null
  /** One worker’s alone, by id. */
  readonly worker?: string | undefined
  /** After how many days without a move a child is said to drift. */
  readonly drift: number
  readonly now: Instant
  readonly today: Day
}

/** What the lists of a desk are, in the order shown. */
export const deskLists = {
  referrals: 'Referrals to decide',
  unsigned: 'To sign off',
  left: 'Left unsigned for four weeks',
  'sent-back': 'Sent back, not changed yet',
  late: 'Late',
  drift: 'Nothing has moved',
  children: 'Children',
} as const
export type DeskList = keyof typeof deskLists

/** The open allocations of a desk: children whom the viewer may see in a list. */
export const heldBy = (d: Desk): RawBuilder<unknown> => sql`(select a.subject, a.facts ->> 'worker' as worker,
    a.facts ->> 'team' as team, a.starts, p.moved
  from spell a join person p on p.subject = a.subject
  where a.kind = 'allocation' and a.key = 'worker' and a.ends is null
    ${d.team === null ? sql`` : sql`and a.facts ->> 'team' = ${d.team}`}
    ${d.worker === undefined ? sql`` : sql`and a.facts ->> 'worker' = ${d.worker}`}
    and ${mayDo(d.viewer, 'list', d.now)})`

/** The open allocations: in their place, or by the name that a statement gave them. */
type Held = RawBuilder<unknown>

const noEntry = sql`null::uuid as entry`
const recorded = sql`(h.recorded at time zone 'Europe/London')::date`

/** Referrals that wait, of the team’s children and of those whom nobody holds: any manager may decide them. */
const referrals = (
  d: Desk,
  held: Held,
) => sql`select s.subject, 'referral-decision' as what, ${noEntry}, s.starts as since,
    (select min(c.due) from clock c where c.subject = s.subject and c.series = 'referral-decision'
      and ${stillAsked('c', d.today)}) as due, k.worker, k.team, false as reason
  from spell s join person p on p.subject = s.subject left join ${held} k on k.subject = s.subject
  where s.kind = 'referral' and s.ends is null and p.subject = ${runningIn('referral')} and ${mayDo(d.viewer, 'list', d.now)}
    and (k.subject is not null ${d.worker === undefined ? sql`or s.subject = ${unheld}` : sql``})`

/** What waits for a signature that the viewer may give; never what they wrote themselves. */
const unsigned = (
  d: Desk,
  held: Held,
) => sql`select h.subject, h.type as what, h.entry, ${recorded} as since, null::date as due,
    k.worker, k.team,
    h.amended > 0 and exists (select from entry b where b.amends = h.entry and b.type = 'sent-back') as reason
  from happening h join ${held} k on k.subject = h.subject
  where ${waitsUnsigned} and ${d.viewer.role} = any (h.needs_signature) and h.author <> ${d.viewer.id}`

/** What waits too long for whoever may sign it: for those who see to it that managers do. */
const left = (
  d: Desk,
  held: Held,
) => sql`select h.subject, h.type as what, h.entry, ${recorded} as since, null::date as due, k.worker, k.team, false as reason
  from happening h join ${held} k on k.subject = h.subject where ${waitsUnsigned} and ${leftSince(d.today)}`

const sentBack = (_: Desk, held: Held) => sql`select h.subject, h.type as what, h.entry,
    (b.recorded at time zone 'Europe/London')::date as since, (b.answers ->> 'by')::date as due,
    h.author::text as worker, k.team, false as reason
  from happening h join ${held} k on k.subject = h.subject join entry b on b.id = h.sent_back
  where h.signed_by is null and h.needs_signature <> '{}' and not h.withdrawn and h.sent_back is not null`

const late = (
  d: Desk,
  held: Held,
) => sql`select c.subject, c.series as what, ${noEntry}, c.starts as since, c.due, k.worker, k.team, c.late_reason is not null as reason
  from clock c join ${held} k on k.subject = c.subject
  where ${stillAsked('c', d.today)} and c.due < ${d.today}`

/**
 * Those whose file says that nothing moved of late are looked at closely: since when, is asked of those alone. What a file says
 * may be older than the truth, never newer: see `024-last-move`.
 */
function drift(d: Desk, held: Held) {
  const since = addDays(d.today, -d.drift)
  return sql`select * from (select k.subject, 'drift' as what, ${noEntry},
      coalesce(${lastMoved(sql`k.subject`, d.today)}, (select min(s.starts) from spell s where s.subject = k.subject
        and s.kind in ('looked-after', 'protection-plan', 'in-need') and s.ends is null), k.starts) as since,
      null::date as due, k.worker, k.team, false as reason
    from ${held} k where k.moved is null or k.moved < ${since} offset 0) g where g.since < ${since}`
}

const children = (
  _: Desk,
  held: Held,
) => sql`select k.subject, 'children' as what, ${noEntry}, k.starts as since,
    null::date as due, k.worker, k.team, false as reason from ${held} k`

const lists: Readonly<Record<DeskList, (d: Desk, held: Held) => RawBuilder<unknown>>> = {
  referrals,
  unsigned,
  left,
  'sent-back': sentBack,
  late,
  drift,
  children,
}

/** One list of a desk as SQL. A number on the desk counts exactly the list that it opens into. */
export const listOf = (list: DeskList, d: Desk, held: Held = heldBy(d)): RawBuilder<unknown> =>
  lists[list](d, held)
