import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import { marks } from '../records/record-type.ts'
import { findRecordType, recordTypes } from '../records/registry.ts'
import { spellKinds } from '../records/spell.ts'
import { findSeries, findTimescale, series, timescales } from './table.ts'
import type { Timescale } from './timescale.ts'

const forSure = (t: Timescale) => !t.dueAge && !t.after
const rowsOf = (code: string) => timescales.filter(t => t.series === code)

/** The day of every change in a series, the day before it, and days far before and after. */
const days = (code: string): readonly Day[] => [
  day('1995-01-01'),
  day('2040-01-01'),
  ...rowsOf(code).flatMap(t => [t.from, t.to].flatMap(d => (d ? [addDays(d, -1), d] : []))),
]

const speaks = (t: Timescale, nth: number, on: Day) =>
  (t.from === null || on >= t.from) &&
  (t.to === null || on < t.to) &&
  (!t.nth || (nth >= t.nth.from && nth <= (t.nth.to ?? Number.POSITIVE_INFINITY)))

const examplesOf = (type: (typeof recordTypes)[number]) =>
  Object.fromEntries(Object.entries(type.fields).map(([name, f]) => [name, f.kind.example]))

/** A type's examples, with each answer of each choice in turn. */
function* variants(type: (typeof recordTypes)[number]) {
  const answers = examplesOf(type)
  yield answers
  for (const [name, f] of Object.entries(type.fields))
    for (const code of Object.keys(f.kind.choices ?? {}))
      yield { ...answers, [name]: f.kind.name === 'yes-no' ? code === 'yes' : code }
}

/** What records of every kind can show and change, once signed too. */
const everything = recordTypes.flatMap(type =>
  [...variants(type)].flatMap(answers => [
    { marks: type.marks(answers), spells: type.spells(answers) },
    type.onSigned(answers),
  ]),
)

describe('the table of timescales', () => {
  test('every row and series has a code of its own', () => {
    expect(new Set(timescales.map(t => t.code)).size).toBe(timescales.length)
    expect(new Set(series.map(s => s.code)).size).toBe(series.length)
    for (const t of timescales) {
      expect(findTimescale(t.code)).toBe(t)
      expect(findSeries(t.series), t.code).toBeDefined()
      expect(t.code === t.series || t.code.startsWith(`${t.series}.`), t.code).toBe(true)
    }
  })

  test('every row allows some time, has a title, and says where it comes from', () => {
    for (const t of timescales) {
      expect(t.within.n).toBeGreaterThan(0)
      expect(t.title.trim()).not.toBe('')
      expect(t.source.trim().length, t.code).toBeGreaterThan(10)
      if (t.from && t.to) expect(t.from < t.to).toBe(true)
    }
  })

  const cases = series.flatMap(s =>
    days(s.code).flatMap(on => [1, 2, 3, 4, 9].map(nth => ({ code: s.code, on, nth }))),
  )
  test.each(cases)('$code, clock $nth begun on $on: one row for sure, and no other', ({ code, on, nth }) => {
    const found = rowsOf(code).filter(t => speaks(t, nth, on))
    expect(found.filter(forSure)).toHaveLength(1)
    // A row with a condition is asked before the one without, or it would never be reached.
    expect(found.at(-1)).toSatisfy(forSure)
    const ages = found.flatMap(t => (t.dueAge ? [`${t.dueAge.from ?? 0}–${t.dueAge.under ?? ''}`] : []))
    expect(new Set(ages).size).toBe(ages.length)
  })

  test.each(series)('$code: something starts it, and something stops it', s => {
    if (s.during === null || s.stops === null) {
      expect(s.records?.length).toBeGreaterThan(0)
      for (const code of s.records ?? []) expect(findRecordType(code), code).toBeDefined()
      return
    }
    expect(Object.keys(spellKinds)).toContain(s.during)
    if (s.restarts) expect(Object.keys(spellKinds)).toContain(s.restarts)
    expect(Object.keys(marks)).toContain(s.stops)
    expect(rowsOf(s.code).length).toBeGreaterThan(0)
    const shows = (mark: string) => everything.some(x => x.marks.some(m => m === mark))
    expect(shows(s.stops)).toBe(true)
    if (s.starts) expect(shows(s.starts)).toBe(true)
    const opens = (kind: string, key?: string) =>
      everything.some(x =>
        x.spells.some(c => 'opens' in c && c.opens === kind && (key === undefined || c.key === key)),
      )
    expect(opens(s.during, s.key)).toBe(true)
    if (s.restarts) expect(opens(s.restarts)).toBe(true)
    if (s.holds) expect(opens(s.holds.kind, s.holds.key)).toBe(true)
  })

  test('a fact on which a row depends is one that the spell holds', () => {
    for (const t of timescales) {
      if (!t.after?.fact) continue
      const { fact } = t.after
      const s = findSeries(t.series)
      const kind = s?.restarts ?? s?.during
      const facts = everything.flatMap(x =>
        x.spells.flatMap(c => ('opens' in c && c.opens === kind ? Object.keys(c.facts ?? {}) : [])),
      )
      expect(facts).toContain(fact)
    }
  })
})
