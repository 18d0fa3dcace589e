import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.ts'

/** The teams that people work in, or that children are or were allocated to, by name: one step of the index for each. */
export async function teams(db: Db): Promise<readonly string[]> {
  const next = (after: RawBuilder<unknown>) => sql`(select s.facts ->> 'team' from spell s
    where s.kind = 'allocation' and s.facts ->> 'team' ${after} order by s.facts ->> 'team' limit 1)`
  const { rows } = await sql<{ team: string }>`with recursive held as (
      select ${next(sql`is not null`)} as team
      union all select ${next(sql`> held.team`)} from held where held.team is not null)
    select team from held where team is not null union select team from staff where team is not null
    order by 1`.execute(db)
  return rows.map(r => r.team)
}
