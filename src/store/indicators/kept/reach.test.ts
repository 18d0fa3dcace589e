import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../../test/support/given.ts'
import { answer } from '../../../domain/indicators/answer.ts'
import { indicators } from '../../../domain/indicators/indicators.ts'
import { folded } from '../../../domain/indicators/test-file.ts'
import { addDays, type Day, day } from '../../../domain/kernel/day.ts'
import type { Entry, NewEntry } from '../../../domain/records/entry.ts'
import { project } from '../../project.ts'
import { edgeFiles } from '../edge-files.ts'
import { askedOn, randomFile } from '../random-files.ts'
import { EVER, type Rows, reachesBack } from './reach.ts'
import { actsOf } from './test-acts.ts'

const subject = { ...givenChild(), kind: 'child' } as const

const placed = (entries: readonly NewEntry[]): readonly Entry[] =>
  entries.map((e, i) => ({ ...e, seq: i + 1 }))
const rowsOf = (entries: readonly NewEntry[]): Rows =>
  entries.length === 0
    ? { happening: [], spell: [], clock: [], person: [] }
    : project(subject, placed(entries))

/** What every indicator says of a file on a day. */
function saying(entries: readonly NewEntry[]): (on: Day) => string {
  if (entries.length === 0) return () => '-'.repeat(indicators.length)
  const file = folded(entries)
  return on =>
    indicators
      .map(i => answer(i, file, on))
      .map(a => (a.in ? (a.yes ? 'y' : 'n') : '-'))
      .join('')
}

/** Days to ask about: those of the random files, and the neighbours of the day a change reaches back to. */
const earlier = (from: Day | null): readonly Day[] =>
  [...askedOn, ...(from === null || from === EVER ? [] : [addDays(from, -1), addDays(from, -30)])].filter(
    d => from === null || d < from,
  )

describe('how far back a change reaches', () => {
  test('no figure of an earlier day is other than it was, whatever is written, put right, withdrawn or signed', () => {
    const reached = { never: 0, ever: 0, some: 0, later: 0 }
    fc.assert(
      fc.property(randomFile, fc.nat(), (written, cut) => {
        const all = actsOf(subject.id, written)
        const at = cut % (all.length + 1)
        // What stood before: some records, and what was done about the first of them.
        const first = all.slice(0, at).flatMap((a, n) => [a.entry, ...(n % 2 === 0 ? a.later : [])])
        const more = [
          ...all.slice(0, at).flatMap((a, n) => (n % 2 === 1 ? a.later : [])),
          ...all.slice(at).flatMap(a => [a.entry, ...a.later]),
        ].slice(0, 1 + (cut % 3))
        const from = reachesBack(rowsOf(first), rowsOf([...first, ...more]))
        const [was, is] = [saying(first), saying([...first, ...more])]
        for (const on of earlier(from)) expect(is(on), `${on}, ${from}`).toBe(was(on))
        reached[from === null ? 'never' : from === EVER ? 'ever' : 'some'] += 1
        if (from !== null && from > day('2011-02-28')) reached.later += 1
      }),
      { numRuns: 300 },
    )
    // Days before the change were asked about, and not only where nothing changed.
    expect(reached.some).toBeGreaterThan(60)
    expect(reached.later).toBeGreaterThan(20)
  })

  test('the same where days meet', () => {
    for (const on of askedOn)
      for (const file of edgeFiles(on)) {
        const entries = file.map(([type, answers]) => given(subject.id, type, answers))
        for (let n = 1; n < entries.length; n += 1) {
          const from = reachesBack(rowsOf(entries.slice(0, n)), rowsOf(entries.slice(0, n + 1)))
          const [was, is] = [saying(entries.slice(0, n)), saying(entries.slice(0, n + 1))]
          for (const asked of [on, ...earlier(from)].filter(d => from === null || d < from))
            expect(is(asked)).toBe(was(asked))
        }
      }
  })

  const care = given(subject.id, 'became-looked-after', { from: day('2011-01-10'), need: 'N1' })
  const visit = given(subject.id, 'statutory-visit', { visitedOn: day('2011-01-14'), seen: 'alone' })

  test('a visit reaches no further back than its own day', () => {
    expect(reachesBack(rowsOf([care]), rowsOf([care, visit]))).toBe('2011-01-14')
  })

  test('nothing written, nothing changed', () => {
    expect(reachesBack(rowsOf([care, visit]), rowsOf([care, visit]))).toBeNull()
  })

  test('a birth put right reaches back for ever', () => {
    const told = (born: string) =>
      given(subject.id, 'person-details', {
        asOf: day('2011-01-10'),
        unborn: false,
        born: day(born),
        sex: 'F',
        ethnicity: 'WBRI',
      })
    const was = [told('2004-02-29'), care]
    expect(reachesBack(rowsOf(was), rowsOf([...was, told('2004-03-01')]))).toBe(EVER)
  })
})
