import { describe, expect, test } from 'vitest'
import { childOf, entry, inCare, left, linesOf, type Written } from './sample.ts'

const table = (name: Parameters<typeof linesOf>[1], written: readonly Written[], details = {}, year = 2025) =>
  linesOf(childOf(written, details), name, year).map(l => l.replace(/^\d\d\/\d\d\/\d{4},/, ''))
const born = (d: string) => ({ asOf: d, born: d })

describe('health and outcomes', () => {
  const oc2 = (written: readonly Written[], details = {}) =>
    table('OC2', [...inCare('2025-04-01'), ...written], details)

  test('of who was in care all year; what is not recorded was not done, and a score is asked for', () => {
    expect(oc2([])).toEqual([',,0,,0,0,0,0,,'])
    expect(table('OC2', inCare('2025-04-02'))).toEqual([])
    expect(oc2([left('2026-03-30')])).toEqual([])
    expect(oc2([left('2026-03-31')])).toHaveLength(1)
    expect(table('OC2', inCare('2025-04-01', { status: 'V3' }))).toEqual([])
  })

  test('what was done in the year', () => {
    const done: Written[] = [
      ['health-assessment', { on: '2025-07-01', outcome: 'held' }],
      ['dental-check', { on: '2026-03-31' }],
      ['immunisation', { on: '2025-07-01', upToDate: false, missing: 'One' }],
      ['immunisation', { on: '2025-09-01', upToDate: true }],
      ['sdq', { on: '2025-07-01', scored: true, score: 12 }],
      ['sdq', { on: '2025-12-01', scored: false, reason: 'SDQ2' }],
      ['offence', { on: '2025-07-01', convicted: true }],
      ['substance-misuse', { on: '2025-07-01', problem: true, help: 'refused' }],
    ]
    expect(oc2(done)).toEqual(['12,,1,,1,1,1,1,0,1'])
    const outside = done.map(([type, answers]): Written => [type, { ...answers, on: '2026-04-01' }])
    expect(oc2(outside)).toEqual([',,0,,0,0,0,0,,'])
  })

  test('help that was received is not asked to have been offered; a problem that is none is none', () => {
    const drugs = (more: Readonly<Record<string, unknown>>): Written => [
      'substance-misuse',
      { on: '2025-07-01', ...more },
    ]
    expect(oc2([drugs({ problem: true, help: 'received' })])).toEqual([',,0,,0,0,0,1,1,'])
    expect(oc2([drugs({ problem: true, help: 'none' })])).toEqual([',,0,,0,0,0,1,0,0'])
    expect(oc2([drugs({ problem: false })])).toEqual([',,0,,0,0,0,0,,'])
  })

  test.each([
    ['2022-04-01', ',,,0,0,0,0,0,,'], // not yet four at the end
    ['2022-03-31', ',SDQ1,,0,0,0,0,0,,'], // four on the last day
    ['2021-04-01', ',,,0,0,0,0,0,,'], // four all year
    ['2009-03-31', ',SDQ1,0,,0,0,0,0,,'], // seventeen on the last day
    ['2008-04-01', ',,0,,0,0,0,0,,'], // seventeen all year
    ['2008-02-29', ',,0,,0,0,0,0,,'],
    ['2016-04-01', ',,,,0,0,0,0,,'], // nine at the end: convictions are not asked
    ['2016-03-31', ',,0,,0,0,0,0,,'],
  ])('by age: born on %s', (d, line) => {
    expect(oc2([], born(d))).toEqual([line])
  })
})

