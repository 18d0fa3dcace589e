import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { addDays, day, type Instant } from '../kernel/day.ts'
import { instantAt, londonDay } from '../kernel/london.ts'
import { type CaseFacts, factsOf } from './facts.ts'
import { isNewlyQualified, limitOf, limits } from './limits.ts'
import { familiesOf } from './related.ts'
import { facts, long, on } from './test-cases.ts'
import { hoursBetween, isOver, waitingWords } from './waiting.ts'
import { addedBy, loadOf, weightOf, weightWords } from './weigh.ts'
import { family, weights } from './weights.ts'

const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
  inNeed: fc.boolean(),
  assessed: fc.boolean(),
  plan: fc.boolean(),
  lookedAfter: fc.boolean(),
  court: fc.boolean(),
  since: fc.constantFrom(null, long, on),
  family: fc.constantFrom(null, null, 'a', 'b'),
})

describe('the weight of a case', () => {
  test('rows are named once, say whence they come, and weigh in halves', () => {
    const all = [...weights, family]
    expect(new Set(all.map(w => w.code)).size).toBe(all.length)
    for (const w of all) {
      expect(Number.isInteger(w.weight * 2), w.code).toBe(true)
      expect(w.source.length, w.code).toBeGreaterThan(10)
    }
    // Whatever the facts, one row says what the case is.
    expect(weights.filter(w => w.how === 'is' && w.fits(facts({ inNeed: false }), on))).toHaveLength(1)
  })

  test.each<[string, Partial<CaseFacts>, number]>([
    ['a child in need', {}, 1],
    ['nothing but a worker', { inNeed: false }, 0.5],
    ['looked after', { lookedAfter: true }, 1],
    ['looked after, brought in without a referral', { inNeed: false, lookedAfter: true }, 1],
    ['a plan', { plan: true }, 1.5],
    ['a plan and looked after: the heavier', { plan: true, lookedAfter: true }, 1.5],
    ['being assessed', { assessed: true }, 1.5],
    ['before the court', { lookedAfter: true, court: true }, 2],
    ['given today', { since: on }, 1.5],
    ['on the last day of the four weeks', { since: addDays(on, -27) }, 1.5],
    ['on the day after them', { since: addDays(on, -28) }, 1],
    ['not held yet', { since: null }, 1.5],
    ['everything', { plan: true, assessed: true, court: true, since: on }, 3.5],
  ])('%s', (_, more, weight) => {
    expect(weightOf(facts(more), on).weight).toBe(weight)
  })

  test('brothers and sisters weigh less together: the heaviest whole, the others half', () => {
    const two = [facts({ family: 'a' }), facts({ family: 'a', plan: true })]
    expect(loadOf(two, on)).toBe(2)
    expect(loadOf([...two, facts({ family: 'b' })], on)).toBe(3)
    expect(loadOf([facts(), facts({ plan: true })], on)).toBe(2.5)
    expect(addedBy(facts({ family: 'a' }), two, on)).toBe(0.5)
    expect(loadOf([], on)).toBe(0)
  })

  test('no case takes from a load, none adds more than it weighs, and order is nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 12 }), anyFacts, (held, more) => {
        const added = addedBy(more, held, on)
        expect(added).toBeGreaterThan(0)
        expect(added).toBeLessThanOrEqual(weightOf(more, on).weight)
        expect(loadOf(held.toReversed(), on)).toBe(loadOf(held, on))
      }),
    )
  })

  test.each([
    [0, '0'],
    [0.5, '½'],
    [1, '1'],
    [12.5, '12½'],
    [22, '22'],
  ])('%d is said as %s', (weight, words) => expect(weightWords(weight)).toBe(words))

  test('is read from the file', () => {
    const { id } = givenChild()
    const entries = [
      given(id, 'referral-received', { receivedOn: day('2026-01-05'), source: '6', concern: 'Alone' }),
      given(id, 'referral-decided', {
        decidedOn: day('2026-01-06'),
        decision: 'assess',
        need: 'N1',
        assessment: 'single',
        reasons: 'Alone',
        next: 'Visit',
      }),
      given(id, 'became-looked-after', { from: day('2026-02-02'), need: 'N1' }),
      given(id, 'legal-status', { from: day('2026-02-02'), status: 'C1' }),
      given(id, 'allocation', { from: day('2026-01-07'), as: 'worker', worker: id, team: 'Oak' }),
    ].map((e, i) => ({ ...e, seq: i + 1 }))
    const { spells } = foldFile(id, entries)
    expect(factsOf(spells, on, 'x')).toEqual({
      inNeed: true,
      assessed: true,
      plan: false,
      lookedAfter: true,
      court: true,
      since: '2026-01-07',
      family: 'x',
    })
    expect(factsOf(spells, day('2026-01-06'))).toMatchObject({
      lookedAfter: false,
      court: false,
      since: null,
    })
  })
})

