import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Tie } from '../../domain/quality/independence.ts'
import type { Db } from '../connection.ts'

const uuids = (ids: readonly string[]) => `{${ids.join(',')}}`

/**
 * What auditors were to children's files between two days, and are now: the worker, the reviewing officer, the manager
 * of the worker's team, and whoever wrote in the file.
 */
export async function auditTies(
  db: Db,
  auditors: readonly string[],
  children: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly Tie[]> {
  if (auditors.length === 0 || children.length === 0) return []
  const held = sql`s.kind = 'allocation' and s.subject = any (${uuids(children)}::uuid[]) and (s.ends is null
    or (s.ends > ${from} and s.starts <= ${to}))`
  const { rows } = await sql<Tie>`
    select s.facts ->> 'worker' as auditor, s.subject::text as child, s.key as kind, s.starts as on from spell s
      where ${held} and s.facts ->> 'worker' = any (${uuids(auditors)}::text[])
    union all
    select m.subject::text, s.subject::text, 'manager', s.starts from spell s
      join (select h.subject, h.answers, h.happened,
          lead(h.happened) over (partition by h.subject order by h.happened, h.seq) as until
        from happening h where h.type = 'staff-details' and not h.withdrawn
          and h.subject = any (${uuids(auditors)}::uuid[])) m
        on m.answers ->> 'role' = 'team-manager' and m.answers ->> 'team' = s.facts ->> 'team'
          and m.happened <= ${to} and (m.until is null or m.until > ${from})
      where ${held} and s.key = 'worker'
    union all
    select e.author::text, coalesce(o.merged, o.subject)::text, 'wrote', max(e.happened) from entry e
      join person o on o.subject = e.subject
      where coalesce(o.merged, o.subject) = any (${uuids(children)}::uuid[])
        and e.author = any (${uuids(auditors)}::uuid[]) and e.happened >= ${from} group by 1, 2`.execute(db)
  return rows
}
