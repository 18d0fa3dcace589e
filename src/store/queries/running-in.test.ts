import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenChild } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import type { Store } from '../connection.ts'
import { actsOf } from '../indicators/kept/test-acts.ts'
import { randomFile } from '../indicators/random-files.ts'
import { appendAll } from '../ledger.ts'
import { unheld } from './running-in.ts'

let store: Store
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(() => store.close())

test('a child is found to be without a worker exactly where a case runs and no allocation of a worker does', async () => {
  const all = fc.sample(randomFile, { numRuns: 150, seed: 7 }).map(file => {
    const subject = givenChild()
    return { subject, entries: actsOf(subject.id, file).flatMap(a => [a.entry, ...a.later]) }
  })
  await store.db.transaction().execute(tx =>
    appendAll(
      tx,
      all.map(a => a.subject),
      all.flatMap(a => a.entries),
    ),
  )
  const read = async (condition: ReturnType<typeof sql>) =>
    (
      await sql<{ code: string }>`select p.code from person p where ${condition} order by 1`.execute(store.db)
    ).rows.map(r => r.code)
  const found = await read(sql`p.subject = ${unheld}`)
  expect(found).toEqual(
    await read(sql`exists (select from spell o where o.subject = p.subject and o.ends is null
        and o.kind in ('looked-after', 'protection-plan', 'in-need', 'referral'))
      and not exists (select from spell a where a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker'
        and a.ends is null)`),
  )
  expect(found.length).toBeGreaterThan(20)
  expect(found.length).toBeLessThan(130)
})
