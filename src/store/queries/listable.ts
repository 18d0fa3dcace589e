import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

export interface Named {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
}

/**
 * The names of those children, of the ones given, whom a viewer may see in a list; by the id that was given, also where
 * that file is read as part of another now.
 */
export async function listable(
  db: Db,
  viewer: Viewer,
  now: Instant,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<
    Named & { asked: string }
  >`select asked.subject as asked, p.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn
    from person asked join person p on p.subject = coalesce(asked.merged, asked.subject)
    where asked.subject in (${sql.join(subjects)}) and ${mayDo(viewer, 'list', now)}`.execute(db)
  return new Map(rows.map(r => [r.asked, r]))
}
