import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, weeks, workingDays } from '../kernel/allowance.ts'
import { england } from '../kernel/calendar.ts'
import { addDays, ageOn, day, dayFromNumber } from '../kernel/day.ts'
import { bornBy } from './bands.ts'
import { figure } from './figure.ts'
import { periodStart, startedBy } from './lasting.ts'

const anyDay = fc.integer({ min: 12_000, max: 20_000 }).map(dayFromNumber)

describe('how long something has lasted', () => {
  it('finds the last start whose working days are up by the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (on, n) => {
        const start = startedBy(on, workingDays(n))
        expect(england.add(start, n) <= on).toBe(true)
        expect(england.add(addDays(start, 1), n) > on).toBe(true)
      }),
    )
  })

  it('counts days and weeks back', () => {
    expect(startedBy(day('2011-10-03'), days(10))).toBe('2011-09-23')
    expect(startedBy(day('2011-10-03'), weeks(2))).toBe('2011-09-19')
  })

  it('begins a period the day after the same date, so that a year holds each date once', () => {
    expect(periodStart(day('2011-10-03'), 12)).toBe('2010-10-04')
    expect(periodStart(day('2012-02-29'), 12)).toBe('2011-03-01')
    expect(periodStart(day('2011-10-03'), 0)).toBe('2011-10-04')
  })

  it('knows the births that make an age, as the kernel counts ages', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 20 }), (born, on, years) => {
        expect(born <= bornBy(on, years)).toBe(ageOn(born, on) >= years)
      }),
    )
  })
})

describe('a figure', () => {
  const percent = { code: 'X', name: 'X', unit: 'percent' } as const

  it('is a percentage to one decimal, or nothing where nobody is asked about', () => {
    expect(figure(percent, 1, 3).value).toBe(33.3)
    expect(figure(percent, 355, 441).value).toBe(80.5)
    expect(figure(percent, 0, 0).value).toBeNull()
  })

  it('is a number, where it counts', () => {
    expect(figure({ ...percent, unit: 'count' }, 3, 40).value).toBe(3)
  })
})
