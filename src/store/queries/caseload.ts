import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import type { Cover } from './covers.ts'
import type { Whose } from './work-parts.ts'

export interface Held {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly visited: Day | null
  readonly lookedAfter: boolean
  readonly plan: boolean
  readonly worker: string | null
}

/** The children a viewer (or the viewer's team) works with or covers, with the last time each was seen. */
export async function caseload(
  db: Db,
  viewer: Viewer,
  covers: readonly Cover[],
  whose: Whose,
  today: Day,
): Promise<readonly Held[]> {
  const people = [viewer.id, ...covers.map(c => c.away)]
  const who =
    whose === 'team'
      ? sql`a.facts ->> 'team' = ${viewer.team} and a.key = 'worker'`
      : sql`a.facts ->> 'worker' = any(${people})`
  const { rows } = await sql<Held>`
    select p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn,
      (select st.name from staff st where st.subject::text = a.facts ->> 'worker') as worker,
      (select h.happened from happening h where h.subject = p.subject and h.happened <= ${today} and not h.withdrawn
        and h.marks && array['looked-after-visit', 'protection-visit'] order by h.happened desc limit 1) as visited,
      o."lookedAfter", o.plan
    from spell a join person p on p.subject = a.subject,
    -- Child by child: asked whether there is any, the database would gather every child’s of the authority first.
    lateral (select coalesce(bool_or(s.kind = 'looked-after'), false) as "lookedAfter",
      coalesce(bool_or(s.kind = 'protection-plan'), false) as plan
      from spell s where s.subject = a.subject and s.ends is null) o
    where a.kind = 'allocation' and a.ends is null and ${who}
      and (not p.restricted or ${viewer.id}::uuid = any (p.named))
    order by p.family_name, p.given_name, p.code limit 500`.execute(db)
  return rows
}
