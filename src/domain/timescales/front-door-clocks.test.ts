import { describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day, type Instant } from '../kernel/day.ts'
import { parseInstant } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import { clocksOf } from './evaluate.ts'
import { clockState, metInTime } from './timescale.ts'

const at = (text: string): Instant => {
  const found = parseInstant(text)
  if (!found) throw new Error(text)
  return found
}

type Said = readonly [
  type: string,
  answers: Record<string, unknown>,
  recorded?: string | undefined,
  amends?: number,
]

/** A file whose entries were recorded at given moments; an entry about another names it by its place. */
function fileOf(...said: readonly Said[]) {
  const { id } = givenChild()
  const entries: Entry[] = []
  for (const [type, answers, recorded, amends] of said) {
    const made = given(id, type, answers)
    const about = amends === undefined ? null : (entries[amends - 1]?.id ?? null)
    const happened = about && recorded ? { happened: day(recorded.slice(0, 10)) } : {}
    entries.push({
      ...made,
      seq: entries.length + 1,
      ...(recorded ? { recorded: at(recorded) } : {}),
      ...happened,
      amends: about,
    })
  }
  const file = foldFile(id, entries)
  return { file, clocks: clocksOf(file), entries }
}

const referred = (on: string, recorded?: string): Said => [
  'referral-received',
  { receivedOn: day(on), source: '6', concern: 'Left alone.' },
  recorded,
]
const accepted = (on: string, recorded?: string, assessment = 'single'): Said => [
  'referral-decided',
  { decidedOn: day(on), decision: 'assess', need: 'N1', assessment, reasons: 'Alone.', next: 'Visit.' },
  recorded,
]
const allocated = (on: string, recorded?: string): Said => [
  'allocation',
  { from: day(on), as: 'worker', worker: '01890a5d-ac96-774b-bcce-b302099a8057', team: 'Oak' },
  recorded,
]
const assessed = (on: string, outcome = 'child-in-need', kind = 'single'): Said => [
  'assessment',
  { on: day(on), kind, seen: 'alone', seenOn: day(on), outcome },
  `${on}T10:00:00Z`,
]
const signed = (on: string, which: number): Said => ['signature', {}, `${on}T15:00:00Z`, which]

const one = (f: ReturnType<typeof fileOf>, series: string) => {
  const found = f.clocks.filter(c => c.series === series)
  expect(found).toHaveLength(1)
  const [clock] = found
  if (!clock) throw new Error(series)
  return clock
}

