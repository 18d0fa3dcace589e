import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { assessmentKindOn, kindDoubt, SINGLE_FROM } from './kind-on.ts'

describe('which assessment begins', () => {
  test.each([
    ['2010-04-01', 'initial'],
    ['2013-04-14', 'initial'],
    ['2013-04-15', 'single'],
    ['2026-03-10', 'single'],
  ])('on %s: %s', (on, kind) => {
    expect(assessmentKindOn(day(on))).toBe(kind)
  })

  test('on the council’s own day, and not the day before', () => {
    const from = day('2014-01-06')
    expect(assessmentKindOn(from, from)).toBe('single')
    expect(assessmentKindOn(day('2014-01-05'), from)).toBe('initial')
    expect(assessmentKindOn(SINGLE_FROM, from)).toBe('initial')
  })
})

describe('a kind that does not fit its day', () => {
  test('is doubted in words, on either side of the change', () => {
    expect(kindDoubt('single', day('2013-04-14'))).toContain('Single assessments began here on 15 April 2013')
    expect(kindDoubt('initial', day('2013-04-15'))).toContain('Initial assessments gave way')
    expect(kindDoubt('core', day('2020-01-01'))).toContain('Core assessments gave way')
  })

  test('and never where it is the kind of that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), n => {
        const on = addDays(SINGLE_FROM, n)
        expect(kindDoubt(assessmentKindOn(on), on)).toBeUndefined()
        expect(kindDoubt('core', on) === undefined).toBe(n < 0)
      }),
    )
  })
})
