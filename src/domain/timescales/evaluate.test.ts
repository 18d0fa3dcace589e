import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import {
  born,
  care,
  ceased,
  decided,
  expected,
  fileOf,
  folded,
  health,
  placed,
  plan,
  planEnded,
  referred,
  review,
  visited,
} from '../indicators/test-file.ts'
import { addDays, day } from '../kernel/day.ts'
import { brief, clocks, dues, OLD, type Said, sdq } from './test-clocks.ts'
import type { Clock } from './timescale.ts'

describe('referrals and protection plans', () => {
  test('a referral is decided by the next working day, once', () => {
    expect(clocks('referral-decision', OLD, referred('2026-04-02')).map(brief)).toEqual([
      ['2026-04-02', '2026-04-07', null, null],
    ])
    expect(
      clocks('referral-decision', OLD, referred('2026-04-02'), decided('2026-04-08')).map(brief),
    ).toEqual([['2026-04-02', '2026-04-07', '2026-04-08', null]])
  })

  test('a plan is reviewed at three months and then six', () => {
    const conference = (on: string) =>
      [
        'protection-review',
        { heldOn: day(on), childTookPart: ['views'], progress: 'Some', keepsPlan: true },
      ] as const
    expect(dues('protection-review', OLD, plan('2025-01-06'), conference('2025-04-01'))).toEqual([
      '2025-04-06',
      '2025-10-01',
    ])
    expect(clocks('protection-review', OLD, plan('2025-01-06'), planEnded('2025-03-01')).map(brief)).toEqual([
      ['2025-01-06', '2025-04-06', null, '2025-03-01'],
    ])
  })

  test('an unborn child has clocks too, and keeps them when born', () => {
    const before = [expected('2026-05-01'), plan('2026-02-02')] as const
    const file = fileOf(...before)
    expect(file.file.person).toMatchObject({ unborn: true, born: '2026-05-01' })
    const after = fileOf(...before, [
      'person-details',
      {
        asOf: day('2026-04-20'),
        unborn: false,
        givenName: 'Wren',
        born: day('2026-04-20'),
        sex: 'F',
        ethnicity: 'WBRI',
      },
    ])
    expect(after.file.person).toMatchObject({ unborn: false, born: '2026-04-20', givenName: 'Wren' })
    const of = (f: typeof file) => f.clocks.map(c => [c.series, c.starts, c.due])
    expect(of(after)).toEqual(of(file))
    expect(of(file)).toContainEqual(['protection-review', '2026-02-02', '2026-05-02'])
  })
})

describe('late reasons', () => {
  const late = (due: string, series = 'looked-after-review') =>
    ['late-reason', { clock: series, due: day(due), reason: 'The carer was ill.' }] as const

  test('stand on the clock they name, and change nothing else of it', () => {
    const said = [OLD, care('2025-01-06'), review('2025-03-03')] as const
    const plain = clocks('looked-after-review', ...said)
    const explained = clocks('looked-after-review', ...said, late('2025-02-03'))
    expect(explained.map(c => c.lateReason !== null)).toEqual([true, false])
    expect(explained.map(brief)).toEqual(plain.map(brief))
    expect(clocks('looked-after-review', ...said, late('2025-02-04')).every(c => c.lateReason === null)).toBe(
      true,
    )
    expect(
      clocks('looked-after-review', ...said, late('2025-02-03', 'sdq')).every(c => c.lateReason === null),
    ).toBe(true)
  })
})

describe('any file', () => {
  const START = day('2023-01-02')
  const on = fc.nat(40).map(n => addDays(START, n * 20))
  const entry = fc.oneof(
    { weight: 6, arbitrary: on.map(d => visited(d)) },
    { weight: 3, arbitrary: on.map(d => review(d)) },
    { weight: 3, arbitrary: on.map(d => placed(d)) },
    { weight: 2, arbitrary: on.map(d => care(d)) },
    { weight: 2, arbitrary: on.map(d => ceased(d)) },
    { weight: 1, arbitrary: on.map(d => plan(d)) },
    { weight: 1, arbitrary: on.map(d => planEnded(d)) },
    { weight: 2, arbitrary: on.map(d => health(d)) },
    { weight: 1, arbitrary: on.map(d => sdq(d)) },
    { weight: 1, arbitrary: on.map(d => referred(d)) },
    { weight: 1, arbitrary: on.map(d => decided(d)) },
  )
  // Few days apart, so that many things fall on one day.
  const close = fc.array(entry, { maxLength: 25 })
  const files = fc.tuple(fc.constantFrom('2021-01-15', '2019-03-01', '2007-08-09'), close)

  test('clocks of a series follow one another, each begun by what met the last or by a new start', () => {
    fc.assert(
      fc.property(files, ([birth, said]) => {
        const { clocks: all, file } = fileOf(born(birth), ...said)
        const keys = all.map(c => `${c.series} ${c.starts} ${c.startedBy}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const [, list] of Map.groupBy(all, c => c.series)) {
          list.reduce((before: Clock | null, c) => {
            expect(c.due > c.starts).toBe(true)
            expect(c.met === null || c.met >= c.starts).toBe(true)
            expect(c.met === null || c.ended === null).toBe(true)
            const over = before && (before.met ?? before.ended)
            if (before) expect(over !== null && over !== undefined && over <= c.starts, c.series).toBe(true)
            return c
          }, null)
          const met = list.flatMap(c => (c.metBy ? [c.metBy] : []))
          expect(new Set(met).size, 'one thing done meets one clock').toBe(met.length)
        }
        expect(file.spells.every(s => s.to === null || s.to >= s.from)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a file comes out the same in whatever order it was written, where no two things fall on one day', () => {
    const apart = close.map((said): readonly Said[] => {
      const seen = new Set<unknown>()
      return said.filter(([, a]) => {
        const key = Object.values(a).find(v => typeof v === 'string' && /^\d{4}-/.test(v))
        return seen.has(key) ? false : seen.add(key)
      })
    })
    const shuffled = apart.chain(said =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray([...said], { minLength: said.length })),
    )
    fc.assert(
      fc.property(shuffled, ([said, order]) => {
        const made = new Map(said.map(s => [s, given('01890a5d-ac96-774b-bcce-b302099a8057', s[0], s[1])]))
        const fold = (list: typeof said) => {
          const { file, clocks: all } = folded(list.flatMap(s => made.get(s) ?? []))
          return { spells: file.spells, clocks: all, ids: file.happenings.map(h => h.id) }
        }
        expect(fold(order)).toEqual(fold(said))
      }),
      { numRuns: 200 },
    )
  })
})
