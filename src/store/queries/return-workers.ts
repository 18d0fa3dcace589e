import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** What returns tell of a member of staff. */
export interface StaffInReturns {
  readonly code: string
  readonly registration: string | null
  /** The day from which they no longer worked here; null while they do. */
  readonly left: Day | null
}

/**
 * Every member of staff by id, those who have left too.
 * @param only these, where they are named
 */
export async function staffInReturns(
  db: Db,
  only?: readonly string[],
): Promise<ReadonlyMap<string, StaffInReturns>> {
  const { rows } = await sql<StaffInReturns & { id: string }>`
    select distinct on (h.subject) h.subject as id, s.code, h.answers ->> 'registration' as registration,
      case when h.answers ->> 'working' = 'false' then h.happened end as left
    from happening h join subject s on s.id = h.subject
    where h.type = 'staff-details' and not h.withdrawn
      and ${only ? sql`h.subject = any(${only}::uuid[])` : sql`true`} order by h.subject, h.seq desc`.execute(
    db,
  )
  return new Map(rows.map(({ id, ...told }) => [id, told]))
}

/** The births of children with a file who are named as somebody's own child, by the id of that file. */
export async function ownChildrenBorn(db: Db): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ named: string; born: Day }>`select p.subject as named, p.born from person p
    where p.born is not null and not p.unborn and p.subject::text in (select h.answers ->> 'child' from happening h
      where h.type = 'relationship' and h.answers ->> 'kind' = 'child' and not h.withdrawn)`.execute(db)
  return new Map(rows.map(r => [r.named, r.born]))
}
