import { describe, expect, test } from 'vitest'
import { BEGUN_EARLIER } from '../make-entry.ts'
import { childOf, entry, inCare, left, linesOf, returnOf, type Written } from './sample.ts'

const PLACE = 'PR1'
/** Of an episode: begins, why, law, place, ends, why, why moved. */
const shortly = (lines: readonly string[]) =>
  lines.map(l => {
    const [decom, rne, ls, , place, , dec, rec, why] = l.split(',')
    return [decom, rne, ls, place, dec, rec, why].join(' ').trim()
  })
const episodes = (written: readonly Written[], year = 2025) =>
  shortly(linesOf(childOf(written), 'Episodes', year))
const move = (from: string, more: Readonly<Record<string, unknown>> = {}): Written => [
  'placement',
  {
    from,
    type: 'U6',
    provider: PLACE,
    carer: 'Bea',
    address: '2 Mill Leat, EM2 3CD',
    whyMoved: 'CARPL',
    ...more,
  },
]
const law = (from: string, status: string): Written => ['legal-status', { from, status }]

describe('an episode', () => {
  test('has all that the return asks of it', () => {
    const child = childOf(
      inCare('2025-05-01', { placement: { type: 'K2', urn: 'SC900110', address: 'Tern House, em1 2ab' } }),
      { address: '4 Cockle Quay, Eelmouth EM4 4AA' },
    )
    expect(linesOf(child, 'Episodes')).toEqual(['01/05/2025,S,V2,N1,K2,PR1,,,,EM4 4AA,EM1 2AB,SC900110'])
  })

  test('ends where the law or the placement changes, and says which', () => {
    const written = [
      ...inCare('2025-05-01'),
      law('2025-06-01', 'C1'),
      move('2025-07-01'),
      law('2025-08-01', 'C2'),
      move('2025-08-01', { carer: 'Cai', whyMoved: 'CREQB' }),
      left('2025-09-01'),
    ]
    expect(episodes(written)).toEqual([
      '01/05/2025 S V2 U6 01/06/2025 X1',
      '01/06/2025 L C1 U6 01/07/2025 X1 CARPL',
      '01/07/2025 P C1 U6 01/08/2025 X1 CREQB',
      '01/08/2025 B C2 U6 01/09/2025 E4A',
    ])
  })

  test('goes on with the same carer under another code, and where nothing changed', () => {
    const written = [
      ...inCare('2025-05-01'),
      law('2025-05-20', 'V2'),
      move('2025-06-01', { carer: 'Ada', address: '1 Gorse Rise, EM1 2AB' }),
      move('2025-07-01', { carer: 'Ada', type: 'U4' }),
      law('2025-08-01', 'C2'),
      move('2025-08-01', { carer: 'Ada', type: 'U1' }),
    ]
    expect(episodes(written)).toEqual([
      '01/05/2025 S V2 U6 01/07/2025 X1 CARPL',
      '01/07/2025 T V2 U4 01/08/2025 X1 CARPL',
      '01/08/2025 U C2 U1',
    ])
  })

  test('leaves blank what the record does not say', () => {
    const written: Written[] = [
      ['became-looked-after', { from: '2025-05-01', need: 'N1' }],
      law('2025-05-03', 'C1'),
      ['placement', { from: '2025-05-05', type: 'U6' }],
      left('2025-09-01', 'NK'),
    ]
    expect(episodes(written)).toEqual([
      '01/05/2025 S   03/05/2025 X1',
      '03/05/2025 L C1  05/05/2025 X1',
      '05/05/2025 P C1 U6 01/09/2025',
    ])
  })

  test('of one day is one, in care and within it', () => {
    expect(episodes([...inCare('2025-05-01'), left('2025-05-01', 'E4B')])).toEqual([
      '01/05/2025 S V2 U6 01/05/2025 E4B',
    ])
    const written = [
      ...inCare('2025-05-01'),
      move('2025-05-09'),
      move('2025-05-09', { carer: 'Cai', type: 'U3' }),
    ]
    expect(episodes(written)).toEqual([
      '01/05/2025 S V2 U6 09/05/2025 X1 CARPL',
      '09/05/2025 P V2 U6 09/05/2025 X1 CARPL',
      '09/05/2025 P V2 U3',
    ])
  })

  test('that was begun before a return’s account does not begin care', () => {
    const source = `SSDA903 2025-26 episodes.csv line 2${BEGUN_EARLIER}`
    const [care, status, place] = inCare('2025-01-05')
    const all = (...begun: readonly (Written | undefined)[]) =>
      [care, status, place].flatMap((w): Written[] =>
        w ? [begun.includes(w) ? [w[0], w[1], { source }] : w] : [],
      )
    expect(episodes(all(care, status))).toEqual(['05/01/2025 P V2 U6'])
    expect(episodes(all(care, place))).toEqual(['05/01/2025 L V2 U6'])
    expect(episodes(all(care))).toEqual(['05/01/2025 B V2 U6'])
  })

  test('knows its entries, and the return says whose they are', () => {
    const child = childOf([...inCare('2025-05-01'), move('2025-07-01'), left('2025-09-01')])
    const { sources } = returnOf([child])
    expect(sources.Episodes).toEqual([
      { child: entry(0), entries: [2, 3, 4, 5].map(entry) },
      { child: entry(0), entries: [2, 3, 5, 6].map(entry) },
    ])
    expect(sources.Header).toEqual([{ child: entry(0), entries: [entry(1)] }])
  })
})

