import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { england } from '../kernel/calendar.ts'
import { addDays, day, type Instant } from '../kernel/day.ts'
import { instantAt, londonDay, londonTime } from '../kernel/london.ts'
import { awaySince, shiftSince, workingDayBefore } from './evening.ts'

describe('since the day team went home', () => {
  test.each([
    // A Tuesday in winter: Monday at five.
    ['2026-03-10', '2026-03-09T17:00:00.000Z'],
    // A Monday shows the whole weekend; a Saturday shows Friday night.
    ['2026-03-09', '2026-03-06T17:00:00.000Z'],
    ['2026-03-07', '2026-03-06T17:00:00.000Z'],
    // The Tuesday after Easter shows Good Friday too; by then clocks have gone forward.
    ['2026-04-07', '2026-04-02T16:00:00.000Z'],
    // The Monday after the clocks went back: Friday at five was still summer time.
    ['2026-10-26', '2026-10-23T16:00:00.000Z'],
    ['2026-10-27', '2026-10-26T17:00:00.000Z'],
    // After Christmas and its substitute.
    ['2026-12-29', '2026-12-24T17:00:00.000Z'],
  ])('%s: %s', (today, since) => expect(awaySince(day(today))).toBe(since))

  test('is a working day before, with none between', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), n => {
        const today = addDays(day('2000-01-01'), n)
        const before = workingDayBefore(today)
        expect(england.isWorking(before)).toBe(true)
        for (let d = addDays(before, 1); d < today; d = addDays(d, 1))
          expect(england.isWorking(d)).toBe(false)
      }),
    ))
})

describe('this shift', () => {
  test.each([
    ['2026-03-10T16:59:00.000Z', '2026-03-09T17:00:00.000Z'],
    ['2026-03-10T17:00:00.000Z', '2026-03-10T17:00:00.000Z'],
    // Over midnight.
    ['2026-03-11T00:30:00.000Z', '2026-03-10T17:00:00.000Z'],
    // All weekend.
    ['2026-03-15T22:00:00.000Z', '2026-03-13T17:00:00.000Z'],
    // Both half past ones of the night on which clocks go back.
    ['2026-10-25T00:30:00.000Z', '2026-10-23T16:00:00.000Z'],
    ['2026-10-25T01:30:00.000Z', '2026-10-23T16:00:00.000Z'],
  ])('at %s it began at %s', (now, since) => expect(shiftSince(now as Instant)).toBe(since))

  test('began at five o’clock on a working day, and not after now', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 365 * 24 * 60 }), minutes => {
        const now = new Date(Date.UTC(2000, 0, 3) + minutes * 60_000).toISOString() as Instant
        const since = shiftSince(now)
        expect(since <= now).toBe(true)
        expect(londonTime(since)).toBe('17:00')
        expect(england.isWorking(londonDay(since))).toBe(true)
        // No working day has closed since.
        for (let d = addDays(londonDay(since), 1); instantAt(d, '17:00') <= now; d = addDays(d, 1))
          expect(england.isWorking(d)).toBe(false)
      }),
    ))
})
