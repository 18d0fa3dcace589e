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
import { trends } from '../trend.ts'

const ends = ['2011-01-31', '2011-02-28', '2011-03-31', '2011-04-12'].map(day)
/** One of each way of asking. */
const indicators = ['LAC', 'LACVISITS', 'PARTICIPATION', 'CPVISITS', 'HEALTH', 'NI62', 'REREFERRAL'].flatMap(
  code => every.filter(i => i.code === code),
)
const wanted = indicators.map(indicator => ({ indicator, ons: ends }))

describe('figures of days that are over', () => {
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

  /** How many figures of each of the days over would be counted anew. */
  async function stale(): Promise<readonly number[]> {
    const { rows } = await sql<{ on: string; n: number }>`select k."on", count(*)::int as n from figure_kept k
      where exists (select from figure_change c where c.day <= k."on" and not pg_visible_in_snapshot(c.xact, k.counted))
      group by 1`.execute(store.db)
    return ends.slice(0, 3).map(on => rows.find(r => r.on === on)?.n ?? 0)
  }

  const all = indicators.length
  const looked = (from: string) => ['became-looked-after', { from: day(from), need: 'N1' }] as const
  const visited = (on: string) => ['statutory-visit', { visitedOn: day(on), seen: 'alone' }] as const
  const lac: Indicator | undefined = findIndicator('LAC')

  test('are counted once, and again from the day that something written reaches back to', async () => {
    const { subject } = await child(looked('2011-01-05'), visited('2011-01-10'))
    await agree()
    expect(await stale()).toEqual([0, 0, 0])

    await inOne(tx => append(tx, subject, [given(subject.id, ...visited('2011-04-10'))]))
    expect(await stale()).toEqual([0, 0, 0])
    await agree()

    await inOne(tx => append(tx, subject, [given(subject.id, ...visited('2011-02-20'))]))
    expect(await stale()).toEqual([0, all, all])
    await agree()
    expect(await stale()).toEqual([0, 0, 0])

    const late = await child(looked('2011-03-02'))
    expect(await stale()).toEqual([0, 0, all])
    const withdrawn = given(
      late.subject.id,
      'withdrawal',
      { why: 'Not so.' },
      { amends: late.entries[0]?.id ?? '' },
    )
    await agree()
    expect((await lines()).get('LAC')?.map(f => f.value)).toEqual([1, 1, 2, 2])
    await inOne(tx => append(tx, late.subject, [withdrawn]))
    await agree()
    expect((await lines()).get('LAC')?.map(f => f.value)).toEqual([1, 1, 1, 1])
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
    expect(await stale()).toEqual([0, 0, 0])
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