describe('allocation within 24 clock hours of acceptance', () => {
  test('counts from the moment of the decision, nights and weekends too', () => {
    const f = fileOf(referred('2026-03-06'), accepted('2026-03-06', '2026-03-06T16:30:00Z'))
    const clock = one(f, 'allocation')
    expect(clock.moments).toEqual({
      starts: '2026-03-06T16:30:00.000Z',
      due: '2026-03-07T16:30:00.000Z',
      met: null,
    })
    expect(clock.due).toBe('2026-03-07')
    expect(clockState(clock, day('2026-03-07'))).toMatchObject({ is: 'running' })
    expect(clockState(clock, day('2026-03-08'))).toMatchObject({ is: 'overdue' })
  })

  test.each([
    ['a minute before', '2026-03-10T16:29:00Z', true],
    ['to the minute', '2026-03-10T16:30:00Z', true],
    ['a minute after, on the same day', '2026-03-10T16:31:00Z', false],
  ])('%s', (_, moment, inTime) => {
    const f = fileOf(
      referred('2026-03-09'),
      accepted('2026-03-09', '2026-03-09T16:30:00Z'),
      allocated('2026-03-10', moment),
    )
    const clock = one(f, 'allocation')
    expect(clock.met).toBe('2026-03-10')
    expect(metInTime(clock)).toBe(inTime)
    expect(clockState(clock, day('2026-03-10')).is).toBe(inTime ? 'met' : 'met-late')
  })

  test('24 hours are 24 hours when the clocks go back, and forward', () => {
    const back = fileOf(referred('2026-10-24'), accepted('2026-10-24', '2026-10-24T22:30:00Z'))
    expect(one(back, 'allocation').moments?.due).toBe('2026-10-25T22:30:00.000Z')
    const forward = fileOf(referred('2026-03-28'), accepted('2026-03-28', '2026-03-28T23:30:00Z'))
    // 23:30 on the wall, an hour later by the wall on the next day: past midnight in London.
    expect(one(forward, 'allocation').due).toBe('2026-03-30')
  })

  test('where only the day is known, days decide', () => {
    const f = fileOf(
      referred('2026-03-02'),
      accepted('2026-03-02', '2026-03-05T09:00:00Z'),
      allocated('2026-03-03', '2026-03-05T09:30:00Z'),
    )
    const clock = one(f, 'allocation')
    expect([clock.moments, clock.due, metInTime(clock)]).toEqual([null, '2026-03-03', true])
  })

  test('a child whose worker goes on needs no new allocation; a refused referral needs none at all', () => {
    const f = fileOf(
      allocated('2026-01-05'),
      referred('2026-03-02'),
      accepted('2026-03-02', '2026-03-02T09:00:00Z'),
    )
    expect(one(f, 'allocation').met).toBe('2026-03-02')
    const refused = fileOf(referred('2026-03-02'), [
      'referral-decided',
      { decidedOn: day('2026-03-02'), decision: 'nfa', reasons: 'No need.' },
    ])
    expect(refused.clocks.filter(c => c.series === 'allocation')).toEqual([])
    expect(refused.file.spells.filter(s => s.kind === 'in-need')).toEqual([])
  })
})

describe('what an accepted referral opens', () => {
  test('the case and the assessment, from the day the referral came', () => {
    const f = fileOf(referred('2026-03-02'), accepted('2026-03-04'))
    const open = f.file.spells.filter(s => s.to === null).map(s => [s.kind, s.key, s.from])
    expect(open).toEqual([
      ['assessment', 'single', '2026-03-02'],
      ['in-need', '', '2026-03-02'],
      ['without-worker', '', '2026-03-02'],
    ])
    // 45 working days from the referral, over Easter and two bank holidays of May.
    expect(one(f, 'single-assessment').due).toBe('2026-05-07')
  })

  test('a second accepted referral goes on with the open case', () => {
    const f = fileOf(
      referred('2026-03-02'),
      accepted('2026-03-03'),
      referred('2026-04-01'),
      accepted('2026-04-02'),
    )
    expect(f.file.spells.filter(s => s.kind === 'in-need').map(s => [s.from, s.to])).toEqual([
      ['2026-03-02', null],
    ])
  })

  test('a case opened again does not begin before the last was over', () => {
    const f = fileOf(
      referred('2026-03-02'),
      accepted('2026-03-03'),
      referred('2026-04-01'),
      ['case-closed', { on: day('2026-04-02'), reason: 'RC8', why: 'Well.' }],
      accepted('2026-04-03'),
    )
    expect(f.file.spells.filter(s => s.kind === 'in-need').map(s => [s.from, s.to])).toEqual([
      ['2026-03-02', '2026-04-02'],
      ['2026-04-02', null],
    ])
  })

  test('before April 2010 an initial assessment had seven working days, from then on ten', () => {
    expect(
      one(fileOf(referred('2010-03-01'), accepted('2010-03-01', undefined, 'initial')), 'initial-assessment')
        .due,
    ).toBe('2010-03-10')
    expect(
      one(fileOf(referred('2011-03-01'), accepted('2011-03-01', undefined, 'initial')), 'initial-assessment')
        .due,
    ).toBe('2011-03-15')
  })
})

