import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** A file that is closed to all, as nobody is named on it. */
export interface Unnamed {
  readonly code: string
  readonly called: string
}

interface Row {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly total: number
}

/**
 * Files that were sealed with nobody named on them, as those are that come in by an import, where the viewer is who names
 * somebody: those that have waited longest, and how many there are in all.
 */
export async function sealedUnnamed(
  db: Db,
  viewer: Viewer,
  now: Instant,
  limit: number,
): Promise<{ readonly total: number; readonly files: readonly Unnamed[] }> {
  // To all others such a file is as if it were not there: they need not go through what is restricted to be told so.
  if (viewer.role !== 'director') return { total: 0, files: [] }
  const { rows } = await sql<Row>`
    select p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn, count(*) over ()::int as total
    from person p, lateral (select min(s.starts) as since from spell s
      where s.subject = p.subject and s.kind = 'restriction' and s.ends is null) s
    where p.restricted and p.named = '{}' and s.since is not null and ${mayDo(viewer, 'decide', now)}
    order by s.since, p.code limit ${limit}`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    files: rows.map(r => ({ code: r.code, called: calledBy(r, r.code) })),
  }
}
