import { sql } from 'kysely'
import type { Db } from './connection.ts'

/**
 * What a transaction asks from here on takes longer to be planned than to run: each connection plans it once, and not for every
 * value anew, as it would where it thinks that it could know better. Only for what is asked of few files that are named: a way of
 * asking that serves every value may go through a whole table.
 */
export async function planOnce(tx: Db): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)
}