describe('a limit', () => {
  test.each<[number | null, string | null, number]>([
    [null, null, limits.most.value],
    [10, null, 10],
    [0, null, 0],
    [20, '2026-01-05', 18],
    [22, '2026-01-05', 19.5],
    [20, '2025-03-10', 20],
    [20, '2025-03-11', 18],
    [20, '2026-03-10', 18],
    [20, '2026-03-11', 20],
  ])('of %s, newly qualified from %s: %d', (most, from, limit) => {
    expect(limitOf({ most, newlyQualified: from === null ? null : day(from) }, on)).toBe(limit)
  })

  test('nobody is newly qualified before the first day', () => {
    expect(isNewlyQualified(day('2026-03-11'), on)).toBe(false)
    expect(isNewlyQualified(null, on)).toBe(false)
  })
})

describe('waiting for a worker', () => {
  const at = (d: string, time: string) => instantAt(day(d), time)
  const waiting = (from: Instant) => ({ since: londonDay(from), sinceAt: from })

  test.each<[string, Instant, Instant, string, boolean]>([
    ['an hour', at('2026-03-10', '11:00'), at('2026-03-10', '12:00'), '1 hour', false],
    ['not an hour', at('2026-03-10', '11:30'), at('2026-03-10', '12:00'), '0 hours', false],
    ['24 to the minute', at('2026-03-09', '12:00'), at('2026-03-10', '12:00'), '24 hours', false],
    ['a minute more', at('2026-03-09', '12:00'), at('2026-03-10', '12:01'), '24 hours, over', true],
    ['26', at('2026-03-09', '10:00'), at('2026-03-10', '12:00'), '26 hours, 2 over', true],
    ['over a weekend', at('2026-03-06', '17:00'), at('2026-03-09', '09:00'), '64 hours, 40 over', true],
    ['over Christmas', at('2026-12-24', '17:00'), at('2026-12-27', '09:00'), '64 hours, 40 over', true],
    ['three days', at('2026-03-06', '12:00'), at('2026-03-09', '12:00'), '3 days, 2 over', true],
    // 28 March 2026 noon to 29 March noon: the clocks skip an hour, so 23 have passed.
    ['when clocks go forward', at('2026-03-28', '12:00'), at('2026-03-29', '12:00'), '23 hours', false],
    ['an hour later', at('2026-03-28', '12:00'), at('2026-03-29', '13:01'), '24 hours, over', true],
    // 24 October noon to 25 October noon: an hour is repeated, so 25 have passed.
    ['when clocks go back', at('2026-10-24', '12:00'), at('2026-10-25', '12:00'), '25 hours, 1 over', true],
    ['an hour before', at('2026-10-24', '12:00'), at('2026-10-25', '11:00'), '24 hours', false],
  ])('%s', (_, from, now, words, over) => {
    expect(waitingWords(waiting(from), now, londonDay(now))).toBe(words)
    expect(isOver(waiting(from), now, londonDay(now))).toBe(over)
  })

  test('days, where only the day is known', () => {
    const words = (since: string) =>
      waitingWords({ since: day(since), sinceAt: null }, at('2026-03-10', '12:00'), on)
    expect(['2026-03-10', '2026-03-09', '2026-03-08', '2026-03-02'].map(words)).toEqual([
      'since today',
      '1 day',
      '2 days, 1 over',
      '8 days, 7 over',
    ])
    expect(isOver({ since: day('2026-03-09'), sinceAt: null }, at('2026-03-10', '12:00'), on)).toBe(false)
    expect(isOver({ since: day('2026-03-08'), sinceAt: null }, at('2026-03-10', '12:00'), on)).toBe(true)
  })

  test('hours never run backwards', () => {
    expect(hoursBetween(at('2026-03-10', '12:00'), at('2026-03-10', '11:00'))).toBe(0)
  })
})

describe('families', () => {
  test('join whoever is related, through others too', () => {
    const found = familiesOf([
      ['b', 'a'],
      ['c', 'd'],
      ['a', 'c'],
      ['x', 'y'],
    ])
    expect(new Set(['a', 'b', 'c', 'd'].map(id => found.get(id))).size).toBe(1)
    expect(found.get('x')).toBe(found.get('y'))
    expect(found.get('x')).not.toBe(found.get('a'))
    expect(found.get('z')).toBeUndefined()
  })

  test('are the same whatever the order of the pairs', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 8 }), pairs => {
        const one = familiesOf(pairs)
        const other = familiesOf(pairs.toReversed())
        for (const [a] of one)
          for (const [b] of one) expect(one.get(a) === one.get(b)).toBe(other.get(a) === other.get(b))
      }),
    )
  })
})
