import { sql } from 'kysely'
import type { Db } from './connection.ts'

/**
 * Asks something whose planning takes longer than its running: each connection plans it once, and not for every value anew,
 * as it would where it thinks that it could know better.
 * @param tx the transaction in which it is asked; the setting lasts no longer
 */
export async function plannedOnce<T>(tx: Db, ask: () => Promise<T>): Promise<T> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)
  const found = await ask()
  await sql`select set_config('plan_cache_mode', 'auto', true)`.execute(tx)
  return found
}
