import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { code, orElse, partDay, postcode, upn, wholeNumber } from './columns.ts'
import { readDay } from './days.ts'
import { collectionEnd, yearBefore, yearEndOf, yearName } from './years.ts'

describe('days', () => {
  test.each([
    ['29/02/2024', '2024-02-29'],
    ['1/4/2025', '2025-04-01'],
    ['2025-04-01', '2025-04-01'],
    ['2025-04-01 00:00:00', '2025-04-01'],
    ['29/02/2025', undefined],
    ['31/04/2025', undefined],
    ['04/13/2025', undefined],
    ['01/04/25', undefined],
    ['2025-04-01 09:30:00', undefined],
    ['45748', undefined],
  ])('%s', (text, read) => expect(readDay(text)).toBe(read))
})

describe('values', () => {
  test('codes are read in either case, and old ways of writing them', () => {
    const sex = code({ M: 'Male', F: 'Female' }, { '1': 'M' })
    expect([sex.read('f'), sex.read('1'), sex.read('1.0'), sex.read('3'), sex.read('toString')]).toEqual([
      'F',
      'M',
      'M',
      undefined,
      undefined,
    ])
  })
  test('a column with a value for "not known" keeps the row, and says so', () => {
    const c = orElse(code({ M: 'Male', U: 'Not known' }), 'U', 'Not known')
    expect(c.ifWrong).toEqual({ value: 'U', say: 'The row is kept with “Not known”.' })
  })
  test('whole numbers', () => {
    const score = wholeNumber(0, 40)
    expect([
      score.read('40'),
      score.read('12.0'),
      score.read('41'),
      score.read('-1'),
      score.read('12.5'),
    ]).toEqual([40, 12, undefined, undefined, undefined])
  })
  test('postcodes are written one way', () => {
    expect([postcode().read('zz1  1aa'), postcode().read('ZZ11AA'), postcode().read('?')]).toEqual([
      'ZZ1 1AA',
      'ZZ1 1AA',
      undefined,
    ])
  })
  test('a UPN that says why there is none is none', () => {
    expect([upn().read('un3'), upn().read('a12345678901b'), upn().read('12')]).toEqual([
      null,
      'A12345678901B',
      undefined,
    ])
  })
  test('part days', () => {
    expect([partDay().read('ZZ/05/2020'), partDay().read('zz/zz/zzzz'), partDay().read('May 2020')]).toEqual([
      'zz/05/2020',
      'zz/zz/zzzz',
      undefined,
    ])
  })
})

describe('collection years', () => {
  test('end on 31 March', () => {
    expect(yearEndOf(day('2025-03-31'))).toBe('2025-03-31')
    expect(yearEndOf(day('2025-04-01'))).toBe('2026-03-31')
    expect(yearName(day('2026-03-31'))).toBe('2025-26')
    expect(yearName(day('2000-03-31'))).toBe('1999-00')
    expect(yearBefore(day('2026-03-31'))).toBe('2025-03-31')
  })
  test('are told by the latest year in which episodes begin, but not by one mistyped among many', () => {
    const many = Array.from({ length: 200 }, () => day('2017-06-01'))
    expect(collectionEnd([...many, day('2025-06-01')])).toBe('2018-03-31')
    expect(collectionEnd([day('2017-06-01'), day('2018-06-01')])).toBe('2019-03-31')
    expect(collectionEnd([])).toBeUndefined()
  })
})
