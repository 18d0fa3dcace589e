import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { accepted, fileOf, one, referred, type Said } from './test-front-door.ts'
import { clockState, metInTime } from './timescale.ts'

const allocated = (on: string, recorded?: string): Said => [
  'allocation',
  { from: day(on), as: 'worker', worker: '01890a5d-ac96-774b-bcce-b302099a8057', team: 'Oak' },
  recorded,
]

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