describe('an assessment counts once it is signed off', () => {
  const begun = [referred('2026-03-02'), accepted('2026-03-02')] as const

  test('finished is not done; signed is, on the day of the signature', () => {
    const open = fileOf(...begun, assessed('2026-04-01'))
    expect(one(open, 'single-assessment').met).toBeNull()
    expect(open.file.spells.some(s => s.kind === 'assessment' && s.to === null)).toBe(true)
    const done = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3))
    expect(one(done, 'single-assessment').met).toBe('2026-04-09')
    expect(one(done, 'single-assessment').metBy).toBe(done.entries[3]?.id)
    expect(done.file.spells.find(s => s.kind === 'assessment')?.to).toBe('2026-04-09')
  })

  test('changed after the signature it must be signed again', () => {
    const becomes = {
      on: day('2026-04-01'),
      kind: 'single',
      seen: 'alone',
      seenOn: day('2026-04-01'),
      outcome: 'close',
    }
    const f = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3), [
      'amendment',
      { why: 'More is known', becomes },
      '2026-04-10T10:00:00Z',
      3,
    ])
    expect(one(f, 'single-assessment').met).toBeNull()
    const again = fileOf(
      ...begun,
      assessed('2026-04-01'),
      signed('2026-04-09', 3),
      ['amendment', { why: 'More is known', becomes }, '2026-04-10T10:00:00Z', 3],
      signed('2026-04-13', 3),
    )
    expect(one(again, 'single-assessment').met).toBe('2026-04-13')
  })

  test('sent back it waits for its author, until it is changed', () => {
    const back: Said = ['sent-back', { why: 'Thin', next: 'See the father' }, '2026-04-02T10:00:00Z', 3]
    const state = (f: ReturnType<typeof fileOf>) =>
      f.file.happenings.find(e => e.type === 'assessment')?.sentBack
    expect(state(fileOf(...begun, assessed('2026-04-01'), back))?.answers.why).toBe('Thin')
    const change: Said = [
      'amendment',
      { why: 'Changed', becomes: { on: day('2026-04-01'), kind: 'single', seen: 'no', outcome: 'close' } },
      '2026-04-03T10:00:00Z',
      3,
    ]
    expect(state(fileOf(...begun, assessed('2026-04-01'), back, change))).toBeNull()
    expect(state(fileOf(...begun, assessed('2026-04-01'), back, signed('2026-04-03', 3)))).toBeNull()
  })

  test('an initial assessment that asks for a core one begins its 35 days at the signature', () => {
    const f = fileOf(
      referred('2011-03-01'),
      accepted('2011-03-01', undefined, 'initial'),
      assessed('2011-03-10', 'core', 'initial'),
      signed('2011-03-14', 3),
    )
    const core = one(f, 'core-assessment')
    expect([core.starts, core.startedBy, core.due]).toEqual(['2011-03-14', f.entries[3]?.id, '2011-05-06'])
  })

  test('withdrawn, neither it nor its signature counts', () => {
    const f = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3), [
      'withdrawal',
      { why: 'Another child' },
      '2026-04-10T10:00:00Z',
      3,
    ])
    expect(one(f, 'single-assessment').met).toBeNull()
  })
})

