import { describe, expect, test } from 'vitest'
import { decisionsEndedRules } from './decisions-ended.ts'
import { decisionsInCareRules } from './decisions-in-care.ts'
import { failing } from './sample.ts'

describe('decisions for a placement for adoption beside the time in care', () => {
  test('1003: a decision that stands is not made before care began', () => {
    const Episodes = [
      'CHILD,DECOM,RNE',
      'A,01/06/2025,P',
      'A,01/05/2025,S',
      'B,01/05/2025,S',
      'C,01/05/2025,P',
      'D,01/05/2025,S',
      'D,01/01/2025,S',
    ]
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED',
      'A,30/04/2025,',
      'B,01/05/2025,',
      'C,30/04/2025,',
      'D,02/01/2025,03/02/2025',
      'D,02/01/2025,',
      'A,,',
    ]
    expect(failing(decisionsInCareRules, '1003', 2025, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [1, 4],
      PlacedAdoption: [0, 4],
    })
  })

  test('117: neither is dated after the year, nor after care ended', () => {
    const Episodes = [
      'CHILD,DECOM,DEC,REC',
      'A,01/05/2025,,',
      'B,01/05/2025,01/06/2025,E4A',
      'B,01/04/2025,01/05/2025,X1',
      'C,01/05/2025,01/06/2025,X1',
      'D,01/05/2025,01/06/2025,E4A',
    ]
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED',
      'A,31/03/2026,',
      'A,01/05/2025,01/04/2026',
      'B,02/06/2025,',
      'B,01/05/2025,01/06/2025',
      'C,02/06/2025,',
      'D,01/05/2025,02/06/2025',
      'E,01/04/2026,',
      'E,,',
    ]
    expect(failing(decisionsInCareRules, '117', 2025, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [0, 1, 4],
      PlacedAdoption: [1, 2, 5, 6],
    })
  })

  test('118: its end is not dated before the year, nor before care began; a short break is not care', () => {
    const Episodes = [
      'CHILD,DECOM,LS',
      'A,01/01/2020,C2',
      'B,01/06/2025,C2',
      'B,01/05/2025,V3',
      'C,01/06/2025,E1',
      'C,01/07/2025,E1',
    ]
    const PlacedAdoption = [
      'CHILD,DATE_PLACED_CEASED',
      'A,31/03/2025',
      'A,01/04/2025',
      'B,31/05/2025',
      'C,01/06/2025',
      'D,31/03/2025',
      'A,',
    ]
    expect(failing(decisionsInCareRules, '118', 2025, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [0, 1],
      PlacedAdoption: [0, 2, 4],
    })
  })

  test('523: the decision has one day in both tables, earlier ones that were changed apart', () => {
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED',
      'A,01/05/2025,',
      'B,01/05/2025,',
      'C,01/01/2024,01/02/2024',
      'C,01/05/2025,',
      'D,,',
    ]
    const AD1 = ['CHILD,DATE_INT', 'A,01/05/2025', 'B,02/05/2025', 'C,01/05/2025', 'D,01/05/2025', 'B,']
    expect(failing(decisionsInCareRules, '523', 2025, { AD1, PlacedAdoption })).toEqual({
      AD1: [1],
      PlacedAdoption: [1],
    })
  })
})

describe('decisions beside how care ended', () => {
  const PlacedAdoption = [
    'CHILD,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
    'A,,',
    'B,01/06/2025,RD1',
    'C,01/06/2025,',
    'D,01/06/2025,RD1',
    'D,,',
  ]
  test('557: whoever leaves care otherwise has the decision ended; freeing orders counted until 2023-24', () => {
    const Episodes = [
      'CHILD,PLACE,LS,REC',
      'A,A3,C2,E4A',
      'B,A4,C2,E4A',
      'C,U1,E1,E4A',
      'D,A6,E1,E11',
      'E,U1,D1,E4A',
      'F,A3,C2,X1',
      'G,A3,C2,',
      'H,U1,C2,E4A',
      'D,A6,E1,E4B',
    ]
    expect(failing(decisionsEndedRules, '557', 2023, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [0, 2, 4, 8],
      PlacedAdoption: [0, 2, 4],
    })
    expect(failing(decisionsEndedRules, '557', 2024, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [0, 2, 8],
      PlacedAdoption: [0, 2, 4],
    })
  })

  test('558 and 525: whoever was adopted has a decision that was not changed', () => {
    const Episodes = ['CHILD,REC', 'A,E11', 'B,E12', 'C,E4A', 'D,E11', 'E,E11']
    expect(failing(decisionsEndedRules, '558', 2025, { Episodes, PlacedAdoption })).toEqual({ Episodes: [1] })
    const AD1 = ['CHILD,NB_ADOPTR', 'A,1', 'B,', 'B,2', 'D,1', 'E,1']
    expect(failing(decisionsEndedRules, '525', 2025, { AD1, PlacedAdoption })).toEqual({
      AD1: [2],
      PlacedAdoption: [1],
    })
  })
})
