import { sql } from 'kysely'
import type { Part } from '../../domain/access/parts.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { beginAll } from './likeness.ts'
import { stillAsked } from './open-clocks.ts'

/** A child whose file has a part for the viewer, and what of that part is due first. */
export interface PartChild {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly worker: string | null
  readonly series: string | null
  readonly due: Day | null
  /** How many things of the part are late. */
  readonly late: number
}

export interface PartList {
  readonly children: readonly PartChild[]
  readonly total: number
  /** How many of all of them have something late, whatever is asked for. */
  readonly late: number
}

/**
 * The children whose part of the file is a viewer's work, the most pressing first; a page of them, and how many in all.
 * Those whom the viewer may not see in a list are left out, of the counts too.
 * @param words the beginnings of a name, where somebody is looked for
 */
export async function partList(
  db: Db,
  viewer: Viewer,
  part: Part,
  at: { readonly now: Instant; readonly today: Day },
  asked: { readonly words: readonly string[]; readonly lateOnly: boolean },
  page: { readonly limit: number; readonly offset: number },
): Promise<PartList> {
  const series = part.series.length === 0 ? sql`('')` : sql`(${sql.join(part.series)})`
  const named = asked.words.length > 0 ? beginAll(asked.words) : sql`true`
  const open = sql`c.subject = p.subject and c.series in ${series}
    and c.starts <= ${at.today} and ${stillAsked('c', at.today)}`
  // Who is or was looked after or is to come to a carer, and who names the viewer: so few that the rest of the authority
  // is not gone through.
  const whose = sql`(select s.subject from spell s where s.kind in ('looked-after', 'placement-arranged')
    union select n.subject from person n where n.restricted)`
  const { rows } = await sql<
    { total: number; late_children: number } & (PartChild | { code: null })
  >`with mine as materialized (
      select p.subject, p.code, p.given_name, p.family_name, p.unborn, p.born, d.series, d.due,
        (select count(*)::int from clock c where ${open} and c.due < ${at.today}) as late
      from person p left join lateral (select c.series, c.due from clock c where ${open} order by c.due, c.series limit 1) d on true
      where p.subject in ${whose} and ${named} and ${mayDo(viewer, 'list', at.now)}),
    shown as (select * from mine where ${asked.lateOnly ? sql`late > 0` : sql`true`})
    select n.total, n.late_children, x.* from (select (select count(*)::int from shown) as total,
      (select count(*)::int from mine where late > 0) as late_children) n
    left join lateral (select m.code, m.given_name as "givenName", m.family_name as "familyName", m.unborn, m.born,
        m.series, m.due, m.late, (select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
          where a.subject = m.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1) as worker
      from shown m order by m.due nulls last, m.family_name nulls last, m.given_name, m.code
      limit ${page.limit} offset ${page.offset}) x on true`.execute(db)
  return {
    children: rows.flatMap(({ total: _, late_children: __, ...c }) => (c.code === null ? [] : [c])),
    total: rows[0]?.total ?? 0,
    late: rows[0]?.late_children ?? 0,
  }
}
