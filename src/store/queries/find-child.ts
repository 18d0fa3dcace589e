import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

export interface Found {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly worker: string | null
}

const like = (word: string): string => `${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/**
 * Children by name, earlier name, child ID, NHS number or UPN; every word must fit somewhere. Only those a viewer may
 * see in a list are found or counted.
 */
export async function findChildren(
  db: Db,
  viewer: Viewer,
  now: Instant,
  words: readonly string[],
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly children: readonly Found[] }> {
  if (words.length === 0) return { total: 0, children: [] }
  const fits = words.map(
    w => sql`(lower(p.family_name) like ${like(w)} or lower(p.given_name) like ${like(w)}
      or lower(p.other_names) like ${`%${like(w)}`} or lower(p.code) like ${like(w)}
      or replace(p.nhs_number, ' ', '') = ${w} or p.upn = ${w.toUpperCase()})`,
  )
  const which = sql`from person p where ${sql.join(fits, sql` and `)} and ${mayDo(viewer, 'list', now)}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${which}`.execute(db)
  const { rows } = await sql<Found>`select p.code, p.given_name as "givenName", p.family_name as "familyName",
      p.other_names as "otherNames", p.unborn, p.born, (select st.name from spell a
        join staff st on st.subject::text = a.facts ->> 'worker' where a.subject = p.subject and a.kind = 'allocation'
        and a.key = 'worker' and a.ends is null limit 1) as worker
    ${which} order by p.family_name nulls last, p.given_name, p.code limit ${page.limit} offset ${page.offset}`.execute(
    db,
  )
  return { total: total.rows[0]?.n ?? 0, children: rows }
}
