import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupRows } from './groups.ts'

const NONE = Number.NaN

test('rows by key, in the order in which they came', () => {
  const groups = groupRows(['a', 'b', 'a', null, 'b', 'a'])
  expect(groups.of('a')).toEqual([0, 2, 5])
  expect([...groups.keys()]).toEqual(['a', 'b'])
  expect(groups.order).toEqual([0, 2, 5, 1, 4])
  expect([...groups]).toEqual([
    [0, 2, 5],
    [1, 4],
  ])
  const seen: string[] = []
  groups.each((rows, key) => seen.push(`${key} ${rows}`))
  expect(seen).toEqual(['a 0,2,5', 'b 1,4'])
})

test('nobody’s rows are none', () => {
  const groups = groupRows(['a', null])
  for (const key of ['z', null, undefined]) expect(groups.of(key)).toEqual([])
})

test('in the order of their days, blanks last, then of the second column', () => {
  const groups = groupRows(['a', 'a', 'a', 'a', 'a'], [3, NONE, 1, 3, NONE], [2, 5, 0, 1, 4])
  expect(groups.of('a')).toEqual([2, 3, 0, 4, 1])
})

test('every row with a key is in one group, in order, whatever the days', () => {
  const row = fc.record({
    key: fc.option(fc.constantFrom('a', 'b', 'c')),
    day: fc.option(fc.integer({ min: 0, max: 4 }), { nil: NONE }),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), rows => {
      const groups = groupRows(
        rows.map(r => r.key),
        rows.map(r => r.day),
      )
      expect([...groups.order].sort((a, b) => a - b)).toEqual(
        rows.flatMap((r, i) => (r.key === null ? [] : [i])),
      )
      groups.each((places, key) => {
        expect(places.every(i => rows[i]?.key === key)).toBe(true)
        const days = places.map(i => rows[i]?.day ?? NONE)
        const written = days.filter(d => !Number.isNaN(d))
        expect(days.slice(0, written.length)).toEqual([...written].sort((a, b) => a - b))
      })
    }),
  )
})