describe('a care leaver', () => {
  // Eighteen on 6 May 2025; 2025-04-01 to the birthday is too short to be a leaver.
  const grown = born('2007-05-06')
  const contact = (on: string, more: Readonly<Record<string, unknown>> = {}): Written => [
    'care-leaver-contact',
    { on, touch: 'YES', activity: 'F2', home: 'B', suitable: true, ...more },
  ]
  const stay = [...inCare('2023-01-01'), left('2024-09-01', 'E6')]
  const oc3 = (written: readonly Written[], details: object = grown, year = 2025) =>
    table('OC3', written, details, year)

  test('is told of by the contact nearest to the birthday, or as one nobody was in touch with', () => {
    expect(
      oc3([...stay, contact('2025-04-20', { home: 'U', suitable: false }), contact('2025-06-01')]),
    ).toEqual(['YES,F2,U2'])
    expect(oc3([...stay, contact('2025-06-06')])).toEqual(['YES,F2,B1'])
    expect(oc3([...stay, contact('2025-06-07')])).toEqual(['NO,0,0'])
    expect(oc3([...stay, contact('2025-05-06', { home: 'S', suitable: true })])).toEqual(['YES,F2,S2'])
    expect(
      oc3([...stay, contact('2025-05-06', { touch: 'RHOM', activity: undefined, home: undefined })]),
    ).toEqual(['RHOM,0,0'])
  })

  test('is who was in care for thirteen weeks since fourteen and at sixteen, and is not adopted or in other hands', () => {
    const weeks = (from: string, to: string, reason = 'E6') => oc3([...inCare(from), left(to, reason)]).length
    expect(weeks('2024-01-01', '2024-04-01')).toBe(1)
    expect(weeks('2024-01-01', '2024-03-31')).toBe(0)
    expect(weeks('2021-01-01', '2023-05-06')).toBe(0)
    expect(weeks('2021-01-01', '2023-05-07')).toBe(1)
    for (const reason of ['E2', 'E3', 'E11', 'E12']) expect(weeks('2021-01-01', '2024-05-07', reason)).toBe(0)
    expect(oc3([...inCare('2023-01-01', { status: 'V3' }), left('2024-09-01')])).toEqual([])
  })

  test('is nobody who is still in care on the birthday; who leaves on it is one', () => {
    expect(oc3([...inCare('2023-01-01'), left('2025-05-06', 'E6')])).toHaveLength(1)
    expect(oc3([...inCare('2023-01-01'), left('2025-05-07', 'E6')])).toEqual([])
    expect(oc3(inCare('2023-01-01'))).toEqual([])
  })

  test('is asked about until twenty-one, and then where in contact; one of 29 February on 1 March', () => {
    const at = (year: number) => oc3(stay, grown, year).length
    expect([2023, 2024, 2025, 2028, 2029].map(at)).toEqual([0, 0, 1, 1, 0])
    expect(oc3([...stay, contact('2029-06-01')], grown, 2029)).toEqual(['YES,F2,B1'])
    const leap = born('2008-02-29')
    const until = (to: string) => oc3([...inCare('2024-06-01'), left(to, 'E6')], leap)
    expect(until('2026-03-01')).toHaveLength(1)
    expect(until('2026-03-02')).toEqual([])
  })

  test('has a header without motherhood, and no episode of the year', () => {
    expect(table('Header', stay, grown)).toEqual(['F,06/05/2007,WBRI,,,'])
    expect(table('Episodes', stay, grown)).toEqual([])
  })
})

describe('social workers', () => {
  const given = (from: string, n: number, more: Readonly<Record<string, unknown>> = {}): Written => [
    'allocation',
    { from, as: 'worker', worker: entry(900 + n), team: 'North', ...more },
  ]
  const workers = (written: readonly Written[], year = 2025) =>
    table('SWEpisodes', [...inCare('2025-05-01'), ...written], {}, year)

  test('of the year, with their numbers and why they changed, as answered or as the record shows', () => {
    const written = [
      given('2025-04-10', 2),
      given('2025-08-20', 1),
      given('2025-10-01', 3, { team: 'South' }),
      given('2025-11-01', 1, { team: 'South' }),
      given('2025-12-01', 3, { team: 'South', change: 'CHCHAN' }),
    ]
    expect(workers(written)).toEqual([
      'XXW2,10/04/2025,20/08/2025,FCONTA',
      'SW111,20/08/2025,01/10/2025,LEFTRL',
      'SW333,01/10/2025,01/11/2025,TSPROC',
      'SW111,01/11/2025,01/12/2025,',
      'SW333,01/12/2025,,CHCHAN',
    ])
    expect(workers(written, 2022)).toEqual([])
  })

  test('who comes back to a closed case is met for the first time again; one worker in two teams is one', () => {
    const closed: Written = ['case-closed', { on: '2025-03-01', reason: 'RC7', why: 'Safe' }]
    expect(workers([given('2024-01-01', 3), closed, given('2025-04-10', 1)])).toEqual([
      'SW111,10/04/2025,,FCONTA',
    ])
    expect(workers([given('2025-04-10', 1), given('2025-06-10', 1, { team: 'South' })])).toEqual([
      'SW111,10/04/2025,,FCONTA',
    ])
  })

  test('are asked of who is in care at the end of the year', () => {
    const written = [given('2025-04-10', 1)]
    expect(workers([...written, left('2026-03-30')])).toEqual([])
    expect(workers([...written, left('2026-04-01')])).toEqual(['SW111,10/04/2025,,FCONTA'])
  })
})
