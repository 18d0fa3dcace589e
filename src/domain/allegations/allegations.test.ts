import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { NewEntry } from '../records/entry.ts'
import { allegationLeast, retentionOfAllegation } from '../rights/retention.ts'
import { clockState } from '../timescales/timescale.ts'
import type { Allegation } from './allegation.ts'
import { figuresOf } from './figures.ts'
import { foldAllegation } from './fold.ts'
import { nextSteps } from './next.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a9001'

const told = (more: Record<string, unknown> = {}): NewEntry =>
  given(ID, 'allegation-received', {
    received: day('2026-03-03'),
    learned: day('2026-03-02'),
    from: 'employer',
    teller: 'The head teacher',
    adult: 'Quentin Ashgrove',
    sector: 'education',
    employer: 'Fernbank School',
    post: 'Caretaker',
    what: 'He pushed a pupil.',
    children: 'ab12cd, EF34GH AB12CD',
    ...more,
  })
const decided = (on: string, meets: boolean) =>
  given(ID, 'allegation-considered', {
    on: day(on),
    meets,
    reason: 'So',
    ...(meets ? { limbs: ['harmed'] } : {}),
  })
const met = (on: string) =>
  given(ID, 'allegation-meeting', { on: day(on), kind: 'management', present: 'All', said: 'Much' })
const ended = (on: string, outcome = 'unfounded') =>
  given(ID, 'allegation-outcome', { on: day(on), outcome, reason: 'So', employer: 'Nothing', told: 'All' })
const again = (on: string) => given(ID, 'allegation-reopened', { on: day(on), why: 'New words' })

function fold(...entries: readonly NewEntry[]): Allegation {
  const made = foldAllegation(
    ID,
    'A-1',
    entries.map((e, i) => ({ ...e, seq: i + 1 })),
  )
  if (!made) throw new Error('Nothing was told')
  return made
}
const clocks = (a: Allegation, series: string) => a.clocks.filter(c => c.series === series)

describe('an allegation', () => {
  test('is told by its first entry, and by its corrections', () => {
    expect(foldAllegation(ID, 'A-1', [])).toBeUndefined()
    const first = told()
    const a = fold(first)
    expect(a).toMatchObject({ adult: 'Quentin Ashgrove', state: 'deciding', born: null, closed: null })
    expect(a.children).toEqual(['AB12CD', 'EF34GH'])
    const corrected = given(
      ID,
      'amendment',
      { why: 'Misheard', becomes: { ...first.answers, adult: 'Quentin Ashgate', born: day('1980-01-02') } },
      { amends: first.id },
    )
    expect(fold(first, corrected)).toMatchObject({ adult: 'Quentin Ashgate', born: '1980-01-02', seq: 2 })
  })

  test.each<[string, NewEntry[], string, Day | null]>([
    ['is decided', [told()], 'deciding', null],
    ['meets the threshold', [told(), decided('2026-03-04', true)], 'managed', null],
    ['does not', [told(), decided('2026-03-04', false)], 'no-further', day('2026-03-04')],
    [
      'has an outcome',
      [told(), decided('2026-03-04', true), ended('2026-04-01')],
      'resolved',
      day('2026-04-01'),
    ],
    [
      'is taken up again after an outcome',
      [told(), decided('2026-03-04', true), ended('2026-04-01'), again('2026-05-01')],
      'managed',
      null,
    ],
    [
      'is taken up again on the same day, and is over again',
      [told(), decided('2026-03-04', false), again('2026-03-04'), ended('2026-03-09')],
      'resolved',
      day('2026-03-09'),
    ],
  ])('%s', (_, entries, state, closed) => {
    expect(fold(...entries)).toMatchObject({ state, closed })
  })

  test('a decision that was taken out counts nowhere, and stays in the file', () => {
    const wrong = decided('2026-03-04', false)
    const a = fold(told(), wrong, given(ID, 'withdrawal', { why: 'Another file' }, { amends: wrong.id }))
    expect(a).toMatchObject({ state: 'deciding', considered: null })
    expect(a.entries.map(e => e.withdrawn)).toEqual([false, true])
  })
})

describe('its timescales', () => {
  test('the officer is told within one working day, over a weekend too', () => {
    const [inTime] = clocks(
      fold(told({ learned: day('2026-02-27'), received: day('2026-03-02') })),
      'allegation-told',
    )
    expect(inTime).toMatchObject({ starts: '2026-02-27', due: '2026-03-02', met: '2026-03-02' })
    const [late] = clocks(fold(told({ learned: day('2026-02-27') })), 'allegation-told')
    expect(late && clockState(late, day('2026-03-03')).is).toBe('met-late')
    const [sameDay] = clocks(fold(told({ learned: day('2026-03-03') })), 'allegation-told')
    expect(sameDay && clockState(sameDay, day('2026-03-03')).is).toBe('met')
  })

  test('it is reviewed within four weeks of the decision, and then each month, until it is over', () => {
    const a = fold(told(), decided('2026-03-04', true), met('2026-03-20'), ended('2026-04-10'))
    expect(clocks(a, 'allegation-review').map(c => [c.row, c.due, c.met, c.ended])).toEqual([
      ['allegation-review.first', '2026-04-01', '2026-03-20', null],
      ['allegation-review.later', '2026-04-20', null, '2026-04-10'],
    ])
    expect(clocks(fold(told()), 'allegation-review')).toEqual([])
  })

  test('a second decision that it meets the threshold begins nothing again', () => {
    const a = fold(told(), decided('2026-03-04', true), decided('2026-03-12', true))
    expect(clocks(a, 'allegation-review').map(c => c.due)).toEqual(['2026-04-01'])
  })

  test('it is resolved within twelve months of the telling; below the threshold there is nothing to resolve', () => {
    const [met] = clocks(
      fold(told(), decided('2026-03-04', true), ended('2026-04-10')),
      'allegation-resolved',
    )
    expect(met).toMatchObject({ due: '2027-03-03', met: '2026-04-10' })
    const [none] = clocks(fold(told(), decided('2026-03-04', false)), 'allegation-resolved')
    expect(none).toMatchObject({ met: null, ended: '2026-03-04' })
  })
})

