import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { With } from '../../domain/returns/live/lines.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** Who is, or last was, allocated to each of these children. */
export async function lastWith(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, With>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<With & { subject: string }>`
    select distinct on (s.subject) s.subject, s.facts ->> 'team' as team, s.facts ->> 'worker' as worker
    from spell s where s.kind = 'allocation' and s.key = 'worker' and s.subject = any(${subjects}::uuid[])
    order by s.subject, s.starts desc, s.ends desc nulls first`.execute(db)
  return new Map(rows.map(({ subject, team, worker }) => [subject, { team, worker }]))
}

/** Of these files, those that the viewer may not see named in a list. */
export async function hiddenFrom(
  db: Db,
  viewer: Viewer,
  now: Instant,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set()
  const { rows } = await sql<{ subject: string }>`select p.subject from person p
    where p.subject = any(${subjects}::uuid[]) and not (${mayDo(viewer, 'list', now)})`.execute(db)
  return new Set(rows.map(r => r.subject))
}

/** Of these files, those that the viewer may open as things are. */
export async function openTo(
  db: Db,
  viewer: Viewer,
  now: Instant,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set()
  const { rows } = await sql<{ subject: string }>`select p.subject from person p
    where p.subject = any(${subjects}::uuid[]) and ${mayDo(viewer, 'open', now)}`.execute(db)
  return new Set(rows.map(r => r.subject))
}

export interface EntryNamed {
  readonly type: string
  readonly happened: Day
}

/** What kind of entries these are, and of which day. */
export async function entriesNamed(
  db: Db,
  entries: readonly string[],
): Promise<ReadonlyMap<string, EntryNamed>> {
  if (entries.length === 0) return new Map()
  const { rows } = await sql<EntryNamed & { entry: string }>`select entry, type, happened from happening
    where entry = any(${entries}::uuid[])`.execute(db)
  return new Map(rows.map(({ entry, ...named }) => [entry, named]))
}
