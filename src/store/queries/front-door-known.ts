import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** A child with a file here, as far as a list may tell. */
export interface Known {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  /** Open to social care now. */
  readonly open: boolean
  readonly worker: string | null
}

/** Those of the children, by the id of their file or by their child ID, whom a viewer may see in a list. */
export async function knownChildren(
  db: Db,
  viewer: Viewer,
  now: Instant,
  which: { readonly ids: readonly string[] } | { readonly codes: readonly string[] },
): Promise<readonly Known[]> {
  const [named, these] = 'ids' in which ? [sql`p.subject::text`, which.ids] : [sql`p.code`, which.codes]
  if (these.length === 0) return []
  const { rows } = await sql<Known>`select p.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, p.born,
      exists (select from spell s where s.subject = p.subject and s.kind = 'in-need' and s.ends is null) as open,
      (select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker' where a.subject = p.subject
        and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1) as worker
    from person p where ${named} in (${sql.join(these)}) and ${mayDo(viewer, 'list', now)}
    order by p.family_name nulls last, p.given_name, p.code`.execute(db)
  return rows
}
