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

export interface Children {
  readonly total: number
  readonly held: readonly Held[]
}

/** Whose children, which of them, and as of when. */
interface Asked {
  readonly covers: readonly Cover[]
  readonly whose: Whose
  readonly today: Day
  readonly limit: number
  readonly offset?: number
  /** By family name, where it is not said; or those first whom nobody visited, and who wait longest for a visit. */
  readonly order?: 'name' | 'visit'
  /** Only how many there are, where they are more than fit. */
  readonly orCount?: boolean
}

/** The last visit up to a day. */
const visited = (child: 'h' | 'k', today: Day) =>
  sql`(select v.happened from happening v where v.subject = ${sql.ref(child)}.subject and v.happened <= ${today} and not v.withdrawn
    and v.marks && '{looked-after-visit,protection-visit}' order by v.happened desc limit 1)`

/** The children a viewer (or the viewer's team) works with or covers, by name, with the last time each was seen. */
export async function caseload(
  db: Db,
  viewer: Viewer,
  { covers, whose, today, limit, offset = 0, order = 'name', orCount = false }: Asked,
): Promise<Children> {
  const people = [viewer.id, ...covers.map(c => c.away)]
  const who =
    whose === 'team'
      ? sql`a.facts ->> 'team' = ${viewer.team} and a.key = 'worker'`
      : sql`a.facts ->> 'worker' = any(${people})`
  const { rows } = await sql<{ total: number } & (Held | { code: null })>`
    with held as materialized (select p.subject, p.code, p.given_name, p.family_name, p.unborn, a.facts ->> 'worker' as by
      from spell a join person p on p.subject = a.subject
      where a.kind = 'allocation' and a.ends is null and ${who} and (not p.restricted or ${viewer.id}::uuid = any (p.named)))
    select n.total, x.* from (select count(*)::int as total from held) n left join lateral (
      select h.code, h.given_name as "givenName", h.family_name as "familyName", h.unborn,
        (select st.name from staff st where st.subject::text = h.by) as worker, ${visited('h', today)} as visited,
        o."lookedAfter", o.plan
      from (select * from held k where ${orCount ? sql`n.total <= ${limit}` : sql`true`}
        order by ${order === 'visit' ? sql`${visited('k', today)} nulls first,` : sql``} k.family_name, k.given_name, k.code
        limit ${limit} offset ${offset}) h,
      -- Child by child: asked whether there is any, the database would gather every child’s of the authority first.
      lateral (select coalesce(bool_or(s.kind = 'looked-after'), false) as "lookedAfter",
        coalesce(bool_or(s.kind = 'protection-plan'), false) as plan
        from spell s where s.subject = h.subject and s.ends is null and s.kind in ('looked-after', 'protection-plan')) o
      order by ${order === 'visit' ? sql`visited nulls first,` : sql``} h.family_name, h.given_name, h.code) x on true`.execute(
    db,
  )
  const held = rows.flatMap(({ total: _, ...child }) => (child.code === null ? [] : [child]))
  return { total: rows[0]?.total ?? 0, held }
}