describe('supervision of workers', () => {
  const staff = (on: string, more: Record<string, unknown> = {}): Said => [
    'staff-details',
    { from: day(on), name: 'Ada', role: 'social-worker', registered: true, working: true, ...more },
  ]
  const met = (on: string): Said => ['supervision', { on: day(on), sort: 'formal', reflection: 'Thought.' }]
  const dues = (...said: readonly Said[]) =>
    fileOf(...said)
      .clocks.filter(c => c.series === 'supervision')
      .map(c => [c.due, c.row])

  test('monthly; a move to another team does not begin it again', () => {
    expect(dues(staff('2026-01-05'), met('2026-02-02'), staff('2026-02-10', { team: 'Elm' }))).toEqual([
      ['2026-02-05', 'supervision'],
      ['2026-03-02', 'supervision'],
    ])
  })

  test('newly qualified: weekly for six weeks, then fortnightly to six months, then monthly', () => {
    const all = dues(
      staff('2026-01-05', { newlyQualifiedFrom: day('2026-01-05') }),
      met('2026-01-12'),
      met('2026-02-17'),
      met('2026-07-06'),
    )
    expect(all.map(([, row]) => row)).toEqual([
      'supervision.newly-qualified.first',
      'supervision.newly-qualified.first',
      'supervision.newly-qualified.middle',
      'supervision.newly-qualified.later',
    ])
    expect(all.map(([due]) => due)).toEqual(['2026-01-12', '2026-01-19', '2026-03-03', '2026-08-06'])
  })

  test('ends when the worker leaves, and is not asked of whoever is no social worker', () => {
    expect(
      fileOf(staff('2026-01-05'), staff('2026-01-20', { working: false })).clocks.map(c => c.ended),
    ).toEqual(['2026-01-20'])
    expect(dues(staff('2026-01-05', { registered: false }))).toEqual([])
  })
})

describe('contacts', () => {
  const contact = (...more: readonly Said[]) =>
    fileOf(
      [
        'contact-received',
        { receivedOn: day('2026-04-02'), sort: 'worry', danger: false, concern: 'Alone', source: '2A' },
      ],
      ...more,
    )

  test('are decided within a working day, over the Easter weekend', () => {
    expect(one(contact(), 'contact-decision').due).toBe('2026-04-07')
  })

  test('the referrer waits until told, whatever was decided', () => {
    const decided: Said = [
      'contact-decided',
      { decidedOn: day('2026-04-02'), level: '1', outcome: 'nfa', reasons: 'So' },
    ]
    const f = contact(decided)
    expect(one(f, 'contact-decision').met).toBe('2026-04-02')
    expect(one(f, 'referrer-told')).toMatchObject({ met: null, ended: null, due: '2026-04-07' })
    const told = contact(decided, [
      'contact-letter',
      { on: day('2026-04-08'), how: 'post', to: 'School', letter: 'Dear' },
    ])
    expect(one(told, 'referrer-told')).toMatchObject({ met: '2026-04-08' })
    const nobody = contact(decided, ['contact-letter', { on: day('2026-04-02'), how: 'none' }])
    expect(one(nobody, 'referrer-told')).toMatchObject({ met: null, ended: '2026-04-02' })
  })
})

describe('recording in time', () => {
  const visit = (on: string, recorded: string): Said => [
    'statutory-visit',
    { visitedOn: day(on), seen: 'alone', views: 'Happy.', next: 'Again.' },
    recorded,
  ]
  const states = (...said: readonly Said[]) =>
    fileOf(...said)
      .clocks.filter(c => c.series === 'recording-visit')
      .map(c => [c.due, c.met, metInTime(c)])

  test('a visit is written down within two working days, over a weekend', () => {
    expect(states(visit('2026-03-06', '2026-03-10T17:00:00Z'))).toEqual([['2026-03-10', '2026-03-10', true]])
    expect(states(visit('2026-03-06', '2026-03-11T09:00:00Z'))).toEqual([['2026-03-10', '2026-03-11', false]])
  })

  test('a visit withdrawn is no visit; a day corrected later counts from the right day', () => {
    const becomes = { visitedOn: day('2026-03-03'), seen: 'alone', views: 'Happy.', next: 'Again.' }
    expect(
      states(visit('2026-03-06', '2026-03-06T17:00:00Z'), [
        'amendment',
        { why: 'Wrong day', becomes },
        '2026-03-09T09:00:00Z',
        1,
      ]),
    ).toEqual([['2026-03-05', '2026-03-06', false]])
    expect(
      states(visit('2026-03-06', '2026-03-06T17:00:00Z'), [
        'withdrawal',
        { why: 'No' },
        '2026-03-09T09:00:00Z',
        1,
      ]),
    ).toEqual([])
  })
})
