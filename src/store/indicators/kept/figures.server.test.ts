import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { given, givenChild } from '../../../../test/support/given.ts'
import { openServerCopy } from '../../../../test/support/server-copy.ts'
import { indicators } from '../../../domain/indicators/indicators.ts'
import { day } from '../../../domain/kernel/day.ts'
import type { Db, Store } from '../../connection.ts'
import { append, startFile } from '../../ledger.ts'
import { figures } from '../figures.ts'
import { keptFigures } from './figures.ts'
import { keyOf } from './known.ts'

const on = day('2011-03-31')
const wanted = indicators.map(indicator => ({ indicator, on }))

describe('figures that are kept, while many write', () => {
  let store: Store
  beforeAll(async () => {
    store = await openServerCopy(inject('databaseUrl'))
  })
  afterAll(() => store.close())
  const inOne = async <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
    await store.db.transaction().execute(work)

  /** A child looked after from one day or another, visited, one in three a mistake that is withdrawn. */
  async function live(n: number): Promise<void> {
    const subject = { ...givenChild(), kind: 'child' } as const
    const care = given(subject.id, 'became-looked-after', {
      from: day(`2011-0${(n % 4) + 1}-05`),
      need: 'N1',
    })
    await inOne(async tx => {
      await startFile(tx, subject, '2011-01-01T00:00:00.000Z')
      await append(tx, subject, [care])
    })
    await inOne(tx =>
      append(tx, subject, [
        given(subject.id, 'statutory-visit', { visitedOn: day('2011-03-10'), seen: 'alone' }),
      ]),
    )
    if (n % 3 === 0)
      await inOne(tx =>
        append(tx, subject, [given(subject.id, 'withdrawal', { why: 'Not so.' }, { amends: care.id })]),
      )
  }

  test('a count that meets writes under way neither misses one nor takes it twice', async () => {
    let writing = true
    const writers = Array.from({ length: 3 }, async (_, w) => {
      for (let n = 0; n < 20; n += 1) await live(w * 20 + n)
    })
    const counting = (async () => {
      let times = 0
      while (writing) {
        // Each is counted anew while others write, and moved by what they write after it.
        await inOne(async tx => await sql`delete from figure_kept`.execute(tx))
        await inOne(tx => keptFigures(tx, wanted))
        times += 1
      }
      return times
    })()
    await Promise.all(writers)
    writing = false
    expect(await counting).toBeGreaterThan(2)

    const counted = await figures(store.db, indicators, on)
    const kept = await inOne(tx => keptFigures(tx, wanted))
    expect(indicators.map(indicator => kept.get(keyOf({ indicator, on })))).toEqual(counted)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from figure_moved`.execute(store.db)
    expect(rows[0]?.n).toBeGreaterThan(0)
    expect(counted.find(f => f.code === 'LAC')?.numerator).toBe(30)
  })
})
