import type { StaffReach } from '../../domain/family/around.ts'
import type { Db } from '../connection.ts'

/** Members of staff by id, with how to reach them. Those who have left are told by name alone. */
export async function staffReach(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, StaffReach>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['subject', 'name', 'reach', 'working'])
    .where('subject', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(r => [r.subject, { name: r.name, reach: r.working ? r.reach : null }]))
}
