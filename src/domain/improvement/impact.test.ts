import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { contradiction, disagreement, impact, impactOf, printValue } from './impact.ts'
import { type Measure, readFigures, smallSample, surveyFigure } from './measure.ts'
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

const by = { target: { value: 80, by: day('2026-09-30') }, good: 'high' as const }
const audits: Measure = { ...by, id: 'a', kind: 'audit', tool: 'case-file', standard: 'voice' }
const reading = (on: string, asked: number, answered: number, yes: number) => ({
  ...{ id: on, on: day(on), by: 'ada', asked, answered, yes },
  documents: [],
})
const survey: Measure = {
  ...by,
  id: 's',
  kind: 'survey',
  question: 'Were you told?',
  whom: 'carers',
  readings: [reading('2026-06-01', 40, 25, 12)],
}
const visit: Measure = {
  id: 'v',
  kind: 'visit',
  toSee: 'The list is on the wall',
  target: { value: 1, by: day('2026-09-30') },
  good: 'high',
  unit: 'met',
  readings: [
    { id: 'r', on: day('2026-06-02'), by: 'ada', who: 'Cy', met: 'partly', seen: 'Half', documents: [] },
  ],
}

describe('measures of other kinds', () => {
  it('are read as figures: the share who said yes of those who answered, what was seen', () => {
    expect(readFigures(survey)).toEqual([
      { value: 48, on: '2026-06-01', numerator: 12, denominator: 25, asked: 40 },
    ])
    expect(readFigures(visit)).toEqual([{ value: 0.5, on: '2026-06-02' }])
    expect(readFigures(audits)).toEqual([])
    expect(surveyFigure(reading('2026-06-01', 5, 0, 0))).toBeUndefined()
    expect(surveyFigure({ ...reading('2026-06-01', 5, 4, 0), mean: 3.5 })?.value).toBe(3.5)
  })

  it('say when too few answered', () => {
    expect(smallSample({ denominator: 9, asked: 10 })).toContain('small sample')
    expect(smallSample({ denominator: 12, asked: 40 })).toContain('Fewer than a third')
    expect(smallSample({ denominator: 25, asked: 40 })).toBeUndefined()
    expect(smallSample({ denominator: 2 })).toBeUndefined()
  })

  it.each([
    [
      audits,
      { value: 56.3, on: day('2026-06-30'), numerator: 9, denominator: 16 },
      'audits say 56.3% (9 of 16) for Child’s voice against a target of 80%',
    ],
    [
      survey,
      readFigures(survey)[0],
      'the survey of 1 June 2026 came to 48% (12 of 25) against a target of 80%',
    ],
    [visit, readFigures(visit)[0], 'a visit on 2 June 2026 found it partly met: “The list is on the wall”'],
  ])('$0.kind contradicts a claim in words', (measure, figure, words) => {
    const claimed = { claimedComplete: day('2026-05-03') }
    const said = contradiction(claimed, measure, 'Child’s voice', figure)
    expect(said).toBe(`Marked complete on 3 May 2026, but ${words}`)
    expect(contradiction({ claimedComplete: day('2026-07-03') }, measure, '', figure)).toBeUndefined()
    const met = figure && { ...figure, value: 100 }
    expect(contradiction(claimed, measure, '', met)).toBeUndefined()
  })

  it('know no movement without a start: amber until the day, red after it', () => {
    expect(impact(survey, at(48, '2026-06-01'))).toMatchObject({ moved: 'not-known', brag: 'amber' })
    expect(impact(survey, at(48, '2026-10-01'))).toMatchObject({ brag: 'red' })
    expect(impact(visit, at(1, '2026-10-01'))).toMatchObject({ metTarget: true, brag: 'blue' })
  })

  it('count together as the one furthest behind, and differ from a mark in words', () => {
    const both = [
      { measure: survey, current: at(90, '2026-06-01') },
      { measure: visit, current: at(0, '2026-10-01') },
      { measure: audits },
    ]
    expect(impactOf(both)).toBe('red')
    expect(impactOf([{ measure: audits }])).toBeUndefined()
    const marked = { impacts: [{ brag: 'green' as const, on: day('2026-06-05'), by: 'ada' }] }
    expect(disagreement(marked, both, day('2026-10-01'))).toBe(
      'Marked “Improving” (green) on 5 June 2026; counted from its measures it is “No better or worse” (red)',
    )
    expect(disagreement(marked, both, day('2026-06-01'))).toBeUndefined()
    expect(disagreement(marked, [{ measure: survey, current: at(90) }], day('2026-10-01'))).toContain(
      'better than marked',
    )
    expect(disagreement({ impacts: [] }, both, day('2026-10-01'))).toBeUndefined()
  })
})
