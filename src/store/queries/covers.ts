import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** One person standing in for another while they are away. */
export interface Cover {
  /** The entry that arranged it. */
  readonly entry: string
  readonly away: string
  readonly awayName: string
  readonly awayRole: Role
  readonly awayTeam: string | null
  readonly by: string
  readonly byName: string
  readonly from: Day
  /** The day they are back. */
  readonly to: Day | null
}

const COVERS = sql`select v.opened_by as entry, v.subject as away, a.name as "awayName", a.role as "awayRole",
    a.team as "awayTeam", b.subject as by, b.name as "byName",
    v.starts as from, v.ends as to
  from spell v join staff a on a.subject = v.subject join staff b on b.subject::text = v.facts ->> 'by'
  where v.kind = 'cover' and v.starts < coalesce(v.ends, 'infinity'::date)`

/** Cover of one person from today on, the soonest first. */
export async function coversOf(db: Db, away: string, today: Day): Promise<readonly Cover[]> {
  const { rows } =
    await sql<Cover>`${COVERS} and v.subject = ${away} and (v.ends is null or v.ends > ${today})
    order by v.starts, b.name`.execute(db)
  return rows
}

/** For whom somebody stands in on a day. */
export async function coveredBy(db: Db, by: string, today: Day): Promise<readonly Cover[]> {
  const { rows } = await sql<Cover>`${COVERS} and v.facts ->> 'by' = ${by} and v.starts <= ${today}
    and (v.ends is null or v.ends > ${today}) order by a.name`.execute(db)
  return rows
}

/**
 * Who of some people is away on a day, until when, and who covers: nobody, where whoever was to do it has left or is
 * away as well.
 */
export async function awayOn(
  db: Db,
  people: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, { readonly back: Day | null; readonly coveredBy: string | null }>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ away: string; back: Day | null; by: string | null }>`
    select v.subject as away, max(v.ends) as back, string_agg(b.name, ', ' order by b.name)
      filter (where b.working and not exists (select from spell w where w.subject = b.subject and w.kind = 'cover'
        and w.starts <= ${today} and (w.ends is null or w.ends > ${today}))) as by
    from spell v join staff b on b.subject::text = v.facts ->> 'by'
    where v.kind = 'cover' and v.subject = any(${people}::uuid[]) and v.starts <= ${today}
      and (v.ends is null or v.ends > ${today}) group by v.subject`.execute(db)
  return new Map(rows.map(r => [r.away, { back: r.back, coveredBy: r.by }]))
}
