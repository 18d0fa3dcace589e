import { describe, expect, test } from 'vitest'
import { placementRules } from './placements.ts'
import { failing } from './sample.ts'

const wrong = (code: string, year: number, Episodes: readonly string[]) =>
  failing(placementRules, code, year, { Episodes }).Episodes

describe('placements', () => {
  test('217: for adoption with the same carers, from 1 April 2015', () => {
    const Episodes = [
      'PLACE,DECOM,RNE',
      ...['A3,01/04/2015,P', 'A5,31/03/2015,P', 'A3,01/06/2025,T', 'A5,01/06/2025,U', 'A5,01/06/2025,S'],
      ...['A5,01/06/2025,', 'A4,01/06/2025,P', 'A3,,P'],
    ]
    expect(wrong('217', 2025, Episodes)).toEqual([0, 5])
  })

  test('217t: no P2 from 28 October 2023', () => {
    expect(
      wrong('217t', 2023, ['PLACE,DECOM', 'P2,27/10/2023', 'P2,28/10/2023', 'H5,28/10/2023', 'P2,']),
    ).toEqual([1])
  })

  test('225: a move has a reason, but for temporary placements', () => {
    const Episodes = [
      'CHILD,DECOM,RNE,REC,PLACE,REASON_PLACE_CHANGE',
      ...[
        'A,01/06/2025,B,X1,U6,',
        'A,01/04/2025,S,X1,U6,',
        'A,01/07/2025,L,X1,U6,CARPL',
        'A,01/08/2025,T,,U4,',
      ],
      ...['B,01/04/2025,S,X1,U6,', 'B,01/05/2025,P,X1,T4,', 'B,08/05/2025,P,E4A,U6,'],
      ...['C,01/04/2025,S,E4A,U6,', 'C,01/05/2025,P,,U6,', 'D,01/04/2025,S,X1,U6,', 'D,01/05/2025,T,,U4,'],
    ]
    expect(wrong('225', 2025, Episodes)).toEqual([1, 9])
  })

  test('233: no reason while the episode goes on', () => {
    expect(wrong('233', 2025, ['DEC,REASON_PLACE_CHANGE', ',OTHER', '01/05/2025,OTHER', ','])).toEqual([0])
  })

  test('336: foster care comes right before adoption by the foster carers', () => {
    const Episodes = [
      'CHILD,DECOM,PLACE',
      ...['A,01/06/2025,A3', 'A,01/05/2025,U4', 'B,01/04/2025,K2', 'B,01/05/2025,A5', 'B,01/06/2025,A3'],
      ...['C,01/04/2025,A3', 'D,01/04/2025,K2', 'D,01/05/2025,A4', 'E,01/04/2025,', 'E,01/05/2025,A3'],
    ]
    expect(wrong('336', 2025, Episodes)).toEqual([3])
  })

  test('378: not at home under section 20', () => {
    expect(wrong('378', 2025, ['PLACE,LS', 'P1,V2', 'P1,C2', 'U6,V2', 'P1,'])).toEqual([0])
  })

  test('390: adopted from a placement for adoption', () => {
    const Episodes = ['PLACE,REC', 'A4,E11', 'A3,E12', 'U6,E11', ',E12', 'U6,E4A', 'U6,']
    expect(wrong('390', 2025, Episodes)).toEqual([2, 3])
  })
})
