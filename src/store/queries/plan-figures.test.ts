import { afterAll, beforeAll, expect, test } from 'vitest'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import type { IndicatorMeasure } from '../../domain/improvement/measure.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { day, monthsTo } from '../../domain/kernel/day.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { type Asked, countedFigures, measureFigures } from './plan-figures.ts'

const on = day('2026-03-31')

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  // Twelve looked after children: nine of five to sixteen, three over sixteen, of whom two had their teeth checked.
  const children = Array.from({ length: 12 }, () => givenChild())
  const entries = children.flatMap((c, i) => [
    given(c.id, 'person-details', details(i < 9 ? '2015-02-28' : '2009-02-28')),
    given(c.id, 'became-looked-after', { from: day('2024-03-04'), need: 'N1' }),
    given(c.id, 'legal-status', { from: day('2024-03-04'), status: 'C2' }),
    given(c.id, 'placement', { from: day('2024-03-04'), type: 'U6', provider: 'PR1' }),
    ...(i % 9 < 5 && i !== 11 ? [given(c.id, 'dental-check', { on: day('2026-02-02') })] : []),
  ])
  await store.db.transaction().execute(tx => appendAll(tx, children, entries))
})
afterAll(async () => await store.close())

const dental = () => {
  const found = findIndicator('DENTAL')
  if (!found) throw new Error('There is no such indicator.')
  return found
}
const over16 = { split: { by: 'age', value: 'Over 16' } }

test('who works with a figure sees it of any part', async () => {
  expect(await measureFigures(store.db, dental(), {}, [on], false)).toEqual([
    { value: 58.3, on, numerator: 7, denominator: 12 },
  ])
  expect(await measureFigures(store.db, dental(), over16, [on], false)).toEqual([
    { value: 66.7, on, numerator: 2, denominator: 3 },
  ])
})

test('for others, a part of few is held back, and so is the part from which it could be had', async () => {
  expect(await measureFigures(store.db, dental(), over16, [on], true)).toEqual(['held'])
  const rest = { split: { by: 'age', value: '5 to 16' } }
  expect(await measureFigures(store.db, dental(), rest, [on], true)).toEqual(['held'])
  expect(await measureFigures(store.db, dental(), {}, [on], true)).toEqual([
    { value: 58.3, on, numerator: 7, denominator: 12 },
  ])
})

test('a day with nobody to ask about has no figure', async () => {
  expect(await measureFigures(store.db, dental(), {}, [day('2020-01-31')], true)).toEqual([null])
})

test('months run to the day itself, each at its end, across the year', () => {
  expect(monthsTo(day('2026-03-15'), 4)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-15'])
})

/** A database that counts the statements put to it. */
function counting(): { db: Store['db']; count: () => number } {
  let n = 0
  const db = store.db.withPlugin({
    transformQuery: args => {
      n += 1
      return args.node
    },
    transformResult: async args => args.result,
  })
  return { db, count: () => n }
}

test('measures that count the same are counted once, whatever their targets and days', async () => {
  const dentists = (id: string, target: number, part: Partial<IndicatorMeasure> = {}): Asked['measure'] => ({
    id,
    kind: 'indicator',
    indicator: 'DENTAL',
    baseline: { value: 50, on },
    target: { value: target, by: on },
    good: 'high',
    ...part,
  })
  const days = monthsTo(on)
  const asked: Asked[] = [
    { measure: dentists('a', 80), days },
    { measure: dentists('b', 90), days: [...days, day('2025-01-31')] },
    { measure: dentists('c', 90, over16), days },
  ]
  const { db, count } = counting()
  const found = await countedFigures(db, asked, false)
  // The days that are over are kept by now.
  const once = count()
  await countedFigures(db, asked, false)
  const all = count() - once
  await countedFigures(db, asked.slice(1), false)
  expect(count() - once - all).toBe(all)
  expect(found.map(f => f.size)).toEqual([14, 14, 13])
  const [first, second, third] = found.map(f => f.get(on))
  expect(first).toEqual({ value: 58.3, on, numerator: 7, denominator: 12 })
  expect(second).toEqual(first)
  expect(third).toMatchObject({ value: 66.7 })
})

test('an audit question that nobody has audited has no figure; an indicator that is gone has none either', async () => {
  const bound = { id: 'a', target: { value: 80, by: on }, good: 'high' as const }
  const audit = { ...bound, kind: 'audit' as const, tool: 'case-file', standard: 'voice' }
  const gone = { ...bound, kind: 'indicator' as const, indicator: 'GONE' }
  const found = await countedFigures(
    store.db,
    [audit, gone].map(measure => ({ measure, days: [on] })),
    true,
  )
  expect(found.map(f => f.get(on))).toEqual([null, null])
})
