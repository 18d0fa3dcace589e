import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../../test/support/given.ts'
import { memoryStore } from '../../../../test/support/memory.ts'
import type { Indicator } from '../../../domain/indicators/indicator.ts'
import { indicators as every, findIndicator } from '../../../domain/indicators/indicators.ts'
import { day } from '../../../domain/kernel/day.ts'
import type { Db, Store } from '../../connection.ts'
import { append, startFile } from '../../ledger.ts'
import { figures } from '../figures.ts'
import { randomFile } from '../random-files.ts'
import { trends } from '../trend.ts'
import { keptFigures } from './figures.ts'
import { keyOf, knownFigures } from './known.ts'
import { recount } from './recount.ts'
import { acts } from './test-acts.ts'

const ends = ['2011-01-31', '2011-02-28', '2011-03-31', '2011-04-12'].map(day)
/** One of each way of asking. */
const indicators = ['LAC', 'LACVISITS', 'PARTICIPATION', 'CPVISITS', 'HEALTH', 'NI62', 'REREFERRAL'].flatMap(
  code => every.filter(i => i.code === code),
)
const wanted = indicators.map(indicator => ({ indicator, ons: ends }))

describe('figures that are kept', () => {
  let store: Store
  beforeAll(async () => {
    store = await memoryStore()
  })
  afterAll(() => store.close())

  const inOne = async <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
    await store.db.transaction().execute(work)
  const lines = async () => await inOne(tx => trends(tx, wanted))

  /** What is kept is what counting now gives, of every indicator on every day. */
  async function agree(): Promise<void> {
    const found = await lines()
    for (const [n, on] of ends.entries())
      expect(indicators.map(i => found.get(i.code)?.[n])).toEqual(
        (await figures(store.db, indicators, on)).map(f => ({ ...f, on })),
      )
  }

  async function child(...said: readonly (readonly [string, Record<string, unknown>])[]) {
    const subject = { ...givenChild(), kind: 'child' } as const
    const entries = said.map(([type, answers]) => given(subject.id, type, answers))
    await inOne(async tx => {
      await startFile(tx, subject, '2011-01-01T00:00:00.000Z')
      await append(tx, subject, entries)
    })
    return { subject, entries }
  }

  /** How many figures of each of the days would be counted anew. */
  async function stale(): Promise<readonly number[]> {
    const known = await knownFigures(
      store.db,
      ends.flatMap(on => indicators.map(indicator => ({ indicator, on }))),
    )
    return ends.map(on => indicators.filter(indicator => !known.has(keyOf({ indicator, on }))).length)
  }

  const all = indicators.length
  const looked = (from: string) => ['became-looked-after', { from: day(from), need: 'N1' }] as const
  const visited = (on: string) => ['statutory-visit', { visitedOn: day(on), seen: 'alone' }] as const
  const lac: Indicator | undefined = findIndicator('LAC')

  test('are counted once, and moved by what is written, however far it reaches back', async () => {
    const { subject } = await child(looked('2011-01-05'), visited('2011-01-10'))
    await agree()
    expect(await stale()).toEqual([0, 0, 0, 0])
    for (const on of ['2011-04-10', '2011-02-20', '2011-01-20']) {
      await inOne(tx => append(tx, subject, [given(subject.id, ...visited(on))]))
      expect(await stale()).toEqual([0, 0, 0, 0])
      await agree()
    }
    const late = await child(looked('2011-03-02'))
    expect((await lines()).get('LAC')?.map(f => f.value)).toEqual([1, 1, 2, 2])
    const amends = late.entries[0]?.id ?? ''
    await inOne(tx =>
      append(tx, late.subject, [given(late.subject.id, 'withdrawal', { why: 'Not so.' }, { amends })]),
    )
    expect(await stale()).toEqual([0, 0, 0, 0])
    await agree()
    expect((await lines()).get('LAC')?.map(f => f.value)).toEqual([1, 1, 1, 1])
  })

  test('are what counting now gives after each of many random writes, and none of them is counted again', async () => {
    await lines()
    let written = 0
    for (const file of fc.sample(randomFile, { numRuns: 10, seed: 19 })) {
      const subject = { ...givenChild(), kind: 'child' } as const
      await inOne(tx => startFile(tx, subject, '2011-01-01T00:00:00.000Z'))
      for (const act of acts(subject.id, file)) {
        await inOne(tx => append(tx, subject, act))
        written += 1
      }
      expect(await stale()).toEqual([0, 0, 0, 0])
      await agree()
    }
    expect(written).toBeGreaterThan(150)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from figure_moved`.execute(store.db)
    expect(rows[0]?.n).toBeGreaterThan(50)
  })

  test('are counted again where files were read as one: what that moves is told by nobody', async () => {
    const [one, other] = [await child(looked('2011-01-07')), await child(looked('2011-01-08'))]
    await agree()
    const merged = given(other.subject.id, 'merged', { into: one.subject.id, why: 'The same child.' })
    await inOne(tx => append(tx, other.subject, [merged]))
    expect(await stale()).toEqual([all, all, all, all])
    await agree()
  })

  test('are not kept by a transaction that wrote something itself', async () => {
    await sql`delete from figure_kept`.execute(store.db)
    const subject = { ...givenChild(), kind: 'child' } as const
    await inOne(async tx => {
      await startFile(tx, subject, '2011-01-01T00:00:00.000Z')
      await append(tx, subject, [given(subject.id, ...looked('2011-01-09'))])
      await trends(tx, wanted)
    })
    expect(await stale()).toEqual([all, all, all, all])
    await agree()
  })

  test('told by another version of the product are counted again', async () => {
    await agree()
    const { subject } = await child(looked('2011-01-12'))
    await sql`update figure_change set readings = 'others'`.execute(store.db)
    expect(await stale()).toEqual([all, all, all, all])
    await agree()
    await inOne(tx => append(tx, subject, [given(subject.id, ...visited('2011-01-21'))]))
    expect(await stale()).toEqual([0, 0, 0, 0])
  })

  test('are not kept of a team, nor of a part', async () => {
    const before = await sql<{ n: number }>`select count(*)::int as n from figure_kept`.execute(store.db)
    if (!lac) throw new Error('There is no such indicator.')
    await inOne(tx => trends(tx, [{ indicator: lac, ons: ends }], { team: 'North' }))
    expect(
      (await sql<{ n: number }>`select count(*)::int as n from figure_kept`.execute(store.db)).rows,
    ).toEqual(before.rows)
  })

  test('a write that was not done leaves them as they are', async () => {
    const { subject } = await child(looked('2011-01-06'))
    await agree()
    await expect(
      inOne(async tx => {
        await append(tx, subject, [given(subject.id, ...visited('2011-01-20'))])
        throw new Error('the power went')
      }),
    ).rejects.toThrow('the power went')
    expect(await stale()).toEqual([0, 0, 0, 0])
    await agree()
  })

  test('are held to what is counted, the longest counted first, and put right where they are other', async () => {
    await inOne(tx =>
      keptFigures(
        tx,
        every.map(indicator => ({ indicator, on: day('2011-02-28') })),
      ),
    )
    const counted = async (hours: number) => await inOne(tx => recount(tx, hours))
    expect(await counted(1)).toEqual([])
    await sql`update figure_kept set made = now() - interval '3 hours', numerator = numerator + (code = 'LAC')::int
      where "on" = '2011-02-28'`.execute(store.db)
    const [before] =
      (await inOne(tx => trends(tx, [{ indicator: lac as Indicator, ons: [day('2011-02-28')] }]))).get(
        'LAC',
      ) ?? []
    expect(await counted(1)).toMatchObject([
      { code: 'LAC', on: '2011-02-28', kept: `${before?.numerator} of ${before?.denominator}` },
    ])
    expect(await counted(1)).toEqual([])
    await agree()
  })

  test('another declaration of an indicator is another figure', async () => {
    if (!lac) throw new Error('There is no such indicator.')
    const nobody: Indicator = { ...lac, of: { is: 'not', that: { is: 'always' } } }
    const found = await inOne(tx => trends(tx, [{ indicator: nobody, ons: ends }]))
    expect(found.get('LAC')?.map(f => f.value)).toEqual([0, 0, 0, 0])
    await agree()
  })
})
