import { sql } from 'kysely'
import type { Db } from '../connection.ts'

/**
 * What tells, of each of these files, whether anything was added since: the links at the ends of its chain and of those
 * that were joined to it. Files with nothing in them are left out.
 */
export async function tailsOf(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<{ id: string; tail: string }>`
    select coalesce(p.merged, p.subject) as id, string_agg(l.hash, ' ' order by p.subject) as tail
    from person p cross join lateral
      (select e.hash from entry e where e.subject = p.subject order by e.seq desc limit 1) l
    where p.subject = any(${subjects}::uuid[]) or p.merged = any(${subjects}::uuid[])
    group by 1`.execute(db)
  return new Map(rows.map(r => [r.id, r.tail]))
}
