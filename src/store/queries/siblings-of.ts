import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import type { Row } from './likeness.ts'

export type Sibling = Row & { readonly why: readonly string[] }

const KINDS = sql`('sibling', 'half-sibling', 'step-sibling')`

/**
 * Children who are brothers or sisters of these, by the file of either: only those a viewer may see in a list, and by
 * entries that are not confidential.
 * @param names the files that were found, and what each child is called
 */
export async function siblingsOf(
  db: Db,
  viewer: Viewer,
  now: Instant,
  names: ReadonlyMap<string, string>,
): Promise<readonly Sibling[]> {
  const ids = `{${[...names.keys()].join(',')}}`
  const { rows } = await sql<Row & { of: string }>`
    with kin as (
      select h.subject::text as of, h.answers ->> 'child' as other from happening h where h.subject = any (${ids}::uuid[])
        and h.type = 'relationship' and not h.withdrawn and h.sensitivity = 'ordinary'
        and h.answers ->> 'kind' in ${KINDS} and h.answers ? 'child'
      union select h.answers ->> 'child', h.subject::text from happening h where h.answers ? 'child'
        and h.answers ->> 'child' = any (${ids}::text[]) and h.type = 'relationship' and not h.withdrawn
        and h.sensitivity = 'ordinary' and h.answers ->> 'kind' in ${KINDS})
    select distinct on (p.subject) kin.of, p.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.other_names as "otherNames", p.unborn, p.born, p.address,
      p.nhs_number as "nhsNumber", p.upn, p.siblings
    from kin join person w on w.subject = kin.other::uuid join person p on p.subject = coalesce(w.merged, w.subject)
    where ${mayDo(viewer, 'list', now)} and p.subject <> all (${ids}::uuid[])
    order by p.subject, kin.of`.execute(db)
  return rows.map(({ of, ...row }) => ({
    ...row,
    why: [`brother or sister of ${names.get(of) ?? 'a child found'}`],
  }))
}
