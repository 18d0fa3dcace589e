import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { fileOf, type Said } from './test-front-door.ts'
import { metInTime } from './timescale.ts'

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
