import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { contradiction, impact, printValue } from './impact.ts'
import type { Measure } from './measure.ts'
import type { Action, Figure } from './plan.ts'

const measure = (good: 'high' | 'low', baseline: number, target: number): Measure => ({
  id: 'm1',
  kind: 'indicator',
  indicator: 'NI 66',
  baseline: { value: baseline, on: day('2026-01-31') },
  target: { value: target, by: day('2026-09-30') },
  good,
})
const at = (value: number, on = '2026-06-30') => ({ value, on: day(on) })
const share = fc.double({ min: 0, max: 100, noNaN: true })

describe('impact', () => {
  it.each([
    ['high', 60, 90, 92, 'better', true, 'blue'],
    ['high', 60, 90, 71.2, 'better', false, 'green'],
    ['high', 60, 90, 60, 'not-moved', false, 'amber'],
    ['high', 60, 90, 59, 'worse', false, 'red'],
    ['low', 20, 5, 4, 'better', true, 'blue'],
    ['low', 20, 5, 21, 'worse', false, 'red'],
  ] as const)('good is %s, from %d to %d, now %d', (good, from, to, now, moved, metTarget, brag) => {
    expect(impact(measure(good, from, to), at(now))).toMatchObject({ moved, metTarget, brag })
  })

  it('is less kind after the day of the target', () => {
    const late = (value: number) => impact(measure('high', 60, 90), at(value, '2026-10-01'))
    expect([late(80).brag, late(60).brag, late(95).brag]).toEqual(['amber', 'red', 'blue'])
    expect(late(80).words).toContain('day has passed')
  })

  it('is the same seen from either side: a high share done is a low share missed', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (b, t, c) => {
        const high = impact(measure('high', b / 10, t / 10), at(c / 10))
        const low = impact(measure('low', -b / 10, -t / 10), at(-c / 10))
        expect(low).toEqual(high)
      }),
    )
  })

  it('never gets worse as the figure gets better', () => {
    const order = ['red', 'amber', 'green', 'blue']
    fc.assert(
      fc.property(share, share, share, share, (b, t, x, y) => {
        const [lower, higher] = x < y ? [x, y] : [y, x]
        const m = measure('high', b, Math.max(b, t))
        const rank = (v: number) => order.indexOf(impact(m, at(v)).brag)
        expect(rank(higher)).toBeGreaterThanOrEqual(rank(lower))
      }),
    )
  })
})

describe('a claim the figure contradicts', () => {
  const claimed = { claimedComplete: day('2026-05-03') }
  const reviews = measure('high', 60, 90)
  const told = (
    current: Figure | undefined,
    m: Measure | undefined = reviews,
    action: Pick<Action, 'claimedComplete'> = claimed,
  ) => contradiction(action, m, 'Reviews', current)

  it('is told in words', () => {
    expect(told(at(71.23))).toBe(
      'Marked complete on 3 May 2026, but the figure is 71.2% against a target of 90%',
    )
  })

  it('is none without a claim, a measure, a figure, or a figure from since the claim', () => {
    expect(told(at(10), reviews, {})).toBeUndefined()
    expect(contradiction(claimed, undefined, '', at(10))).toBeUndefined()
    expect(told(undefined)).toBeUndefined()
    expect(told(at(10, '2026-05-02'))).toBeUndefined()
    expect(told(at(90))).toBeUndefined()
  })

  it('never sets a figure against a target that reads the same', () => {
    fc.assert(
      fc.property(share, share, fc.constantFrom('high' as const, 'low' as const), (target, now, good) => {
        const words = told(at(now), measure(good, 50, target))
        const alike = printValue(now, 'percent') === printValue(target, 'percent')
        const beyond = good === 'high' ? now > target : now < target
        expect(words === undefined).toBe(alike || beyond)
      }),
    )
  })
})