describe('what comes next', () => {
  const steps = (...entries: readonly NewEntry[]) =>
    nextSteps(fold(...entries), day('2026-04-20')).map(s => [s.record, s.due])

  test('is the decision first, then the review and the outcome', () => {
    expect(steps(told())).toEqual([['allegation-considered', null]])
    expect(steps(told(), decided('2026-03-04', true))).toEqual([
      ['allegation-meeting', '2026-04-01'],
      ['allegation-outcome', '2027-03-03'],
    ])
    expect(steps(told(), decided('2026-03-04', false))).toEqual([])
  })

  test('is each action until it is done, the soonest first', () => {
    const action = given(ID, 'allegation-action', {
      what: 'Hear the pupil',
      who: 'The school',
      due: day('2026-03-10'),
    })
    const open = fold(told(), decided('2026-03-04', true), action)
    expect(nextSteps(open, day('2026-04-20'))[0]).toMatchObject({ action: action.id, due: '2026-03-10' })
    const done = given(ID, 'allegation-action-done', { on: day('2026-03-09') }, { amends: action.id })
    expect(steps(told(), decided('2026-03-04', true), action, done).map(s => s[0])).toEqual([
      'allegation-meeting',
      'allegation-outcome',
    ])
  })

  test('is the referral where it was substantiated, until it is written whether there was one', () => {
    const file = [told(), decided('2026-03-04', true), ended('2026-04-01', 'substantiated')]
    expect(steps(...file)).toEqual([['allegation-referral', null]])
    const referral = given(ID, 'allegation-referral', { on: day('2026-04-02'), made: false, reason: 'So' })
    expect(steps(...file, referral)).toEqual([])
  })
})

describe('figures', () => {
  test('count those told and those resolved in the period, each in its own', () => {
    const inMonth = fold(told(), decided('2026-03-04', true), ended('2026-04-03'))
    const later = fold(told({ learned: day('2026-02-02') }), decided('2026-03-04', true), ended('2026-04-04'))
    const below = fold(told({ sector: 'faith' }), decided('2026-03-04', false))
    const before = fold(told({ received: day('2026-02-28'), learned: day('2026-02-28') }))
    const f = figuresOf([inMonth, later, below, before], day('2026-03-01'), day('2026-04-30'))
    expect(f.told).toEqual([inMonth, later, below])
    expect(f.late).toEqual([later])
    expect(f.threshold.map(s => [s.words, s.files.length])).toEqual([
      ['Met the threshold', 2],
      ['Did not meet it', 1],
    ])
    expect(f.sectors.map(s => s.files.length)).toEqual([2, 1])
    expect(f.inTime.map(t => t.files.length)).toEqual([1, 2, 2])
    expect(figuresOf([inMonth], day('2026-05-01'), day('2026-05-31')).resolved).toEqual([])
  })
})

describe('how long it is kept', () => {
  const on = day('2030-01-01')
  const closed = day('2026-06-01')

  test.each<[string, string, string, string]>([
    ['to pension age', '2026-03-03', '1980-06-01', '2048-06-01'],
    ['ten years, where that is longer', '2026-03-03', '1960-06-01', '2036-03-03'],
    ['told on 29 February: to the last of February', '2024-02-29', '1950-06-01', '2034-02-28'],
    ['born on 29 February: to that day, in a year that has it', '2001-03-03', '1968-02-29', '2036-02-29'],
    ['the same day by both', '2026-06-01', '1968-06-01', '2036-06-01'],
  ])('%s', (_, received, born, until) => {
    const file = { received: day(received), born: day(born), closed }
    expect(retentionOfAllegation(file, on)).toMatchObject({ is: 'kept', until })
    expect(retentionOfAllegation(file, day(until)).is).toBe('kept')
    expect(retentionOfAllegation(file, addDays(day(until), 1))).toMatchObject({
      is: 'due',
      until,
      row: { code: 'allegation', standing: 'confirmed' },
    })
  })

  test('what is open is never due, and is again when it is over', () => {
    const due = (...more: readonly NewEntry[]) =>
      retentionOfAllegation(
        fold(told({ born: day('1950-01-01') }), decided('2026-03-04', false), ...more),
        day('2040-01-01'),
      ).is
    expect(due()).toBe('due')
    expect(due(again('2039-01-01'))).toBe('open')
    expect(due(again('2039-01-01'), ended('2039-02-01'))).toBe('due')
  })

  test('nobody can say without a date of birth, and nobody is asked for it in the ten years', () => {
    expect(retentionOfAllegation({ received: day('1990-01-01'), born: null, closed }, on).is).toBe('unknown')
    expect(allegationLeast(day('2016-02-29'))).toBe('2026-02-28')
  })
})
