import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayFromNumber, type Instant, weekday } from './day.ts'
import { instantAt, londonDay, londonTime, parseInstant } from './london.ts'

const at = (text: string) => text as Instant

describe('London time', () => {
  test('late on a summer evening it is already the next day', () => {
    expect(londonDay(at('2026-07-01T23:30:00.000Z'))).toBe('2026-07-02')
    expect(londonTime(at('2026-07-01T23:30:00.000Z'))).toBe('00:30')
    expect(londonDay(at('2026-01-01T23:30:00.000Z'))).toBe('2026-01-01')
  })

  test('midnight is 00:00 of the day that begins', () => {
    for (const d of ['2026-01-01', '2026-07-01', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map(
      day,
    )) {
      const midnight = instantAt(d)
      expect(londonTime(midnight), d).toBe('00:00')
      expect(londonDay(midnight)).toBe(d)
      expect(londonDay(new Date(Date.parse(midnight) - 1).toISOString() as Instant)).toBe(addDays(d, -1))
    }
  })

  test('the hour that is skipped in March is read as an hour on', () => {
    const skipped = instantAt(day('2026-03-29'), '01:30')
    expect(skipped).toBe('2026-03-29T01:30:00.000Z')
    expect(londonTime(skipped)).toBe('02:30')
  })

  test('of the hour that happens twice in October the first is taken', () => {
    expect(instantAt(day('2026-10-25'), '01:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(londonTime(at('2026-10-25T01:30:00.000Z'))).toBe('01:30')
  })

  test('a wall clock is read back as it was set, but for the hour that is not there', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.integer({ min: 9000, max: 22_000 }).map(dayFromNumber), time, (d, t) => {
        const skipped = d.slice(5, 7) === '03' && weekday(d) === 6 && t.startsWith('01')
        fc.pre(!skipped)
        const instant = instantAt(d, t)
        expect([londonDay(instant), londonTime(instant)]).toEqual([d, t])
      }),
    )
  })

  test('an instant is read, or it is not', () => {
    expect(parseInstant('2026-03-10T12:00:00Z')).toBe('2026-03-10T12:00:00.000Z')
    expect(parseInstant('at tea time')).toBeUndefined()
  })
})
