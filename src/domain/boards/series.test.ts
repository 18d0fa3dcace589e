import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays, england } from '../kernel/calendar.ts'
import { addDays, day, parts, weekday } from '../kernel/day.ts'
import { RHYTHMS, type Rhythm, seriesOf } from './series.ts'

const days = (first: string, rhythm: Rhythm, many: number) =>
  seriesOf(day(first), rhythm, many).map(p => p.on)

describe('a series of meetings', () => {
  test('gives way to Easter Monday and does not pull the next ones along', () => {
    const made = seriesOf(day('2026-03-09'), 'four-weeks', 3)
    expect(made).toEqual([
      { on: '2026-03-09' },
      { on: '2026-04-07', instead: '2026-04-06' },
      // The May Day holiday.
      { on: '2026-05-05', instead: '2026-05-04' },
    ])
  })

  test('gives way to Christmas and the holidays that stand in for it', () => {
    expect(days('2026-12-25', 'month', 1)).toEqual(['2026-12-29'])
  })

  test('from the 31st it is held to the end of a month, 29 February in a leap year, and comes back', () => {
    expect(days('2028-01-31', 'month', 3)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
    expect(days('2027-01-29', 'month', 3)).toEqual(['2027-01-29', '2027-03-01', '2027-03-30'])
  })

  test('begun on 29 February, it goes by quarters and years', () => {
    expect(days('2028-02-29', 'quarter', 5)).toEqual([
      '2028-02-29',
      '2028-05-30',
      '2028-08-29',
      '2028-11-29',
      '2029-02-28',
    ])
  })

  test('keeps the second Tuesday, and takes the last where there is no fifth', () => {
    expect(days('2026-01-13', 'month-weekday', 3)).toEqual(['2026-01-13', '2026-02-10', '2026-03-10'])
    expect(days('2026-01-29', 'month-weekday', 3)).toEqual(['2026-01-29', '2026-02-26', '2026-03-26'])
  })

  test('every meeting is on a working day, at or soon after the day the rhythm gave', () => {
    const first = fc.integer({ min: 0, max: 9000 }).map(n => addDays(day('2015-01-01'), n))
    const rhythm = fc.constantFrom(...(Object.keys(RHYTHMS) as Rhythm[]))
    fc.assert(
      fc.property(first, rhythm, fc.integer({ min: 1, max: 14 }), (d, r, many) => {
        const made = seriesOf(d, r, many)
        expect(made).toHaveLength(many)
        for (const { on, instead } of made) {
          expect(england.isWorking(on)).toBe(true)
          if (instead === undefined) continue
          const closed = weekday(instead) >= 5 || bankHolidays(parts(instead).year).includes(instead)
          expect(closed).toBe(true)
          expect(on > instead && on <= addDays(instead, 5)).toBe(true)
        }
      }),
    )
  })
})
