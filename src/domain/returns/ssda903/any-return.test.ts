import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldFile } from '../../casework/file.ts'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { parse, rawAnswers } from '../../records/parse.ts'
import { knownRecordType } from '../../records/registry.ts'
import { fileDay } from './days.ts'
import type { ImportPlan } from './plan.ts'
import type { RawTable, ReturnFolder } from './raw.ts'
import { reconcile } from './reconcile.ts'
import { EMPTY, planOf, type SampleRows, sampleFolder, written } from './sample-folder.ts'
import { settle } from './settle.ts'

const CHILDREN = ['A1', 'B2', 'C3', 'no/code']
const start = day('2025-02-01')

const child = fc.constantFrom(...CHILDREN, 'stranger')
const dayText = fc.oneof(
  { weight: 20, arbitrary: fc.nat({ max: 520 }).map(n => fileDay(addDays(start, n))) },
  { weight: 1, arbitrary: fc.constantFrom('31/02/2025', '', '01/01/2035') },
)
const endText = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: dayText })
const pick = (...values: string[]) => fc.constantFrom(...values)

const row = (...cells: fc.Arbitrary<string>[]) => fc.tuple(...cells).map(c => c.join(','))
const episode = row(
  child,
  dayText,
  pick('S', 'L', 'P', 'T', 'B', 'U', 'x'),
  pick('V2', 'C1', 'V3'),
  pick('N1', 'N2'),
  pick('U6', 'K2', 'T1'),
  pick('PR1', '', 'zz'),
  endText,
  pick('X1', 'X1', 'E4A', 'E11', ''),
  pick('', 'CREQB'),
  pick('', 'ZZ1 1AA'),
  pick('', 'ZZ2 2BB', 'ZZ3 3CC'),
  pick('', '11'),
)
const review = row(child, fc.constant(''), dayText, pick('PN1', 'PN7', 'PN9'))
const away = row(child, fc.constant(''), pick('M', 'A'), dayText, endText)
const worker = row(
  child,
  fc.constant(''),
  pick('SW1', 'SW2', '3'),
  dayText,
  endText,
  pick('', 'MANAGE', 'TCARES'),
)
const health = row(
  child,
  fc.constant(''),
  pick('', '12', '99'),
  pick('', 'SDQ2'),
  ...Array.from({ length: 8 }, () => pick('0', '1', '')),
)

const many = (a: fc.Arbitrary<string>, most: number) => fc.array(a, { maxLength: most })
const anyRows = (episodes: number): fc.Arbitrary<SampleRows> =>
  fc.record({
    header: fc.subarray(CHILDREN.map(c => `${c},F,29/02/2012,WBRI,UN1,,`)),
    // One sound episode, so that there is always a year to tell.
    episodes: many(episode, episodes).map(rows => [
      'A1,01/04/2025,S,V2,N1,U6,PR1,02/04/2025,E4A,,,,',
      ...rows,
    ]),
    reviews: many(review, 8),
    missing: many(away, 8),
    sw_episodes: many(worker, 8),
    oc2: many(health, 3),
    uasc: many(row(child, pick('1'), fc.constant(''), dayText), 2),
    dolo: many(row(child, fc.constant(''), dayText, endText), 2),
  })

/** A plan without the lines of files, which are all that the order of rows may change. */
const withoutLines = (plan: ImportPlan) => ({
  files: plan.files.map(f => ({
    subject: f.subject,
    // Whether two equal days stand in this or that order is told by the rows' contents, and compared too.
    entries: f.entries.map(e => ({ ...e, entry: { ...e.entry, source: null } })),
  })),
  problems: plan.problems.map(p => [p.level, p.side, p.file, p.column, p.value, p.wrong].join('|')).sort(),
  counts: plan.counts,
})

function shuffled(folder: ReturnFolder, seed: number): ReturnFolder {
  const mix = (n: number) => Math.imul(n + seed, 2654435761) >>> 0
  const turn = (t: RawTable): RawTable => {
    const cells = [...t.rows].sort((a, b) => mix(a.line) - mix(b.line)).map(r => r.cells)
    return { ...t, rows: cells.map((c, i) => ({ line: i + 2, cells: c })) }
  }
  return { ...folder, tables: folder.tables.map(turn) }
}

