import { afterAll, beforeAll, expect, test } from 'vitest'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { findIndicator, indicators } from '../../domain/indicators/indicators.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { measureFigures } from '../queries/plan-figures.ts'
import { shownSplit, shownTrends } from './shown.ts'

const [january, february, march] = ['2026-01-31', '2026-02-28', '2026-03-31'].map(day) as [Day, Day, Day]

const indicator = (code: string) => {
  const found = findIndicator(code)
  if (!found) throw new Error(`There is no ${code}.`)
  return found
}

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  // Twenty children looked after for years; three more since the middle of March, of one ethnic group by themselves.
  const children = Array.from({ length: 23 }, () => givenChild())
  const entries = children.flatMap((c, i) => {
    const from = day(i < 20 ? '2024-03-04' : '2026-03-16')
    return [
      given(c.id, 'person-details', { ...details('2015-02-28'), ethnicity: i < 20 ? 'WBRI' : 'BCRB' }),
      given(c.id, 'became-looked-after', { from, need: 'N1' }),
      given(c.id, 'legal-status', { from, status: 'C2' }),
      given(c.id, 'placement', { from, type: 'U6', provider: 'PR1' }),
      // Two of them went missing in January, and six in March.
      ...(i < 2 ? [given(c.id, 'missing-episode', { from: day('2026-01-05'), kind: 'M' })] : []),
      ...(i < 6 ? [given(c.id, 'missing-episode', { from: day('2026-03-09'), kind: 'M' })] : []),
    ]
  })
  await store.db.transaction().execute(tx => appendAll(tx, children, entries))
})
afterAll(async () => await store.close())

test('reviews of those looked after for 20 working days are held back while three others are looked after', async () => {
  const wanted = ['LAC', 'NI66', 'HEALTH'].map(code => ({
    indicator: indicator(code),
    ons: [february, march],
  }))
  const found = await shownTrends(store.db, wanted)
  const cells = (code: string) => found.get(code)?.map(f => [f.on, f.denominator])
  expect(cells('LAC')).toEqual([
    [february, 20],
    [march, 23],
  ])
  // All who were looked after in February had been for a year: nobody is told of there.
  expect(cells('NI66')).toEqual([
    [february, 20],
    [march, 'c'],
  ])
  expect(cells('HEALTH')?.[1]).toEqual([march, 'c'])
})

test('the same is held back where one of them is asked for alone', async () => {
  const all = indicators.map(i => ({ indicator: i, ons: [january, march] }))
  const together = await shownTrends(store.db, all)
  for (const wanted of all) {
    const alone = await shownTrends(store.db, [wanted])
    expect(alone.get(wanted.indicator.code)).toEqual(together.get(wanted.indicator.code))
  }
})

test('every month of a line is held back by itself', async () => {
  const found = await shownTrends(store.db, [
    { indicator: indicator('MISSING'), ons: [day('2025-12-31'), january, march] },
  ])
  expect(found.get('MISSING')?.map(f => f.value)).toEqual([0, 'c', 6])
})

test('a split has every part that its relatives have, and of a figure held back none is shown', async () => {
  const found = await shownSplit(store.db, indicator('NI66'), march, 'ethnicity')
  expect(found.map(f => [f.split, f.denominator])).toEqual([
    [null, 'c'],
    ['White', 'c'],
    ['Black or Black British', 'c'],
  ])
})

test('plan, boards and papers are given the same', async () => {
  expect(await measureFigures(store.db, indicator('NI66'), {}, [march], true)).toEqual(['held'])
  expect(await measureFigures(store.db, indicator('NI66'), {}, [march], false)).toMatchObject([
    { denominator: 20 },
  ])
  const white = { split: { by: 'ethnicity', value: 'White' } }
  expect(await measureFigures(store.db, indicator('NI66'), white, [march], true)).toEqual(['held'])
  // Of a count it is not told of how many.
  expect(await measureFigures(store.db, indicator('LAC'), {}, [march], true)).toEqual([
    { value: 23, on: march },
  ])
})
