import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { runsOn } from '../../records/spell.ts'
import { fileDay } from './days.ts'
import { countProduct, reconcile } from './reconcile.ts'
import { childHeader, foldLedger } from './sample-child.ts'
import { EMPTY, type Ledger, type SampleRows, samplePlan, written } from './sample-folder.ts'
import { settle } from './settle.ts'

const START = day('2025-03-01')
const YEAR_END = day('2025-03-31')
const LENGTH = 75

interface Made {
  readonly from: Day
  readonly to: Day | null
  readonly rec: string
  readonly rne: string
  readonly ls: string
  readonly place: string
}

const made: fc.Arbitrary<Made> = fc
  .record({
    at: fc.nat({ max: 60 }),
    long: fc.option(fc.nat({ max: 25 }), { freq: 4 }),
    rec: fc.constantFrom('X1', 'X1', 'X1', 'E4A', 'E11', ''),
    rne: fc.constantFrom('S', 'L', 'P', 'T', 'B', 'U'),
    ls: fc.constantFrom('V2', 'C1', 'V3', 'V4'),
    place: fc.constantFrom('U6,PR1', 'K2,PR4'),
  })
  .map(({ at, long, ...rest }) => {
    const from = addDays(START, at)
    return { ...rest, from, to: long === null ? null : addDays(from, long) }
  })
const many = fc.array(made, { minLength: 1, maxLength: 7 })

const line = (m: Made) =>
  `A1,${fileDay(m.from)},${m.rne},${m.ls},N1,${m.place},${m.to ? fileDay(m.to) : ''},${m.to ? m.rec : ''},,,,`
/** A sound episode of another child, so that there is always a year to tell. */
const other = (on: string) => `B2,${on},S,V2,N1,U6,PR1,,,,,,`
const returnOf = (rows: readonly Made[], on = '01/05/2025'): SampleRows => ({
  header: [...childHeader, 'B2,M,01/01/2015,WBRI,UN1,,'],
  episodes: [...rows.map(line), other(on)],
})
const bring = (ledger: Ledger, rows: SampleRows, last?: SampleRows) => {
  const plan = samplePlan(rows, last)
  return { plan, ledger: written(ledger, settle(plan, ledger)) }
}

const days = Array.from({ length: LENGTH + 30 }, (_, i) => addDays(START, i))
const plainly = (rows: readonly Pick<Made, 'from' | 'to'>[]) =>
  days.map(on => rows.some(r => r.from <= on && (r.to === null || r.to > on)))
const inProduct = (ledger: Ledger) => {
  const spells = foldLedger(ledger).flatMap(f => (f.person.born === '2016-02-29' ? f.spells : []))
  return days.map(on => spells.some(s => s.kind === 'looked-after' && runsOn(s, on)))
}
/** Days as runs of text, so that a failure can be read. */
const drawn = (flags: readonly boolean[]) => flags.map(f => (f ? '#' : '.')).join('')

describe('a child is looked after on the days on which an episode says so', () => {
  test('whatever the episodes, and in whatever order', () => {
    fc.assert(
      fc.property(many, fc.func(fc.nat()), (rows, rank) => {
        const { plan, ledger } = bring(EMPTY, returnOf(rows))
        expect(drawn(inProduct(ledger))).toBe(drawn(plainly(rows)))
        expect(plan.problems.filter(p => p.level === 'problem' && !p.wrong.startsWith('Two rows'))).toEqual(
          [],
        )
        const turned = rows.toSorted((a, b) => rank(line(a)) - rank(line(b)))
        const shape = (l: Ledger) => foldLedger(l).map(f => f.spells)
        expect(shape(bring(EMPTY, returnOf(turned)).ledger)).toEqual(shape(ledger))
      }),
      { numRuns: 400 },
    )
  })

  test('and both sides count the same', () => {
    fc.assert(
      fc.property(many, fc.nat({ max: LENGTH }), (rows, n) => {
        const { plan, ledger } = bring(EMPTY, returnOf(rows))
        const on = addDays(START, n)
        const files = foldLedger(ledger)
        for (const r of reconcile(plan, files, on))
          expect(`${r.what} ${r.inProduct}`).toBe(`${r.what} ${r.inFiles}`)
        const care = reconcile(plan, files, on).find(r => r.inAllRows !== null)
        expect(care?.inAllRows).toBe(countProduct(files, on).lookedAfter)
      }),
      { numRuns: 300 },
    )
  })

  test('of two years made one, too', () => {
    fc.assert(
      fc.property(many, many, (now, before) => {
        const early = before.filter(r => r.from <= YEAR_END)
        const { plan, ledger } = bring(EMPTY, returnOf(now), returnOf(early, '01/03/2025'))
        const accepted = plan.rows.episodes.flatMap(({ values: v }) =>
          v.CHILD === 'A1' ? [{ from: v.DECOM, to: v.DEC }] : [],
        )
        expect(drawn(inProduct(ledger))).toBe(drawn(plainly(accepted)))
      }),
    )
  })
})

/** What the return of each year has of one history: last year's does not know of ends that had not come. */
function years(history: readonly Made[]): { last: Made[]; now: Made[] } {
  return {
    last: history
      .filter(r => r.from <= YEAR_END)
      .map(r => (r.to !== null && r.to > YEAR_END ? { ...r, to: null } : r)),
    now: history.filter(r => r.to === null || r.to > YEAR_END),
  }
}

/** A history of episodes that follow each other, some after a gap, as a return should have it. */
const history = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 0, 3),
      long: fc.integer({ min: 1, max: 20 }),
      leaves: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(steps => {
    let at = START
    let inCare = false
    return steps.map(({ gap, long, leaves }, i): Made => {
      const from = addDays(at, gap)
      const rne = inCare && gap === 0 ? 'P' : 'S'
      const to = i === steps.length - 1 && !leaves ? null : addDays(from, long)
      at = to ?? from
      inCare = !leaves
      return { from, to, rne, rec: leaves ? 'E4A' : 'X1', ls: 'V2', place: 'U6,PR1' }
    })
  })

/** Two returns of one history, brought in one after the other, and what there is to say of the days. */
function inTurn(order: string, rows: readonly Made[]) {
  const { last, now } = years(rows)
  const both = [returnOf(last, '01/03/2025'), returnOf(now)]
  const turned = order === 'last first' ? both : both.toReversed()
  const ledger = turned.reduce((held, r) => bring(held, r).ledger, EMPTY)
  for (const again of both) expect(settle(samplePlan(again), ledger).entries).toEqual([])
  return { product: inProduct(ledger), plain: plainly(rows) }
}

describe.each(['last first', 'this first'])(
  'two returns of one history, brought in one after the other, %s',
  order => {
    test('come to the days of both', () => {
      fc.assert(
        fc.property(history, rows => {
          const { product, plain } = inTurn(order, rows)
          expect(drawn(product)).toBe(drawn(plain))
        }),
        { numRuns: 200 },
      )
    })

    test('lose none of them where episodes overlap', () => {
      fc.assert(
        fc.property(fc.uniqueArray(made, { selector: m => m.from, minLength: 1, maxLength: 5 }), rows => {
          const { product, plain } = inTurn(order, rows)
          expect(drawn(plain.map((is, i) => is && product[i] === true))).toBe(drawn(plain))
        }),
        { numRuns: 300 },
      )
    })
  },
)
