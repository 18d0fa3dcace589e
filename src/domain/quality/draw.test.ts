import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { type Asked, type Candidate, draw, drawAgain, shares } from './draw.ts'
import { barred } from './independence.ts'
import { lot } from './lot.ts'
import { shareOut } from './share-out.ts'

const frames = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('Oak', 'Elm', 'Ash', 'Yew', 'Fir'),
      family: fc.option(fc.integer({ min: 1, max: 12 }).map(n => `F${n}`)),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map(list => list.map((c, i): Candidate => ({ ...c, code: `C${i}` })))

const askings = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  size: fc.integer({ min: 1, max: 40 }),
  families: fc.boolean(),
  secondOneIn: fc.constantFrom(0, 1, 2, 5, 10),
})

describe('a draw, whatever the frame', () => {
  test('as many as were asked for, of those in the frame, nobody twice', () => {
    fc.assert(
      fc.property(frames, askings, (frame, asked) => {
        const { codes, strata, second } = draw(frame, asked)
        const standing = strata.flatMap(s => s.codes)
        expect(new Set(codes).size).toBe(codes.length)
        expect(codes.length).toBe(Math.min(asked.size, standing.length))
        const known = new Set(frame.map(c => c.code))
        expect(codes.every(c => known.has(c))).toBe(true)
        expect(second.every(c => codes.includes(c))).toBe(true)
        expect(second.length).toBe(asked.secondOneIn === 0 ? 0 : Math.ceil(codes.length / asked.secondOneIn))
      }),
    )
  })

  test('each stratum is within one of its part, with one at least where there are files for all', () => {
    fc.assert(
      fc.property(frames, askings, (frame, asked) => {
        const { codes, strata } = draw(frame, asked)
        const of = (s: { codes: readonly string[] }) => s.codes.filter(c => codes.includes(c)).length
        if (asked.size >= strata.length) for (const s of strata) expect(of(s)).toBeGreaterThan(0)
        const more = strata.filter(s => of(s) > 1)
        const files = more.reduce((n, s) => n + of(s), 0)
        const children = more.reduce((n, s) => n + s.codes.length, 0)
        for (const s of more) {
          const part = (files * s.codes.length) / children
          // Those with one have it by their part, or because everyone has one: the others share by size.
          expect(Math.abs(of(s) - part)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('it is repeated from what was recorded, in whatever order the frame came', () => {
    fc.assert(
      fc.property(frames, askings, (frame, asked) => {
        const once = draw(frame, asked)
        expect(draw(frame.toReversed(), asked)).toEqual(once)
        expect(drawAgain(once.strata, asked)).toEqual({ codes: once.codes, second: once.second })
      }),
    )
  })

  test('one of a family, unless more were asked for', () => {
    fc.assert(
      fc.property(frames, askings, (frame, asked) => {
        const { codes, siblings } = draw(frame, { ...asked, families: false })
        const drawn = frame.filter(c => codes.includes(c.code) && c.family !== null).map(c => c.family)
        expect(new Set(drawn).size).toBe(drawn.length)
        const families = frame.flatMap(c => c.family ?? [])
        expect(siblings).toBe(families.length - new Set(families).size)
      }),
    )
  })
})

test('the parts of a plain frame: the largest remainder has the odd file', () => {
  const of = (name: string, n: number) => ({
    name,
    codes: Array.from({ length: n }, (_, i) => `${name}${i}`),
  })
  expect([...shares([of('Oak', 50), of('Elm', 30), of('Ash', 20)], 10, 's')]).toEqual([
    ['Oak', 5],
    ['Elm', 3],
    ['Ash', 2],
  ])
  expect(shares([of('Oak', 96), of('Elm', 4)], 10, 's').get('Elm')).toBe(1)
  expect([...shares([of('Oak', 9), of('Elm', 9), of('Ash', 9)], 2, 's').values()].toSorted()).toEqual([
    0, 1, 1,
  ])
})

test('every child of a frame is drawn about as often as any other', () => {
  const frame = Array.from(
    { length: 20 },
    (_, i): Candidate => ({ code: `C${i}`, stratum: '', family: null }),
  )
  const asked = (seed: number): Asked => ({ seed: `s${seed}`, size: 5, secondOneIn: 0 })
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++)
    for (const c of draw(frame, asked(seed)).codes) times.set(c, (times.get(c) ?? 0) + 1)
  // Five of twenty in 2,000 draws is 500 each; 5 standard deviations are 97.
  for (const n of times.values()) expect(Math.abs(n - 500)).toBeLessThan(97)
  expect(lot('a', 'b')).not.toBe(lot('b', 'a'))
})

describe('sharing out', () => {
  const files = Array.from({ length: 11 }, (_, i) => `C${i}`)

  test('evenly, where anybody may have any', () => {
    const held = shareOut({ files, auditors: ['a', 'b', 'c'], may: () => true, seed: 's' })
    const loads = [...Map.groupBy(held.values(), a => a).values()].map(l => l.length)
    expect(loads.toSorted()).toEqual([3, 4, 4])
  })

  test('never to somebody who may not, and nothing is left lying that somebody may have', () => {
    const bars = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...files)))
    fc.assert(
      fc.property(bars, fc.string(), (list, seed) => {
        const barred = new Set(list.map(([a, f]) => `${a}${f}`))
        const may = (a: string, f: string) => !barred.has(`${a}${f}`)
        const held = shareOut({ files, auditors: ['a', 'b', 'c'], may, seed })
        for (const f of files) {
          const who = held.get(f)
          expect(who === undefined ? ['a', 'b', 'c'].some(a => may(a, f)) : !may(who, f)).toBe(false)
        }
      }),
    )
  })
})

test('nobody audits work that was theirs, and it is said why', () => {
  const tie = { auditor: 'a', child: 'c', on: day('2026-01-05') }
  expect(
    barred(
      'a',
      'c',
      [
        { ...tie, kind: 'wrote' },
        { ...tie, kind: 'worker' },
      ],
      false,
    )?.because,
  ).toMatch(/is or was the child’s worker/)
  expect(barred('b', 'c', [{ ...tie, kind: 'worker' }], false)).toBeNull()
  expect(barred('a', 'd', [{ ...tie, kind: 'worker' }], false)).toBeNull()
  expect(barred('a', 'd', [], true)?.because).toMatch(/named people/)
})
