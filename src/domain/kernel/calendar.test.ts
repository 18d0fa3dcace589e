import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allow, days, months, printAllowance, weeks, workingDays, years } from './allowance.ts'
import { bankHolidays, england } from './calendar.ts'
import { addDays, day, dayFromNumber, weekday } from './day.ts'

/** Weekdays on which England was or will be closed, as proclaimed: moved and added days among them. */
const CLOSED: Readonly<Record<number, string>> = {
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

const anyDay = fc.integer({ min: 9000, max: 22_000 }).map(dayFromNumber)
const count = fc.integer({ min: 1, max: 120 })

describe('the working calendar of England', () => {
  test.each(Object.entries(CLOSED))('the bank holidays of %s', (year, list) => {
    const weekdays = bankHolidays(Number(year)).filter(d => weekday(d) < 5)
    expect(weekdays).toEqual(list.split(' ').map(d => `${year}-${d}`))
  })

  test('a due day is always a working day, so many working days on', () => {
    fc.assert(
      fc.property(anyDay, count, (d, n) => {
        const due = england.add(d, n)
        expect(england.isWorking(due)).toBe(true)
        expect(england.between(d, due)).toBe(n)
        expect(england.between(due, d)).toBe(-n)
      }),
    )
  })

  test('no days on is the same day, and a day itself is day 0', () => {
    expect(england.add(day('2026-03-14'), 0)).toBe('2026-03-14')
    expect(england.add(day('2026-03-10'), 1)).toBe('2026-03-11')
    expect(england.between(day('2026-03-10'), day('2026-03-10'))).toBe(0)
  })

  test('counting in two steps is counting at once', () => {
    fc.assert(
      fc.property(anyDay, count, count, (d, a, b) => {
        expect(england.add(england.add(d, a), b)).toBe(england.add(d, a + b))
      }),
    )
  })

  test('walks over Easter and over Christmas', () => {
    expect(england.add(day('2026-04-02'), 1)).toBe('2026-04-07')
    expect(england.add(day('2026-12-24'), 1)).toBe('2026-12-29')
    expect(england.add(day('2011-04-21'), 5)).toBe('2011-05-04')
  })
})

describe('an allowance', () => {
  test('ends on the last day allowed', () => {
    const from = day('2011-11-18')
    expect(allow(from, months(3), england)).toBe('2012-02-18')
    expect(allow(from, years(1), england)).toBe('2012-11-18')
    expect(allow(from, weeks(6), england)).toBe(addDays(from, 42))
    expect(allow(from, days(7), england)).toBe('2011-11-25')
    expect(allow(from, workingDays(20), england)).toBe('2011-12-16')
  })

  test('in words', () => {
    expect([workingDays(1), workingDays(20), months(1), weeks(6), days(7)].map(printAllowance)).toEqual([
      '1 working day',
      '20 working days',
      '1 month',
      '6 weeks',
      '7 days',
    ])
  })
})
