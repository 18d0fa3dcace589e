import { describe, expect, test } from 'vitest'
import { childOf, entry, inCare, left, linesOf, type Written } from './sample.ts'

const care = inCare('2025-05-01')
const header = (written: readonly Written[], details = {}, year = 2025) =>
  linesOf(childOf(written, details), 'Header', year)
const baby = (more: Readonly<Record<string, unknown>>): Written => [
  'relationship',
  { kind: 'child', name: 'Sky', ...more },
]

describe('the header', () => {
  test('says who the child is, and that she is no mother', () => {
    expect(header(care, { upn: 'T123456789012' })).toEqual(['F,06/05/2012,WBRI,T123456789012,0,'])
  })

  test('asks no boy and nobody in short breaks whether they are a mother', () => {
    expect(header(care, { sex: 'M' })).toEqual(['M,06/05/2012,WBRI,,,'])
    expect(header(inCare('2025-05-01', { status: 'V4' }))).toEqual(['F,06/05/2012,WBRI,,,'])
  })

  test.each([
    [{ born: '3/11/2025' }, '1,03/11/2025'],
    [{ born: '2025' }, '1,'],
    [{ child: entry(950) }, '1,03/11/2025'],
    [{ born: '2026-04-01' }, '0,'],
  ])('a child of her own, %o: %s', (more, mother) => {
    expect(header([...care, baby(more)])).toEqual([`F,06/05/2012,WBRI,,${mother}`])
  })

  test('of several children, the birth of the first', () => {
    const two = [baby({ born: '2025-12-24' }), baby({ born: '2024-12-24' })]
    expect(header([...care, ...two])).toEqual(['F,06/05/2012,WBRI,,1,24/12/2024'])
  })

  test('asks nobody why a child under five on 31 August has no pupil number', () => {
    const born = (d: string) => ({ asOf: d, born: d, sex: 'M' })
    expect(header(care, born('2020-09-01'))).toEqual(['M,01/09/2020,WBRI,UN1,,'])
    expect(header(care, born('2020-08-31'))).toEqual(['M,31/08/2020,WBRI,,,'])
    expect(header(care, { ...born('2020-08-31'), upnUnknown: 'UN4' })).toEqual(['M,31/08/2020,WBRI,UN4,,'])
    // Of 29 February: five on 1 March of a common year.
    expect(header(care, born('2020-02-29'))).toEqual(['M,29/02/2020,WBRI,,,'])
  })
})

describe('what happened in care', () => {
  const review = (heldOn: string): Written => [
    'looked-after-review',
    { heldOn, participation: 'PN1', decisions: 'Go on' },
  ]
  const table = (name: Parameters<typeof linesOf>[1], written: readonly Written[], year = 2025) =>
    linesOf(childOf(written), name, year).map(l => l.replace('06/05/2012,', ''))

  test('reviews of the year, in care and no short breaks', () => {
    const days = ['2025-04-30', '2025-05-29', '2026-03-31', '2026-04-01'].map(review)
    expect(table('Reviews', [...care, ...days])).toEqual(['29/05/2025,PN1', '31/03/2026,PN1'])
    expect(table('Reviews', [...inCare('2025-05-01', { status: 'V3' }), ...days])).toEqual([])
    expect(table('Reviews', [...care, review('2025-06-30'), left('2025-06-20')])).toEqual([])
  })

  test('a review that was withdrawn was not held', () => {
    const written = [...care, review('2025-06-01')]
    const withdrawal: Written = [
      'withdrawal',
      { why: 'Another child’s' },
      { amends: entry(written.length + 1) },
    ]
    expect(table('Reviews', [...written, withdrawal])).toEqual([])
  })

  test('times of being missing end with care, or with the year', () => {
    const gone = (from: string): Written => ['missing-episode', { from, kind: 'M' }]
    const back = (on: string): Written => ['returned', { on }]
    expect(table('Missing', [...care, gone('2025-06-01'), back('2025-06-03')])).toEqual([
      'M,01/06/2025,03/06/2025',
    ])
    expect(table('Missing', [...care, gone('2026-03-30'), back('2026-04-02')])).toEqual(['M,30/03/2026,'])
    expect(table('Missing', [...care, gone('2026-03-30'), back('2026-04-02')], 2026)).toEqual([
      'M,30/03/2026,02/04/2026',
    ])
    expect(
      table('Missing', [...care, gone('2025-06-01'), left('2025-06-20', 'E8'), back('2025-07-09')]),
    ).toEqual(['M,01/06/2025,20/06/2025'])
    expect(table('Missing', [gone('2025-04-20'), ...care])).toEqual([])
  })

  test('seeking asylum alone, as it was last written, and while it lasted', () => {
    const alone = (to?: string): Written => ['unaccompanied', { from: '2025-05-01', ...(to ? { to } : {}) }]
    expect(table('UASC', [...care, alone()])).toEqual(['F,'])
    expect(table('UASC', [...care, alone(), alone('2025-12-01')])).toEqual(['F,01/12/2025'])
    expect(table('UASC', [...care, alone('2026-05-01')])).toEqual(['F,'])
    expect(table('UASC', [...care, alone('2025-12-01')], 2026)).toEqual([])
  })

  test('orders that deprive of liberty, since they are asked for', () => {
    const order = (from: string, to?: string): Written => ['liberty-order', { from, ...(to ? { to } : {}) }]
    const written = [...care, order('2025-06-01'), order('2025-06-01', '2026-05-01'), order('2026-06-01')]
    expect(table('DoLo', written, 2026)).toEqual(['01/06/2025,01/05/2026', '01/06/2026,'])
    expect(table('DoLo', [...care, order('2025-06-01', '2026-03-31')], 2026)).toEqual([])
  })

  test('earlier permanence, as answered or as an earlier time in care here ended', () => {
    const [first, ...rest] = care
    const said = (more: Readonly<Record<string, unknown>>): Written[] =>
      first ? [[first[0], { ...first[1], ...more }], ...rest] : []
    expect(table('PrevPerm', care)).toEqual([])
    expect(table('PrevPerm', said({ permanence: 'Z1' }))).toEqual(['Z1,,'])
    const order = { permanence: 'P2', permanenceOn: 'zz/05/2020', permanenceBy: 'WAL' }
    expect(table('PrevPerm', said(order))).toEqual(['P2,WAL,zz/05/2020'])
    const before = [...inCare('2018-01-01'), left('2019-06-30', 'E46')]
    expect(table('PrevPerm', [...before, ...care])).toEqual(['P2,999,30/06/2019'])
    expect(table('PrevPerm', [...before, ...said({ permanence: 'Z1' })])).toEqual(['Z1,,'])
  })
})
