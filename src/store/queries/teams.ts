import type { Db } from '../connection.ts'

/** The teams that people work in, or that children are allocated to. */
export async function teams(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff')
    .select('team')
    .distinct()
    .where('team', 'is not', null)
    .orderBy('team')
    .execute()
  return rows.flatMap(r => (r.team === null ? [] : [r.team]))
}
