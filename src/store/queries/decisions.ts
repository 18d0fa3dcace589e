import { type RawBuilder, sql } from 'kysely'
import { decide } from '../../domain/access/decide.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { moved } from './drift.ts'

/** What the register of decisions holds. */
export const decisionKinds = {
  'managers-decision': 'Manager’s decision',
  'case-supervision': 'Case supervision',
  'referral-decided': 'Referral decided',
  'contact-decided': 'Contact decided',
  'sent-back': 'Sent back',
  restriction: 'File restricted or opened',
  'case-closed': 'Case closed',
  allocation: 'Allocated all the same',
} as const
export type DecisionKind = keyof typeof decisionKinds

export interface Asked {
  readonly words: string
  readonly who: string | null
  readonly team: string | null
  /** A child ID. */
  readonly child: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly kind: DecisionKind | null
  /** Only those whose next step is past its day, with nothing moved since. */
  readonly overdue: boolean
}

export interface Decided {
  readonly entry: string
  /** The entry to open: what a decision sent back, or the decision itself. */
  readonly opens: string
  readonly type: DecisionKind
  /** Null where it concerns a contact and no child’s file. */
  readonly code: string | null
  readonly contact: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly on: Day
  readonly decision: string
  readonly reason: string
  readonly next: string
  readonly by: Day | null
  readonly who: string | null
  readonly overdue: boolean
}

/** Where a page of the register begins: after the line of this day and entry. */
export interface After {
  readonly on: Day
  readonly entry: string
}

const entryHeld = (s: RawBuilder<unknown>) => sql`case when p.restricted then 'restricted' else ${s} end`

const a = (name: string) => sql`h.answers ->> ${name}`
// Of a closed case the reason is a code, which its summary says already: its why is in words.
const reason = sql`case when h.type = 'case-closed' then ${a('why')} else coalesce(${a('reason')}, ${a('reasons')}, ${a('thinking')}, ${a('why')}, ${a('despite')}, '') end`

/** Of children: what stands. Reads by `happening_decided`. */
const ofChildren = (
  viewer: Viewer,
  now: Instant,
) => sql`select h.entry, h.entry as opens, h.type, h.subject, h.author,
    h.happened, h.recorded, h.summary, h.answers, ${reason} as reason, p.code, p.given_name, p.family_name, p.unborn,
    null::text as contact
  from happening h join person p on p.subject = h.subject
  where h.type in ('managers-decision', 'case-supervision', 'referral-decided', 'restriction', 'case-closed', 'allocation')
    and not h.withdrawn and (h.type <> 'allocation' or h.answers ? 'despite')
    and ${mayDo(viewer, 'open', now, entryHeld(sql`h.sensitivity`))}`

/** What was sent back, answered or not: as closely held as the entry that was sent back. */
const returned = (
  viewer: Viewer,
  now: Instant,
) => sql`select e.id as entry, h.entry as opens, e.type, e.subject, e.author,
    e.happened, e.recorded, 'Sent back: ' || h.summary as summary, e.answers, e.answers ->> 'why' as reason, p.code,
    p.given_name, p.family_name, p.unborn, null::text as contact
  from entry e join happening h on h.entry = e.amends join person p on p.subject = e.subject
  where e.type = 'sent-back' and not h.withdrawn and ${mayDo(viewer, 'open', now, entryHeld(sql`h.sensitivity`))}`

/** Of contacts: for those of the front door, and not where a child of the contact is closed to the viewer. */
const ofContacts = (
  viewer: Viewer,
  now: Instant,
) => sql`select h.entry, h.entry as opens, h.type, h.subject, h.author,
    h.happened, h.recorded, h.summary, h.answers, ${reason} as reason, null::text as code, null::text as given_name,
    null::text as family_name, false as unborn, f.code as contact
  from happening h join subject f on f.id = h.subject and f.kind = 'contact'
  where h.type = 'contact-decided' and not h.withdrawn
    and not exists (select from happening m join person p on p.subject = (m.answers ->> 'child')::uuid
      where m.subject = h.subject and m.type = 'contact-matched' and not m.withdrawn
        and not ${mayDo(viewer, 'list', now)})`

const byDay = sql`nullif(d.answers ->> 'by', '')::date`

const overdue = (
  today: Day,
) => sql<boolean>`(${byDay} < ${today}::date and not exists (select from happening h
  where h.subject = d.subject and h.happened > d.happened and ${moved}))`

const searched = sql`(to_tsvector('english', d.summary) || jsonb_to_tsvector('english', d.answers, '["string"]'))`

function conditions(asked: Asked, today: Day, after: After | null): RawBuilder<boolean> {
  const all: RawBuilder<boolean>[] = [sql<boolean>`d.happened <= ${today}`]
  if (asked.words) all.push(sql<boolean>`${searched} @@ websearch_to_tsquery('english', ${asked.words})`)
  if (asked.who) all.push(sql<boolean>`d.author::text = ${asked.who}`)
  if (asked.child) all.push(sql<boolean>`d.code = ${asked.child}`)
  if (asked.kind) all.push(sql<boolean>`d.type = ${asked.kind}`)
  if (asked.from) all.push(sql<boolean>`d.happened >= ${asked.from}`)
  if (asked.to) all.push(sql<boolean>`d.happened <= ${asked.to}`)
  if (asked.team)
    all.push(sql<boolean>`exists (select from spell s where s.subject = d.subject and s.kind = 'allocation'
      and s.key = 'worker' and s.ends is null and s.facts ->> 'team' = ${asked.team})`)
  if (asked.overdue) all.push(overdue(today))
  if (after) all.push(sql<boolean>`(d.happened, d.entry) < (${after.on}::date, ${after.entry}::uuid)`)
  return sql<boolean>`(${sql.join(all, sql` and `)})`
}

/**
 * The register of decisions: a page of it, the last first. Only of children whose files the viewer may open, and of
 * their entries only those that the viewer may read; in every line, filter, search and export.
 */
export async function decisions(
  db: Db,
  viewer: Viewer,
  at: { readonly now: Instant; readonly today: Day },
  asked: Asked,
  page: { readonly after: After | null; readonly limit: number },
): Promise<readonly Decided[]> {
  const frontDoor = decide(viewer, 'front-door').allow
  const parts = [
    ofChildren(viewer, at.now),
    returned(viewer, at.now),
    ...(frontDoor ? [ofContacts(viewer, at.now)] : []),
  ]
  const { rows } =
    await sql<Decided>`select d.entry, d.opens, d.type, d.code, d.contact, d.given_name as "givenName",
      d.family_name as "familyName", d.unborn, d.happened as on, d.summary as decision, coalesce(d.reason, '') as reason,
      coalesce(d.answers ->> 'next', '') as next, ${byDay} as by, st.name as who,
      coalesce(${overdue(at.today)}, false) as overdue
    from (${sql.join(parts, sql` union all `)}) d left join staff st on st.subject = d.author
    where ${conditions(asked, at.today, page.after)}
    order by d.happened desc, d.entry desc limit ${page.limit}`.execute(db)
  return rows
}

/** Who has decided anything, by name: for the filter. */
export async function deciders(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select subject as id, name from staff
    where role in ('team-manager', 'director', 'out-of-hours') order by name`.execute(db)
  return rows
}
