import { describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../test/support/given.ts'
import {
  allocated,
  allocationEnded,
  born,
  cameBack,
  care,
  ceased,
  fileOf,
  placed,
  visited,
  went,
} from '../indicators/test-file.ts'
import { day, type Instant } from '../kernel/day.ts'
import { instantAt } from '../kernel/london.ts'
import type { Entry, NewEntry } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'
import { clocksOf } from '../timescales/evaluate.ts'
import { chronology, lineOf } from './chronology.ts'
import { endsNothing } from './ends.ts'
import { type CaseFile, foldFile, knownOn, trueOn } from './file.ts'
import { gaps, nowOf, spellWords } from './now.ts'
import { ageWords, calledBy } from './person.ts'

const { id } = givenChild()
/** What the entries opened and closed: without what is folded from it. */
const lasted = (file: CaseFile) => file.spells.filter(s => s.kind !== 'without-worker')
const place = (entries: readonly NewEntry[]): readonly Entry[] =>
  entries.map((e, i) => ({ ...e, seq: i + 1 }))
const at = (text: string) => text as Instant
const note = (about: string, on = '2026-01-05', significant = 'yes') =>
  given(id, 'case-note', { on: day(on), what: 'call', about, note: 'Spoke.', significant })
const about = (
  e: NewEntry,
  type: string,
  answers: Record<string, unknown>,
  recorded = '2026-02-01T09:00:00.000Z',
) => given(id, type, answers, { amends: e.id, recorded: at(recorded) })
const amended = (e: NewEntry, becomes: Record<string, unknown>) =>
  about(e, 'amendment', { why: 'Wrong', becomes })
const fold = (...entries: readonly NewEntry[]) => foldFile(id, place(entries))

describe('entries as they stand', () => {
  test('an amendment puts its answers in place of the first, and both are kept', () => {
    const first = note('Rang')
    const file = fold(first, amended(first, { ...first.answers, about: 'Rang twice', on: day('2026-01-07') }))
    expect(file.happenings).toHaveLength(1)
    expect(file.happenings[0]).toMatchObject({ id: first.id, happened: '2026-01-07', withdrawn: false })
    expect(file.happenings[0]?.answers.about).toBe('Rang twice')
    expect(file.happenings[0]?.amendments).toHaveLength(1)
  })

  test('the last of several amendments stands', () => {
    const first = note('One')
    const file = fold(
      first,
      amended(first, { ...first.answers, about: 'Two' }),
      amended(first, { ...first.answers, about: 'Three' }),
    )
    expect(chronology(file).map(l => l.what)).toEqual(['Three'])
  })

  test('an amended day moves what it opened and what it met', () => {
    const start = given(id, 'became-looked-after', { from: day('2025-01-06'), need: 'N1' })
    const file = fold(start, amended(start, { from: day('2025-01-13'), need: 'N1' }))
    expect(lasted(file)).toMatchObject([{ kind: 'looked-after', from: '2025-01-13', to: null }])
    expect(clocksOf(file).find(c => c.series === 'looked-after-review')?.starts).toBe('2025-01-13')
  })

  test('what is withdrawn counts nowhere and is not gone', () => {
    const start = given(id, 'became-looked-after', { from: day('2025-01-06'), need: 'N1' })
    const file = fold(start, about(start, 'withdrawal', { why: 'Wrong child' }))
    expect(file.happenings[0]?.withdrawn).toBe(true)
    expect([file.spells, clocksOf(file), chronology(file)]).toEqual([[], [], []])
  })

  test('a withdrawn end leaves what it ended running', () => {
    const start = given(id, 'became-looked-after', { from: day('2025-01-06'), need: 'N1' })
    const end = given(id, 'ceased-looked-after', { on: day('2025-03-03'), reason: 'E4A' })
    expect(fold(start, end).spells[0]?.to).toBe('2025-03-03')
    expect(fold(start, end, about(end, 'withdrawal', { why: 'Still here' })).spells[0]?.to).toBeNull()
  })

  test('a signature holds for the words that were signed: an amendment after it must be signed again', () => {
    const first = note('One')
    const sign = () => about(first, 'signature', {})
    const change = amended(first, { ...first.answers, about: 'Two' })
    const signed = (...entries: readonly NewEntry[]) =>
      fold(first, ...entries).happenings[0]?.signedBy ?? null
    expect(signed()).toBeNull()
    const one = sign()
    expect(signed(one)?.id).toBe(one.id)
    expect(signed(one, change)).toBeNull()
    const two = sign()
    expect(signed(one, change, two)?.id).toBe(two.id)
  })

  test('what is written late stands where it happened; on one day in the order written', () => {
    const file = fold(note('Second', '2026-01-06'), note('First', '2026-01-05'), note('Third', '2026-01-06'))
    expect(file.happenings.map(h => h.answers.about)).toEqual(['First', 'Second', 'Third'])
  })
})

describe('as known, and as true', () => {
  const early = note('Early')
  const late = given(
    id,
    'case-note',
    { ...note('Late').answers, about: 'Late', on: day('2026-01-02') },
    {
      recorded: at('2026-03-01T10:00:00.000Z'),
    },
  )
  const all = place([early, late, amended(early, { ...early.answers, about: 'Early, put right' })])
  const known = (moment: string) =>
    foldFile(id, knownOn(all, at(moment))).happenings.map(h => h.answers.about)

  test('known on a moment is what had been recorded by then', () => {
    expect(known(instantAt(day('2026-01-05'), '11:59'))).toEqual([])
    expect(known(instantAt(day('2026-01-05'), '12:00'))).toEqual(['Early'])
    expect(known('2026-02-01T09:00:00.000Z')).toEqual(['Early, put right'])
    expect(known('2026-03-01T10:00:00.000Z')).toEqual(['Late', 'Early, put right'])
  })

  test('true on a day is what had happened by then: an end still to come is no end', () => {
    const { file } = fileOf(
      born('2012-05-01'),
      care('2025-01-06'),
      placed('2025-01-06'),
      ceased('2025-03-03'),
    )
    const then = trueOn(file, day('2025-03-02'))
    expect(lasted(then).map(s => [s.kind, s.to])).toEqual([
      ['looked-after', null],
      ['placement', null],
    ])
    expect(lasted(trueOn(file, day('2025-03-03'))).map(s => s.to)).toEqual(['2025-03-03', '2025-03-03'])
    expect(trueOn(file, day('2025-01-05')).spells).toEqual([])
  })
})

describe('spells', () => {
  test('one follows another; what stands within ends with what it stands in', () => {
    const { file } = fileOf(
      care('2025-01-06'),
      placed('2025-01-06'),
      placed('2025-02-03', 'K2'),
      ceased('2025-03-03'),
    )
    expect(lasted(file).map(s => [s.kind, s.from, s.to, s.facts.type ?? s.facts.ceased])).toEqual([
      ['looked-after', '2025-01-06', '2025-03-03', 'E4A'],
      ['placement', '2025-01-06', '2025-02-03', 'U6'],
      ['placement', '2025-02-03', '2025-03-03', 'K2'],
    ])
  })

  test('a worker and a reviewing officer are allocated side by side', () => {
    const { file } = fileOf(
      allocated('2025-01-06', 'North'),
      allocated('2025-01-08', 'Reviewing', 'reviewing'),
      allocationEnded('2025-02-03'),
    )
    expect(file.spells.map(s => [s.key, s.to])).toEqual([
      ['worker', '2025-02-03'],
      ['reviewing', null],
    ])
  })

  test('what runs is told in words', () => {
    const { file } = fileOf(care('2025-01-06'), placed('2025-01-06'), went('2025-02-03'))
    const now = nowOf(file, day('2025-02-04'))
    expect([now.placement, now.missing].map(s => s && spellWords(s))).toEqual(['Foster care', 'Missing'])
    expect(
      nowOf(fileOf(went('2025-02-03'), cameBack('2025-02-05')).file, day('2025-02-05')).missing,
    ).toBeNull()
  })
})

describe('an end of something', () => {
  const faults = (said: readonly ReturnType<typeof born>[], code: string, answers: Record<string, unknown>) =>
    endsNothing(fileOf(...said).file, knownRecordType(code), answers)
  const cease = (on: string) => ({ on: day(on), reason: 'E4A' })

  test('that runs is no fault', () =>
    expect(faults([care('2025-01-06')], 'ceased-looked-after', cease('2025-01-06'))).toEqual({}))

  test('that never began', () =>
    expect(faults([], 'ceased-looked-after', cease('2025-01-06')).on).toMatch(
      /does not say that this had begun/,
    ))

  test('before it began', () =>
    expect(faults([care('2025-01-06')], 'ceased-looked-after', cease('2025-01-05')).on).toMatch(
      /began on 6 January 2025, so it can’t have ended on 5 January 2025/,
    ))

  test('that has ended', () =>
    expect(
      faults([care('2025-01-06'), ceased('2025-02-03')], 'ceased-looked-after', cease('2025-03-03')).on,
    ).toMatch(/ended on 3 February 2025 already/))

  test('of the other allocation', () => {
    const end = { on: day('2025-02-03'), as: 'reviewing', why: 'Left' }
    expect(Object.keys(faults([allocated('2025-01-06')], 'allocation-ended', end))).toEqual(['on'])
    expect(faults([allocated('2025-01-06')], 'allocation-ended', { ...end, as: 'worker' })).toEqual({})
  })

  test('is not what a visit is', () =>
    expect(faults([], 'statutory-visit', { visitedOn: day('2025-02-03'), seen: 'alone' })).toEqual({}))
})

describe('the child', () => {
  test('is called by the latest name; earlier ones are kept and found', () => {
    const { file } = fileOf(born('2012-05-01', { givenName: 'Wren', familyName: 'Pebble' }), [
      'person-details',
      {
        asOf: day('2020-01-01'),
        unborn: false,
        givenName: 'Wren',
        familyName: 'Stone',
        born: day('2012-05-01'),
        sex: 'F',
        ethnicity: 'WBRI',
      },
    ])
    expect(file.person).toMatchObject({ familyName: 'Stone', otherNames: 'Wren Pebble' })
  })

  test.each([
    [{ givenName: 'Wren', familyName: 'Pebble', unborn: false }, 'Wren Pebble'],
    [{ givenName: null, familyName: null, unborn: false }, 'Child ABC'],
    [{ givenName: null, familyName: 'Pebble', unborn: true }, 'Unborn Pebble'],
    [{ givenName: null, familyName: null, unborn: true }, 'Unborn child ABC'],
  ])('%o is called %s', (p, words) => expect(calledBy(p, 'ABC')).toBe(words))

  test.each([
    ['2024-03-10', '2026-03-10', '2 years'],
    ['2024-03-11', '2026-03-10', '23 months'],
    ['2026-01-31', '2026-02-28', '0 months'],
    ['2026-01-31', '2026-03-01', '1 month'],
    ['2026-05-01', '2026-03-10', 'not yet born'],
  ])('born %s, on %s: %s', (b, on, words) =>
    expect(ageWords({ born: day(b), unborn: false }, day(on))).toBe(words),
  )

  test('age is not known without a birth', () =>
    expect(ageWords({ born: null, unborn: false }, day('2026-01-01'))).toBe('age not known'))
})

describe('what the file tells of itself', () => {
  test('the chronology says each significant thing once, with the age then', () => {
    const { file } = fileOf(
      born('2012-05-01'),
      care('2025-01-06'),
      visited('2025-01-10'),
      visited('2025-01-12', 'no'),
    )
    expect(chronology(file).map(lineOf)).toEqual([
      '6 January 2025 (12 years): Became looked after',
      '12 January 2025 (12 years): Child not seen at statutory visit',
    ])
  })

  test('what is missing is named with the record that would put it right', () => {
    const on = day('2025-01-13')
    const missing = (...said: readonly ReturnType<typeof born>[]) =>
      gaps(fileOf(...said).file, on).map(g => g.say)
    expect(missing(born('2012-05-01'))).toEqual([])
    expect(missing()).toEqual(['No date of birth'])
    expect(missing(born('2012-05-01'), care('2025-01-06'))).toEqual([
      'No named worker',
      'No reviewing officer',
      'No placement recorded',
      'No legal status recorded',
      'The child’s own views have not been recorded for three months',
      'Nothing on culture, religion and language, or what they mean to the child',
    ])
    expect(
      missing(born('2012-05-01'), care('2025-01-06'), visited('2025-01-10'), placed('2025-01-06')),
    ).not.toContain('No placement recorded')
  })
})