const ledgerOf = (plan: ImportPlan) => written(EMPTY, settle(plan, EMPTY))
const fold = (ledger: ReturnType<typeof ledgerOf>) =>
  [...ledger].map(([id, entries]) => foldFile(id, entries))

describe('whatever a return holds', () => {
  test('the files and the record agree on every count, on any day', () => {
    fc.assert(
      fc.property(
        anyRows(14),
        fc.option(anyRows(8), { nil: undefined }),
        fc.nat({ max: 800 }),
        (now, last, n) => {
          const plan = planOf({
            this: sampleFolder(now),
            ...(last && earlierThan(now, last) ? { last: sampleFolder(last) } : {}),
          })
          const on: Day = addDays(start, n - 100)
          for (const r of reconcile(plan, fold(ledgerOf(plan)), on))
            expect(`${r.what} ${r.inProduct}`).toBe(`${r.what} ${r.inFiles}`)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('every row is kept, joined to another or left out', () => {
    fc.assert(
      fc.property(anyRows(14), now => {
        const plan = planOf({ this: sampleFolder(now) })
        const rows: Readonly<Record<string, readonly unknown[]>> = plan.rows
        for (const c of plan.counts) {
          expect(c.kept + c.joined + c.leftOut).toBe(c.read)
          expect(rows[c.table]).toHaveLength(c.kept)
        }
      }),
    )
  })

  test('the order of its rows changes nothing', () => {
    fc.assert(
      fc.property(anyRows(14), fc.nat(), (now, seed) => {
        const folder = sampleFolder(now)
        expect(withoutLines(planOf({ this: shuffled(folder, seed) }))).toEqual(
          withoutLines(planOf({ this: folder })),
        )
      }),
    )
  })

  test('bringing it in twice adds nothing', () => {
    fc.assert(
      fc.property(anyRows(14), now => {
        const plan = planOf({ this: sampleFolder(now) })
        const again = settle(plan, ledgerOf(plan))
        expect([again.subjects, again.entries]).toEqual([[], []])
      }),
    )
  })

  test('once two are in, bringing the later in again comes to rest', () => {
    fc.assert(
      fc.property(anyRows(8), anyRows(8), (one, two) => {
        const plans = [one, two].map(rows => planOf({ this: sampleFolder(rows) }))
        const ledger = plans.reduce((held, plan) => written(held, settle(plan, held)), EMPTY)
        const later = plans.toSorted((a, b) => (a.yearEnd < b.yearEnd ? -1 : 1)).at(-1)
        if (later) expect(settle(later, written(ledger, settle(later, ledger))).entries).toEqual([])
      }),
    )
  })

  test('every entry is one that its form would take, but for what a return can’t know', () => {
    fc.assert(
      fc.property(anyRows(10), now => {
        const plan = planOf({ this: sampleFolder(now) })
        const context = { today: plan.today, born: day('2012-02-29'), unborn: false }
        for (const { entry } of plan.files.flatMap(f => f.entries)) {
          const type = knownRecordType(entry.type)
          const read = parse(type, rawAnswers(type, entry.answers), context)
          // The return does not say whether an interview was offered, and "no" would be untrue.
          const faults = read.ok ? [] : Object.keys(read.error).filter(name => name !== 'interviewOffered')
          expect(faults, `${entry.type} ${JSON.stringify(entry.answers)}`).toEqual([])
          if (read.ok) expect(read.value).toEqual(entry.answers)
        }
      }),
    )
  })
})

/** True where a plan of both can be made: the second is of an earlier year than the first. */
function earlierThan(now: SampleRows, last: SampleRows): boolean {
  const [a, b] = [planOf({ this: sampleFolder(now) }), planOf({ this: sampleFolder(last) })]
  return b.yearEnd < a.yearEnd
}
