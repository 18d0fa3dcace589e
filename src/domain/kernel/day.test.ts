import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  birthday,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  endOfMonth,
  longDay,
  monthName,
  parseDay,
  parts,
  shortDay,
  startOfMonth,
  weekday,
  weekdayName,
} from './day.ts'

const anyDay = fc.integer({ min: -100_000, max: 100_000 }).map(dayFromNumber)

describe('a day', () => {
  test('goes to its number and back, and agrees with the machine’s own calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), n => {
        const d = dayFromNumber(n)
        expect(dayNumber(d)).toBe(n)
        expect(new Date(n * 86_400_000).toISOString().slice(0, 10)).toBe(d)
      }),
    )
  })

  test('is read back from its parts and its text', () => {
    fc.assert(
      fc.property(anyDay, d => {
        const { year, month, date } = parts(d)
        expect(dayOf(year, month, date)).toBe(d)
        expect(parseDay(d)).toBe(d)
      }),
    )
  })

  test('compares as text as it compares in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })

  test('there is no such day', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '0000-01-01',
      '2026-1-1',
      'x',
      '',
    ])
      expect(parseDay(text), text).toBeUndefined()
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    expect(dayOf(2026, 1.5, 1)).toBeUndefined()
    expect(() => day('2023-02-30')).toThrow('is not a day')
  })

  test('a century that is no leap year, and one that is', () => {
    expect(daysInMonth(1900, 2)).toBe(28)
    expect(daysInMonth(2000, 2)).toBe(29)
  })

  test('in words', () => {
    const d = day('2011-10-03')
    expect([longDay(d), shortDay(d), monthName(d), weekdayName(d)]).toEqual([
      '3 October 2011',
      '3 Oct 2011',
      'October 2011',
      'Monday',
    ])
    expect(weekday(day('2026-03-15'))).toBe(6)
  })
})

describe('months', () => {
  test('the same date, held to the month’s end', () => {
    const cases: readonly [string, number, string][] = [
      ['2011-08-31', 6, '2012-02-29'],
      ['2010-08-31', 6, '2011-02-28'],
      ['2011-11-18', 3, '2012-02-18'],
      ['2026-01-31', 1, '2026-02-28'],
      ['2026-03-31', -1, '2026-02-28'],
      ['2026-01-15', -13, '2024-12-15'],
      ['2024-02-29', 12, '2025-02-28'],
    ]
    for (const [from, n, to] of cases) expect(addMonths(day(from), n), `${from} + ${n}`).toBe(to)
  })

  test('land in the month counted to, on the same date or the last of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (d, n) => {
        const to = addMonths(d, n)
        const a = parts(d)
        const b = parts(to)
        expect(b.year * 12 + b.month - (a.year * 12 + a.month)).toBe(n)
        expect(b.date).toBe(Math.min(a.date, daysInMonth(b.year, b.month)))
        expect(parseDay(to)).toBe(to)
      }),
    )
  })

  test('a month holds its days, from its first to its last', () => {
    fc.assert(
      fc.property(anyDay, d => {
        expect(startOfMonth(d) <= d && d <= endOfMonth(d)).toBe(true)
        expect(parts(addDays(endOfMonth(d), 1)).date).toBe(1)
        expect(parts(startOfMonth(d)).date).toBe(1)
      }),
    )
  })
})

describe('age', () => {
  test('goes up on the birthday', () => {
    expect(ageOn(day('2008-03-10'), day('2026-03-09'))).toBe(17)
    expect(ageOn(day('2008-03-10'), day('2026-03-10'))).toBe(18)
  })

  test('one born on 29 February is a year older on 1 March, or on 29 February where there is one', () => {
    const born = day('2008-02-29')
    expect(ageOn(born, day('2026-02-28'))).toBe(17)
    expect(ageOn(born, day('2026-03-01'))).toBe(18)
    expect(ageOn(born, day('2024-02-28'))).toBe(15)
    expect(ageOn(born, day('2024-02-29'))).toBe(16)
    expect(birthday(born, 18)).toBe('2026-03-01')
    expect(birthday(born, 16)).toBe('2024-02-29')
  })

  test('is below nothing before birth', () => expect(ageOn(day('2026-05-01'), day('2026-04-30'))).toBe(-1))

  test('a birthday is the first day of that age, whoever was born when', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 25 }), (born: Day, age) => {
        const first = birthday(born, age)
        expect(ageOn(born, first)).toBe(age)
        expect(ageOn(born, addDays(first, -1))).toBe(age - 1)
      }),
    )
  })
})