describe('a year', () => {
  test('has who was in care twice, and leaves out what was over before it', () => {
    const written = [
      ...inCare('2024-05-01'),
      left('2025-03-31'),
      ...inCare('2025-06-01'),
      left('2025-06-20', 'E4B'),
      ...inCare('2025-12-01'),
    ]
    expect(episodes(written)).toEqual(['01/06/2025 S V2 U6 20/06/2025 E4B', '01/12/2025 S V2 U6'])
    expect(episodes(written, 2024)).toEqual(['01/05/2024 S V2 U6 31/03/2025 E4A'])
  })

  test.each([
    ['2026-03-31', ['01/05/2025 S V2 U6 31/03/2026 X1 CARPL', '31/03/2026 P V2 U6'], ['31/03/2026 P V2 U6']],
    ['2026-04-01', ['01/05/2025 S V2 U6'], ['01/05/2025 S V2 U6 01/04/2026 X1 CARPL', '01/04/2026 P V2 U6']],
  ])('has a move on %s where it belongs', (on, before, after) => {
    const written = [...inCare('2025-05-01'), move(on)]
    expect(episodes(written, 2025)).toEqual(before)
    expect(episodes(written, 2026)).toEqual(after)
  })

  test('has an end on 1 April in the year that begins with it', () => {
    const written = [...inCare('2025-05-01'), left('2026-04-01')]
    expect(episodes(written, 2025)).toEqual(['01/05/2025 S V2 U6'])
    expect(episodes(written, 2026)).toEqual(['01/05/2025 S V2 U6 01/04/2026 E4A'])
  })

  test('that runs is written as far as it has come, and holds nobody who never was in care', () => {
    const child = childOf(inCare('2025-05-01'))
    expect(shortly(linesOf(child, 'Episodes', 2025, '2025-06-01'))).toEqual(['01/05/2025 S V2 U6'])
    expect(
      returnOf([childOf([]), childOf([], { unborn: true, expected: '2026-01-01' })]).tables.Header.rows,
    ).toBe(0)
  })

  test('has tables only from when they were asked for', () => {
    const has = (year: number) => {
      const { tables } = returnOf([childOf(inCare('2020-05-01'))], year)
      return [tables.SWEpisodes.present, tables.DoLo.present]
    }
    expect([2022, 2023, 2026].map(has)).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ])
  })
})
