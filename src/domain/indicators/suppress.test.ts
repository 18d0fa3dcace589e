import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, figure } from './figure.ts'
import { type ShownFigure, SUPPRESSED, suppress } from './suppress.ts'

const count = { code: 'LAC', name: 'Looked after', unit: 'count' } as const
const percent = { code: 'NI66', name: 'Reviews', unit: 'percent' } as const

const shares = (parts: readonly (readonly [number, number])[]): readonly Figure[] => {
  const rows = parts.map(([no, yes], i) => figure(percent, yes, no + yes, `Part ${i}`))
  const sum = (of: (f: Figure) => number) => rows.reduce((n, f) => n + of(f), 0)
  return [
    figure(
      percent,
      sum(f => f.numerator),
      sum(f => f.denominator),
    ),
    ...rows,
  ]
}

/** A cell as it is shown, of the children asked about, of those it holds for, or of the rest of them. */
function cell(f: ShownFigure, of: 'denominator' | 'numerator' | 'rest'): number | null {
  const { numerator: yes, denominator: all } = f
  if (of === 'rest') return typeof yes === 'number' && typeof all === 'number' ? all - yes : null
  const n = f[of]
  return typeof n === 'number' ? n : null
}

/**
 * What whoever subtracts can find out: every value that each part held back can have, in any way that agrees with all
 * that is shown. They know the whole where it is shown, that no part is more than was asked about in it, and that a
 * number of children asked about that is held back is not nought.
 */
function consistent(
  shown: readonly ShownFigure[],
  of: 'denominator' | 'numerator' | 'rest',
): ReadonlyMap<number, ReadonlySet<number>> {
  const [whole, ...parts] = shown
  const total = whole ? cell(whole, of) : null
  const found = new Map<number, Set<number>>()
  if (total === null) return found
  const cells = parts.map(p => cell(p, of))
  const most = parts.map(p => (of === 'denominator' ? total : (cell(p, 'denominator') ?? total)))
  const walk = (at: number, left: number, chosen: readonly number[]): void => {
    if (left < 0) return
    if (at === cells.length) {
      if (left === 0)
        chosen.forEach((n, i) => {
          if (cells[i] === null) found.set(i, (found.get(i) ?? new Set()).add(n))
        })
      return
    }
    const known = cells[at] ?? null
    const from = known ?? (of === 'denominator' ? 1 : 0)
    for (let n = from; n <= (known ?? Math.min(left, most[at] ?? left)); n += 1)
      walk(at + 1, left - n, [...chosen, n])
  }
  walk(0, total, [])
  return found
}

