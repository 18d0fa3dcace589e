import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber } from '../../kernel/day.ts'
import { daysOf, numbersOf } from './column.ts'

const uk = (...cells: readonly (string | null)[]) => [...Array.from(daysOf(cells, 'uk'))]
const iso = (...cells: readonly (string | null)[]) => [...Array.from(daysOf(cells, 'iso'))]
const NONE = Number.NaN

test('days are numbered from 1 January 1970, in either way of writing them', () => {
  expect(uk('01/01/1970', '02/01/1970', '31/12/1969', '1/3/2000', '01/3/2000')).toEqual([
    0, 1, -1, 11017, 11017,
  ])
  expect(iso('1970-01-01', '2000-03-01', '1969-12-31')).toEqual([0, 11017, -1])
})

test('29 February is a day in leap years only', () => {
  expect(uk('29/02/2024', '29/02/2023', '29/02/2000', '29/02/1900')).toEqual([19782, NONE, 11016, NONE])
  expect(iso('2024-02-29', '2023-02-29', '1900-02-29')).toEqual([19782, NONE, NONE])
})

test('what is no day, or is written otherwise, is NaN', () => {
  expect(
    uk(
      null,
      '',
      '31/04/2025',
      '00/01/2025',
      '01/13/2025',
      '01/01/0000',
      '1/1/25',
      '2025-01-01',
      '45000',
      '01/01/2025 00:00',
      'x',
    ),
  ).toEqual(Array(11).fill(NONE))
  expect(
    iso(
      null,
      '',
      '2025-04-31',
      '2025-13-01',
      '2025-1-1',
      '01/01/2025',
      '2025/01/01',
      '2025-01-01T00:00',
      '20x5-01-01',
      '२०२५-०१-०१',
    ),
  ).toEqual(Array(10).fill(NONE))
})

test('every day is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 60_000 }), n => {
      const text = dayFromNumber(n)
      const [year, month, date] = text.split('-')
      expect([iso(text), uk(`${date}/${month}/${year}`)]).toEqual([[n], [n]])
    }),
  )
})

test('numbers', () => {
  expect([
    ...Array.from(numbersOf(['0', '-3', '2.5', '007', null, '', '1e3', '0x10', ' 1', '1,000', 'x'])),
  ]).toEqual([0, -3, 2.5, 7, NONE, NONE, NONE, NONE, NONE, NONE, NONE])
})
