import { describe, expect, test } from 'vitest'
import { failing } from './sample.ts'
import { temporaryRules } from './temporary.ts'

const wrong = (code: string, year: number, Episodes: readonly string[]) =>
  failing(temporaryRules, code, year, { Episodes }).Episodes

describe('temporary placements', () => {
  test.each([2024, 2025])('226 (%i): a move into one or out of one needs no reason', year => {
    const Episodes = [
      'CHILD,DECOM,PLACE,REASON_PLACE_CHANGE',
      ...['A,01/06/2025,T4,CHILD', 'A,01/05/2025,U6,CHILD', 'A,01/04/2025,K2,CHILD', 'A,02/06/2025,U6,'],
      ...['B,01/04/2025,T1,', 'B,02/04/2025,U6,OTHER', 'C,,T2,OTHER'],
    ]
    expect(wrong('226', year, Episodes)).toEqual([0, 1, 6])
  })

  test('377: two for holidays in any 12 months', () => {
    const head = 'CHILD,DECOM,PLACE'
    const two = ['A,01/06/2025,T3', 'A,01/08/2025,T1', 'A,10/08/2025,T3']
    expect(wrong('377', 2025, [head, ...two, 'B,01/09/2025,T3'])).toBeUndefined()
    expect(wrong('377', 2025, [head, ...two, 'A,31/05/2026,T3'])).toEqual([0, 2, 3])
    expect(wrong('377', 2025, [head, ...two, 'A,01/06/2026,T3'])).toBeUndefined()
    expect(wrong('377', 2025, [head, ...two, 'A,,T3'])).toBeUndefined()
  })

  test('380: none begins a period of care, or with a legal status', () => {
    expect(wrong('380', 2025, ['RNE,PLACE', 'S,T0', 'P,T1', 'B,T4', 'L,T2', 'S,U6', ',T3', ','])).toEqual([
      0, 3, 5,
    ])
  })

  test('381: none ends a period of care', () => {
    expect(wrong('381', 2025, ['REC,PLACE', 'X1,T0', 'E4A,T4', ',T1', 'E4A,U6', 'E4A,'])).toEqual([1])
  })

  test('383: back to the placement before, by way of other temporary ones if need be', () => {
    const Episodes = [
      'CHILD,DECOM,RNE,PLACE,PL_POST',
      ...[
        'A,01/04/2025,S,U6,AB1 0JD',
        'A,01/05/2025,P,T1,',
        'A,02/05/2025,P,T3,',
        'A,03/05/2025,P,U6,ab10jd',
      ],
      ...['B,01/04/2025,S,U6,', 'B,01/05/2025,P,T1,', 'B,02/05/2025,P,U4,'],
      ...['C,01/04/2025,S,U6,', 'C,01/05/2025,P,T1,', 'D,01/05/2025,P,T1,', 'D,01/06/2025,P,U6,'],
      ...['E,01/04/2025,S,U6,AB1 0JD', 'E,01/05/2025,P,T1,', 'E,02/05/2025,B,U6,AB1 0JE'],
      ...['F,01/04/2025,S,U6,', 'F,01/05/2025,P,T1,', 'F,02/05/2025,S,U6,'],
    ]
    expect(wrong('383', 2024, Episodes)).toEqual([5])
    expect(wrong('383', 2025, Episodes)).toEqual([5, 12, 15])
  })
})