describe('suppressing small numbers', () => {
  it('shows nought and five, and holds back one to four', () => {
    const cells = [0, 1, 4, 5].map(n => suppress([figure(count, n, n)])[0]?.value)
    expect(cells).toEqual([0, SUPPRESSED, SUPPRESSED, 5])
  })

  it('holds back a percentage of which only a few are left over', () => {
    expect(suppress([figure(percent, 98, 100)])[0]).toMatchObject({
      numerator: SUPPRESSED,
      value: SUPPRESSED,
      denominator: 100,
    })
    expect(suppress([figure(percent, 95, 100)])[0]).toMatchObject({ numerator: 95, value: 95 })
  })

  it('holds back the next smallest part, so that the whole does not give the small one away', () => {
    const rows = [
      figure(count, 60, 60),
      figure(count, 3, 3, 'A'),
      figure(count, 7, 7, 'B'),
      figure(count, 50, 50, 'C'),
    ]
    expect(suppress(rows).map(f => f.value)).toEqual([60, SUPPRESSED, SUPPRESSED, 50])
  })

  it('holds back a third part where two come to only a few', () => {
    const rows = [
      figure(count, 60, 60),
      figure(count, 1, 1, 'A'),
      figure(count, 1, 1, 'B'),
      figure(count, 9, 9, 'C'),
      figure(count, 49, 49, 'D'),
    ]
    expect(suppress(rows).map(f => f.value)).toEqual([60, SUPPRESSED, SUPPRESSED, SUPPRESSED, 49])
  })

  it('holds back more where as many parts come to one each', () => {
    const rows = [
      figure(count, 55, 55),
      ...['A', 'B', 'C', 'D', 'E'].map(p => figure(count, 1, 1, p)),
      figure(count, 50, 50, 'F'),
    ]
    expect(suppress(rows).map(f => f.value)).toEqual([55, ...Array.from({ length: 6 }, () => SUPPRESSED)])
  })

  it('leaves several ways in which every part that is held back may have come about', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 2, maxLength: 4 }), parts => {
        const table = shares(parts)
        for (const of of ['denominator', 'numerator', 'rest'] as const)
          for (const [part, values] of consistent(suppress(table), of))
            if (values.size === 1)
              for (const n of values) expect([part, of, n >= 1 && n <= 4]).toEqual([part, of, false])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps each indicator apart and the order as it was', () => {
    const rows = [figure(count, 60, 60), figure(percent, 2, 50), figure(count, 60, 60, 'A')]
    expect(suppress(rows).map(f => f.value)).toEqual([60, SUPPRESSED, 60])
  })

  it('shows no figure of one to four, nor a percentage of one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 6 }), parts => {
        for (const f of suppress(shares(parts))) {
          for (const n of [f.numerator, f.denominator])
            expect(typeof n === 'number' && n > 0 && n < 5).toBe(false)
          if (typeof f.numerator === 'number' && typeof f.denominator === 'number')
            expect([1, 2, 3, 4]).not.toContain(f.denominator - f.numerator)
          else expect(f.value).toBe(SUPPRESSED)
        }
      }),
    )
  })

  it('never lets a figure held back be worked out from those shown', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 5 }), parts => {
        const real = shares(parts)
        const shown = suppress(real)
        real.forEach((f, i) => {
          // A nought says nothing about anyone, and may be guessed from a whole of nought.
          for (const field of ['numerator', 'denominator'] as const)
            if (shown[i]?.[field] === SUPPRESSED && f[field] > 0)
              expect(couldBeOther(real, shown, i, field)).toBe(true)
        })
      }),
      { numRuns: 2000 },
    )
  })
})

type Row = { readonly no: number; readonly yes: number }

/**
 * Whether some other table of whole numbers shows exactly the same cells and yet differs in this one. It looks only
 * at tables one child away, which is enough to prove that the cell can't be worked out.
 */
function couldBeOther(
  real: readonly Figure[],
  shown: readonly ShownFigure[],
  cell: number,
  field: 'numerator' | 'denominator',
): boolean {
  const rows: readonly Row[] = real.slice(1).map(f => ({ no: f.denominator - f.numerator, yes: f.numerator }))
  return neighbours(rows).some(other => {
    const table = shares(other.map(r => [r.no, r.yes]))
    const same = table.every((f, i) => {
      const s = shown[i]
      return (
        (s?.numerator === SUPPRESSED || s?.numerator === f.numerator) &&
        (s?.denominator === SUPPRESSED || s?.denominator === f.denominator)
      )
    })
    return same && table[cell]?.[field] !== real[cell]?.[field]
  })
}

/** The tables made by moving one or two children: into, out of, or between cells. */
function neighbours(rows: readonly Row[]): readonly (readonly Row[])[] {
  const steps = rows.flatMap((_, i) =>
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, -1],
      [-1, 1],
    ].map(([no, yes]) => ({ i, no: no ?? 0, yes: yes ?? 0 })),
  )
  const move = (from: readonly Row[], s: (typeof steps)[number]) =>
    from.map((r, i) => (i === s.i ? { no: r.no + s.no, yes: r.yes + s.yes } : r))
  const once = steps.map(s => move(rows, s))
  const twice = once.flatMap(t => steps.map(s => move(t, s)))
  return [...once, ...twice].filter(t => t.every(r => r.no >= 0 && r.yes >= 0))
}
