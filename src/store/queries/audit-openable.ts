import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import type { Named } from './listable.ts'

/** Those children, of the ones given, whose files a viewer may open; by the id that was given. */
export async function openable(
  db: Db,
  viewer: Viewer,
  now: Instant,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<Named & { asked: string }>`select asked.subject as asked, p.subject, p.code,
      p.given_name as "givenName", p.family_name as "familyName", p.unborn
    from person asked join person p on p.subject = coalesce(asked.merged, asked.subject)
    where asked.subject = any (${`{${subjects.join(',')}}`}::uuid[]) and ${mayDo(viewer, 'open', now)}`.execute(
    db,
  )
  return new Map(rows.map(r => [r.asked, r]))
}
