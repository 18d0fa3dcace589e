import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** The tables that `refresh_statistics` goes through. */
const TABLES = ['person', 'happening', 'spell', 'clock', 'subject', 'entry'] as const

/** Tables of fewer pages are gone through in no time, whatever the database believes of them. */
const FEW_PAGES = 64

/**
 * Has the database look at its tables again, where one has grown or shrunk by a third since it last did, or was never looked
 * at. A server sees to that by itself; the embedded database never does.
 * @returns whether it looked
 */
export async function refreshStatistics(tx: Db): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`select bool_or(c.reltuples < 0
      or abs(p.pages - c.relpages) > greatest(c.relpages, ${FEW_PAGES}) / 3) as stale
    from pg_class c, lateral (select pg_relation_size(c.oid) / current_setting('block_size')::int as pages) p
    where c.oid = any (select to_regclass(t) from unnest(${TABLES}::text[]) t) and p.pages > ${FEW_PAGES}`.execute(
    tx,
  )
  if (rows[0]?.stale !== true) return false
  await sql`select refresh_statistics()`.execute(tx)
  return true
}
