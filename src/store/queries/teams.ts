import { sql } from 'kysely'
import type { Db } from '../connection.ts'

/** The teams that people work in, or that children are or were allocated to, by name. */
export async function teams(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ team: string }>`select team from staff where team is not null
    union select facts ->> 'team' from spell where kind = 'allocation' and facts ->> 'team' is not null
    order by 1`.execute(db)
  return rows.map(r => r.team)
}
