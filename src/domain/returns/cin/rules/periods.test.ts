import fc from 'fast-check'
import { expect, test } from 'vitest'
import { england } from '../../../kernel/calendar.ts'
import { day, dayFromNumber, dayNumber } from '../../../kernel/day.ts'
import { longBefore, overlapping } from './periods.ts'

const somePeriod = fc.record({
  start: fc.option(fc.integer({ min: 0, max: 30 }), { nil: Number.NaN }),
  end: fc.option(fc.integer({ min: 0, max: 30 }), { nil: Number.NaN }),
})

test('the same as comparing every row with every other', () => {
  fc.assert(
    fc.property(fc.array(somePeriod, { maxLength: 12 }), fc.boolean(), (rows, touching) => {
      const until = 20
      const runs = (j: number, on: number) => {
        const { start = Number.NaN, end = Number.NaN } = rows[j] ?? {}
        const last = Number.isNaN(end) ? until + (touching ? 0 : 1) : end
        return start <= on && (touching ? on <= last : on < last)
      }
      const wanted = rows.flatMap(({ start }, i) =>
        rows.some((_, j) => j !== i && runs(j, start)) ? [i] : [],
      )
      const got = overlapping([rows.map((_, i) => i)], {
        start: rows.map(p => p.start),
        end: rows.map(p => p.end),
        until,
        touching,
      })
      expect([...got].sort((a, b) => a - b)).toEqual(wanted)
    }),
  )
})

test('long before: the last day from which more than so many working days have gone by', () => {
  const days = fc.integer({ min: dayNumber(day('2022-03-31')), max: dayNumber(day('2027-03-31')) })
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (end, n) => {
      const found = longBefore(end, n)
      const gone = (from: number) => england.between(dayFromNumber(from), dayFromNumber(end))
      expect(gone(found)).toBe(n + 1)
      expect(gone(found + 1)).toBe(n)
    }),
  )
})
