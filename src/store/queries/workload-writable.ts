import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** Of some children, those in whose files a viewer may write, each with how far the file goes. */
export async function writable(
  db: Db,
  viewer: Viewer,
  now: Instant,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<{ subject: string; seq: number }>`
    select p.subject, (select max(e.seq) from entry e where e.subject = p.subject) as seq
    from person p where p.subject = any(${subjects}::uuid[]) and ${mayDo(viewer, 'record', now)}`.execute(db)
  return new Map(rows.map(r => [r.subject, r.seq]))
}
