import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStore } from './connection.ts'
import { refreshStatistics } from './statistics.ts'

test('the embedded database looks at its tables once they have grown, and not again before they grow more', async () => {
  const store = await openStore({ memory: true })
  const { db } = store
  const files = (from: number, to: number) =>
    sql`insert into subject (id, kind, code, started)
      select gen_random_uuid(), 'service', 'V' || n, now() from generate_series(${from}::int, ${to}) n`.execute(
      db,
    )
  const known = async () => {
    const { rows } = await sql<{ n: number }>`select reltuples::int as n from pg_class
      where oid = to_regclass('subject')`.execute(db)
    return rows[0]?.n
  }
  await files(1, 100)
  expect(await refreshStatistics(db)).toBe(false)
  await files(101, 20_000)
  expect(await refreshStatistics(db)).toBe(true)
  expect(await known()).toBe(20_000)
  expect(await refreshStatistics(db)).toBe(false)
  await files(20_001, 21_000)
  expect(await refreshStatistics(db)).toBe(false)
  await files(21_001, 40_000)
  expect(await refreshStatistics(db)).toBe(true)
  expect(await known()).toBe(40_000)
  await store.close()
})
