import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import type { CaseFacts } from './facts.ts'
import { type Holder, mayHold, mayReview } from './hold.ts'
import { facts, long, on } from './test-cases.ts'

const holder = (more: Partial<Holder> = {}): Holder => ({
  name: 'Bo Larch',
  role: 'social-worker',
  working: true,
  registered: true,
  newlyQualified: null,
  most: 3,
  away: null,
  cases: [facts()],
  ...more,
})

describe('who may hold a case', () => {
  test.each<[string, Partial<Holder>, Partial<CaseFacts>, RegExp]>([
    ['somebody who left', { working: false }, {}, /no longer works here/],
    [
      'somebody who left, and was not registered',
      { working: false, registered: false },
      {},
      /no longer works/,
    ],
    ['an analyst', { role: 'performance-analyst' }, {}, /does not hold children’s cases/],
    ['a reviewing officer', { role: 'reviewing-officer' }, {}, /does not hold children’s cases/],
    [
      'no registration: a child in need',
      { registered: false },
      {},
      /not recorded as a registered social worker/,
    ],
    [
      'no registration: looked after',
      { registered: false },
      { inNeed: false, lookedAfter: true },
      /must have one/,
    ],
    ['no registration: a plan', { registered: false }, { inNeed: false, plan: true }, /their staff page/],
  ])('refused: %s', (_, who, what, say) => {
    const { refusals, warnings } = mayHold(holder(who), facts(what), on)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatch(say)
    expect(warnings).toEqual([])
  })

  test('a family support worker may hold a child who is not open to social care', () => {
    expect(mayHold(holder({ registered: false }), facts({ inNeed: false }), on)).toEqual({
      refusals: [],
      warnings: [],
    })
  })

  test.each<[string, Partial<Holder>, Partial<CaseFacts>, readonly RegExp[]]>([
    ['work to the very limit', { most: 2 }, { since: long }, [/would have 2½. The limit is 2\./]],
    ['room enough', {}, {}, []],
    [
      'at the limit and no further',
      { most: 3, cases: [facts(), facts({ since: on })] },
      {},
      [/The limit is 3/],
    ],
    ['exactly the limit', { most: 4, cases: [facts(), facts({ since: on })] }, {}, []],
    ['no work allowed at all', { most: 0, cases: [] }, {}, [/has 0 of work/]],
    [
      'newly qualified beyond protection',
      { newlyQualified: day('2026-01-05'), most: 10, cases: Array.from({ length: 8 }, () => facts()) },
      {},
      [/The limit is 9, with the protection of the first year/],
    ],
    [
      'newly qualified, a plan',
      { newlyQualified: day('2026-01-05'), most: 20 },
      { plan: true },
      [/beside them/],
    ],
    [
      'newly qualified, court',
      { newlyQualified: day('2026-01-05'), most: 20 },
      { court: true },
      [/before the court/],
    ],
    ['a year on, a plan', { newlyQualified: day('2025-01-05'), most: 20 }, { plan: true }, []],
    ['away and covered', { away: { back: day('2026-03-16'), coveredBy: 'Amy Thistle' } }, {}, []],
    [
      'away and not covered',
      { away: { back: day('2026-03-16'), coveredBy: null } },
      {},
      [/until 16 March 2026/],
    ],
    ['away for good knows when', { away: { back: null, coveredBy: null } }, {}, [/is away, and nobody/]],
  ])('warned: %s', (_, who, what, say) => {
    const { refusals, warnings } = mayHold(holder(who), facts(what), on)
    expect(refusals).toEqual([])
    expect(warnings).toHaveLength(say.length)
    say.forEach((s, i) => {
      expect(warnings[i]).toMatch(s)
    })
  })

  test('a reviewing officer is one by role, here, and not the child’s worker', () => {
    const flo = { name: 'Flo Quill', role: 'reviewing-officer' as const, working: true }
    expect(mayReview(flo, false).refusals).toEqual([])
    expect(mayReview(flo, true).refusals[0]).toMatch(/own worker/)
    expect(mayReview({ ...flo, role: 'social-worker' }, false).refusals[0]).toMatch(/not a reviewing officer/)
    expect(mayReview({ ...flo, working: false }, false).refusals[0]).toMatch(/no longer works/)
  })
})
