import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import { GRADES } from './grades.ts'
import { type Pair, type Weights, weightedKappa } from './kappa.ts'

/** The pairs of a table of counts: a row for each grade of the first, a column for each of the second. */
const pairsOf = (table: readonly (readonly number[])[]): readonly Pair[] =>
  table.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, (): Pair => [a, b])))

const all: readonly Weights[] = ['none', 'linear', 'quadratic']

describe('kappa, worked out by hand', () => {
  test('two grades: 35 of 50 alike where chance gives half', () => {
    const table = [
      [20, 5],
      [10, 15],
    ]
    // (0.7 − 0.5) ÷ (1 − 0.5); with two grades the weights make no difference.
    for (const w of all) expect(weightedKappa(pairsOf(table), 2, w)).toBeCloseTo(0.4, 12)
  })

  test('three grades, with steps weighed', () => {
    const table = [
      [2, 1, 0],
      [0, 2, 1],
      [0, 1, 3],
    ]
    const pairs = pairsOf(table)
    // Alike 7 of 10; rows 3 3 4, columns 2 4 4: chance 34 of 100.
    expect(weightedKappa(pairs, 3, 'none')).toBeCloseTo((0.7 - 0.34) / 0.66, 12)
    // Three differ by one step of two: 0.15 against 0.43 by chance.
    expect(weightedKappa(pairs, 3, 'linear')).toBeCloseTo(1 - 0.15 / 0.43, 12)
    // Squared: 0.075 against 0.315.
    expect(weightedKappa(pairs, 3, 'quadratic')).toBeCloseTo(1 - 0.075 / 0.315, 12)
  })

  test('always the opposite, half and half: as far from chance as can be', () => {
    expect(
      weightedKappa(
        pairsOf([
          [0, 5],
          [5, 0],
        ]),
        2,
        'none',
      ),
    ).toBeCloseTo(-1, 12)
  })

  test('nothing can be said of no pairs, nor where only one grade was ever given', () => {
    for (const w of all) {
      expect(weightedKappa([], 4, w)).toBeNull()
      expect(
        weightedKappa(
          [
            [1, 1],
            [1, 1],
          ],
          4,
          w,
        ),
      ).toBeNull()
    }
  })
})

describe('kappa, whatever the pairs', () => {
  const grade = fc.integer({ min: 0, max: 3 })
  const pairs = fc.array(fc.tuple(grade, grade), { minLength: 1, maxLength: 60 })

  test('it lies between minus one and one', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...all), (list, w) => {
        const k = weightedKappa(list, 4, w)
        expect(k === null || (k <= 1 + 1e-9 && k >= -1 - 1e-9)).toBe(true)
      }),
    )
  })

  test('it is the same whoever is called first, and with the scale turned round', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...all), (list, w) => {
        const k = weightedKappa(list, 4, w) ?? -9
        expect(
          weightedKappa(
            list.map(([a, b]) => [b, a]),
            4,
            w,
          ) ?? -9,
        ).toBeCloseTo(k, 9)
        expect(
          weightedKappa(
            list.map(([a, b]) => [3 - a, 3 - b]),
            4,
            w,
          ) ?? -9,
        ).toBeCloseTo(k, 9)
      }),
    )
  })

  test('those who always agree have one, or nothing to say', () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1 }), fc.constantFrom(...all), (list, w) => {
        const k = weightedKappa(
          list.map(g => [g, g]),
          4,
          w,
        )
        expect(k).toBe(new Set(list).size === 1 ? null : 1)
      }),
    )
  })
})

describe('agreement in words', () => {
  const twice = (...list: readonly (readonly [number, number])[]) =>
    agreement(
      list.flatMap(([a, b]) => {
        const [first, second] = [GRADES[a], GRADES[b]]
        return first && second ? [{ first, second }] : []
      }),
    )

  test('how many, exact, within one, and that few pairs say little', () => {
    const said = twice([0, 0], [1, 2], [1, 3], [2, 2])
    expect(said).toMatchObject({ pairs: 4, exact: 50, withinOne: 75 })
    expect(said.words).toContain('4 files alone: too few to lean on')
  })

  test('none yet', () => {
    expect(twice()).toMatchObject({
      pairs: 0,
      exact: null,
      linear: null,
      words: 'Nothing has been graded twice yet.',
    })
  })

  test('many that agree are not called few', () => {
    const said = twice(...Array.from({ length: 24 }, (_, i): [number, number] => [i % 4, i % 4]))
    expect(said.words).toBe('The two graders nearly always agree beyond chance.')
  })
})
