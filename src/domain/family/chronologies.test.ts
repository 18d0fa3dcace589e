import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { details, givenChild, given as written } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { addDays, day, daysBetween } from '../kernel/day.ts'
import type { NewEntry } from '../records/entry.ts'
import { type Child, chronologies, kindsIn } from './chronologies.ts'
import { leftOut } from './left-out.ts'
import { quiet } from './quiet.ts'

const { id } = givenChild()
const event = (on: string, what: string, detail?: string) =>
  written(id, 'significant-event', {
    on: day(on),
    what,
    source: 'Health visitor',
    ...(detail ? { detail } : {}),
  })
const note = (on: string, about: string, significant = 'no') =>
  written(id, 'case-note', { on: day(on), what: 'call', about, note: 'Spoke.', significant })
const choose = (e: NewEntry, include: boolean, why: string, line?: string) =>
  written(id, 'chronology-choice', { include, why, ...(line ? { line } : {}) }, { amends: e.id })
const child = (code: string, born: string, ...entries: readonly NewEntry[]): Child => ({
  code,
  called: code,
  file: foldFile(
    id,
    [written(id, 'person-details', details(born)), ...entries].map((e, i) => ({ ...e, seq: i + 1 })),
  ),
})

describe('one child', () => {
  test('has each event with age, meaning and source, before the referral too', () => {
    const [line] = chronologies([
      child('WREN', '2014-05-06', event('2016-05-06', 'Broke an arm', 'Nobody could say how')),
    ])
    expect(line).toMatchObject({
      on: '2016-05-06',
      what: 'Broke an arm',
      meaning: 'Nobody could say how',
      ages: [{ called: 'Wren', age: '2 years' }],
    })
  })

  test('is filtered by day and by kind of record', () => {
    const wren = child(
      'WREN',
      '2014-05-06',
      event('2016-01-01', 'One'),
      event('2018-01-01', 'Two'),
      note('2019-01-01', 'Three', 'yes'),
    )
    const what = (filter: Parameters<typeof chronologies>[1]) => chronologies([wren], filter).map(l => l.what)
    expect(what({ from: day('2018-01-01') })).toEqual(['Two', 'Three'])
    expect(what({ to: day('2018-01-01') })).toEqual(['One', 'Two'])
    expect(what({ kind: 'case-note' })).toEqual(['Three'])
    expect(kindsIn(chronologies([wren])).map(k => k.title)).toEqual(['Case note', 'Significant event'])
  })

  test('holds what a person put in, with the reason as its meaning, and not what a person left out', () => {
    const call = note('2020-01-01', 'Rang the school')
    const fall = event('2021-01-01', 'Fell')
    const wren = child(
      'WREN',
      '2014-05-06',
      call,
      fall,
      choose(call, true, 'First sign of neglect', 'School was worried'),
      choose(fall, false, 'An accident'),
    )
    expect(chronologies([wren]).map(l => [l.what, l.meaning])).toEqual([
      ['School was worried', 'First sign of neglect'],
    ])
    expect(leftOut(wren.file).map(o => [o.what, o.choice?.answers.why])).toEqual([['Fell', 'An accident']])
  })

  test('what its kind leaves out can be found, after what people left out, without who is who', () => {
    const call = note('2020-01-01', 'Rang')
    const fall = event('2019-01-01', 'Fell')
    const wren = child('WREN', '2014-05-06', call, fall, choose(fall, false, 'An accident'))
    expect(leftOut(wren.file).map(o => [o.what, o.choice !== null])).toEqual([
      ['Fell', true],
      ['Rang', false],
    ])
  })
})

describe('brothers and sisters together', () => {
  const wren = child('WREN', '2014-05-06', event('2016-01-01', 'Police came'), event('2017-01-01', 'Moved'))
  const fern = child(
    'FERN',
    '2016-08-01',
    event('2016-01-01', 'Police came'),
    event('2016-06-01', 'Mother ill'),
  )

  test('stand in order of day, each saying whose it is and how old each was', () => {
    const lines = chronologies([wren, fern])
    expect(lines.map(l => [l.what, l.sources.map(s => s.called).join('+')])).toEqual([
      ['Police came', 'WREN+FERN'],
      ['Mother ill', 'FERN'],
      ['Moved', 'WREN'],
    ])
    expect(lines[0]?.ages.map(a => a.age)).toEqual(['19 months', 'not yet born'])
    expect(lines[2]?.ages.map(a => a.age)).toEqual(['2 years', '5 months'])
  })

  test('what it meant is told for each, where it did not mean the same to all', () => {
    const named = (code: string, givenName: string, detail: string) =>
      child(
        code,
        '2014-05-06',
        written(id, 'person-details', details('2014-05-06', { givenName })),
        event('2016-01-01', 'Moved', detail),
      )
    const told = (a: string, b: string) =>
      chronologies([named('WREN', 'Wren', a), named('FERN', 'Fern', b)]).map(l => l.meaning)
    expect(told('Lost a friend', 'Was glad')).toEqual(['Wren: Lost a friend Fern: Was glad'])
    expect(told('Lost a friend', 'Lost a friend')).toEqual(['Lost a friend'])
  })

  test('the same words twice on one file are two events', () => {
    const twice = child(
      'WREN',
      '2014-05-06',
      event('2016-01-01', 'Police came'),
      event('2016-01-01', 'Police came'),
    )
    expect(chronologies([twice])).toHaveLength(2)
    expect(chronologies([twice, fern]).filter(l => l.what === 'Police came')).toHaveLength(3)
  })
})

describe('silence', () => {
  test('longer than a year is told, up to today; a year to the day is not', () => {
    const days = [day('2018-01-01'), day('2019-01-01'), day('2021-03-01')]
    expect(quiet(days, day('2022-03-02'))).toEqual([
      { from: '2019-01-01', to: '2021-03-01' },
      { from: '2021-03-01', to: '2022-03-02' },
    ])
    expect(quiet(days, day('2022-03-01'), 24)).toEqual([{ from: '2019-01-01', to: '2021-03-01' }])
    expect(quiet([], day('2022-03-01'))).toEqual([])
  })

  test('never overlaps, and every stretch is longer than asked', () => {
    const start = day('2000-01-01')
    fc.assert(
      fc.property(fc.array(fc.nat(9000)), fc.integer({ min: 1, max: 36 }), (steps, months) => {
        const days = steps.toSorted((a, b) => a - b).map(n => addDays(start, n))
        const found = quiet(days, addDays(start, 9500), months)
        found.forEach((q, i) => {
          expect(daysBetween(q.from, q.to)).toBeGreaterThan(months * 28)
          expect(days.some(d => d > q.from && d < q.to)).toBe(false)
          if (i > 0) expect((found[i - 1]?.to ?? '') <= q.from).toBe(true)
        })
      }),
    )
  })
})
