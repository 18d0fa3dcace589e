import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { storeContract } from '../../test/support/store-contract.ts'
import { openStore } from './connection.ts'
import { migrate } from './migrations/migrate.ts'

describe('the store on the embedded database', () => storeContract(() => openStore({ memory: true })))

test('a database brought up to this version is not touched again', async () => {
  const store = await openStore({ memory: true })
  await sql`reset role`.execute(store.db)
  const steps = () => store.db.selectFrom('migration').selectAll().orderBy('name').execute()
  const before = await steps()
  expect(before.length).toBeGreaterThan(0)
  expect(await migrate(store.db)).toEqual([])
  expect(await steps()).toEqual(before)
  await store.close()
})
