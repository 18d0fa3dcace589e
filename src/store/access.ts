import { type RawBuilder, sql } from 'kysely'
import type { Target } from '../domain/access/decide.ts'
import { grants } from '../domain/access/grants.ts'
import type { Action, Relationship, Sensitivity, Viewer } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import type { Db } from './connection.ts'

/**
 * Each relationship as a condition on a child, written `p` (a row of `person`). The twin of what {@link targetOf} reads
 * for one child; a property test holds the two together.
 */
const related = (viewer: Viewer, now: Instant): Readonly<Record<Relationship, RawBuilder<boolean>>> => ({
  allocated: sql`exists (select from spell s where s.subject = p.subject and s.kind = 'allocation' and s.key = 'worker'
    and s.ends is null and s.facts ->> 'worker' = ${viewer.id})`,
  reviewing: sql`exists (select from spell s where s.subject = p.subject and s.kind = 'allocation' and s.key = 'reviewing'
    and s.ends is null and s.facts ->> 'worker' = ${viewer.id})`,
  chairing: sql`exists (select from spell s where s.subject = p.subject and s.kind = 'allocation' and s.key = 'chairing'
    and s.ends is null and s.facts ->> 'worker' = ${viewer.id})`,
  'looked-after': sql`exists (select from spell s where s.subject = p.subject and s.kind = 'looked-after'
    and s.ends is null)`,
  'leaving-care': sql`(p.born <= ${londonDay(now)}::date - interval '16 years'
    and p.born > ${londonDay(now)}::date - interval '25 years'
    and exists (select from spell s where s.subject = p.subject and s.kind = 'looked-after'))`,
  // Placed with them now; or to come, from a week before the day until three days after it, unless the child came elsewhere.
  caring: sql`(exists (select from spell s where s.subject = p.subject and s.kind = 'placement' and s.ends is null
      and s.facts ->> 'account' = ${viewer.id})
    or exists (select from spell s where s.subject = p.subject and s.kind = 'placement-arranged' and s.ends is null
      and s.facts ->> 'account' = ${viewer.id}
      and (s.facts ->> 'from')::date between ${londonDay(now)}::date - 3 and ${londonDay(now)}::date + 7
      and not exists (select from spell n where n.subject = p.subject and n.kind = 'placement' and n.starts > s.starts)))`,
  self: sql`exists (select from spell s where s.subject = ${viewer.id} and s.kind = 'own-file' and s.ends is null
    and s.facts ->> 'child' = p.subject::text)`,
  team:
    viewer.team === null
      ? sql`false`
      : sql`exists (select from spell s where s.subject = p.subject
    and s.kind = 'allocation' and s.key = 'worker' and s.ends is null and s.facts ->> 'team' = ${viewer.team})`,
  covering: sql`exists (select from spell s join spell v on v.kind = 'cover' and v.facts ->> 'by' = ${viewer.id}
    and v.starts <= ${londonDay(now)} and (v.ends is null or v.ends > ${londonDay(now)})
    join staff away on away.subject = v.subject
    where s.subject = p.subject and s.kind = 'allocation' and s.ends is null and (s.facts ->> 'worker' = v.subject::text
      or (s.key = 'worker' and away.role = 'team-manager' and away.team = s.facts ->> 'team')))`,
  unallocated: sql`not exists (select from spell s where s.subject = p.subject and s.kind = 'allocation'
    and s.key = 'worker' and s.ends is null)`,
  reason: sql`exists (select from access_reason r where r.subject = p.subject and r.viewer = ${viewer.id}
    and r.until > ${now}
    and not exists (select from reason_review w where w.reason = r.id and w.verdict = 'wrong'))`,
  sampled: sql`exists (select from spell s where s.kind = 'sampled' and s.facts ->> 'by' = ${viewer.id}
    and s.facts ->> 'child' = p.subject::text and s.starts <= ${londonDay(now)} and s.ends is null
    and (s.facts ->> 'until' is null or s.facts ->> 'until' >= ${londonDay(now)}))`,
  // A file that was sealed with nobody named on it waits for the director to name somebody.
  named:
    viewer.role === 'director'
      ? sql`(${viewer.id}::uuid = any (p.named) or (p.restricted and p.named = '{}'))`
      : sql`${viewer.id}::uuid = any (p.named)`,
  any: sql`true`,
})

/** How closely a child's file is held, in SQL. */
const held = sql`case when p.restricted then 'restricted' else 'ordinary' end`

/** Whether a file is held so closely, as the database knows how many are; null where none is. */
const ofFile: Readonly<Record<Sensitivity, RawBuilder<boolean> | null>> = {
  ordinary: sql<boolean>`not p.restricted`,
  confidential: null,
  restricted: sql<boolean>`p.restricted`,
}

/**
 * The condition under which a viewer may do something to the child `p`: for lists, counts, searches and exports. It
 * reads the same table of grants as `decide`.
 * @param sensitivity of what is in the file, where it is not the file itself that is asked about
 */
export function mayDo(
  viewer: Viewer,
  action: Action,
  now: Instant,
  sensitivity?: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const conditions = related(viewer, now)
  const given = grants.filter(g => g.role === viewer.role && g.action === action)
  const ways = [...Map.groupBy(given, g => g.sensitivity)].flatMap(([level, list]) => {
    const soHeld = sensitivity ? sql<boolean>`${sensitivity} = ${level}` : ofFile[level]
    if (!soHeld) return []
    if (list.some(g => g.relationship === 'any')) return [soHeld]
    return [
      sql<boolean>`(${soHeld} and (${sql.join(
        list.map(g => conditions[g.relationship]),
        sql` or `,
      )}))`,
    ]
  })
  // A file read as part of another is found by that other.
  return ways.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(p.merged is null and (${sql.join(ways, sql` or `)}))`
}

/** What decides what a viewer is to a child, as a row of the database says it. */
export type TargetRow = Readonly<Record<Relationship, boolean>> & { readonly held: Sensitivity }

/** The columns of {@link TargetRow}, of a child written `p`. */
export function targetColumns(viewer: Viewer, now: Instant): RawBuilder<unknown> {
  const c = related(viewer, now)
  return sql`${held} as held, ${c.allocated} as allocated, ${c.reviewing} as reviewing, ${c.chairing} as chairing,
    ${c.team} as team, ${c.caring} as caring, ${c.self} as self, ${c['looked-after']} as "looked-after",
    coalesce(${c['leaving-care']}, false) as "leaving-care",
    ${c.unallocated} as unallocated, ${c.covering} as covering,
    ${c.reason} as reason, ${c.sampled} as sampled, ${c.named} as named`
}

const KINDS: readonly Relationship[] = [
  'allocated',
  'reviewing',
  'chairing',
  'team',
  'covering',
  'unallocated',
  'reason',
  'looked-after',
  'leaving-care',
  'caring',
  'self',
  'sampled',
  'named',
]

export const targetIn = (row: TargetRow): Target => ({
  sensitivity: row.held,
  relationships: KINDS.filter(k => row[k]),
})

/** What a viewer is to one child at a moment, and how closely the child's file is held. */
export async function targetOf(
  db: Db,
  child: string,
  viewer: Viewer,
  now: Instant,
): Promise<Target | undefined> {
  const { rows } = await sql<TargetRow>`select ${targetColumns(viewer, now)}
    from person p where p.subject = ${child}`.execute(db)
  return rows[0] && targetIn(rows[0])
}
