import { describe, expect, test } from 'vitest'
import { adoptedRules } from './adopted.ts'
import { adoptedThisYearRules } from './adopted-this-year.ts'
import { answerOf, failing } from './sample.ts'

describe('an adoption beside the episodes of the child', () => {
  test('331: the match comes on or before the day of the placement from which the child was adopted', () => {
    const Episodes = [
      'CHILD,DECOM,REC',
      'A,01/05/2025,E11',
      'B,01/05/2025,E12',
      'C,01/05/2025,X1',
      'C,01/07/2025,E11',
      'D,,E11',
    ]
    const AD1 = [
      'CHILD,DATE_MATCH',
      'A,01/05/2025',
      'B,02/05/2025',
      'C,02/05/2025',
      'D,02/05/2025',
      'E,02/05/2025',
    ]
    expect(failing(adoptedRules, '331', 2025, { AD1, Episodes })).toEqual({ AD1: [1], Episodes: [1] })
  })

  test('334: the decision comes on or after the start of the latest time in care', () => {
    const Episodes = [
      'CHILD,DECOM,RNE',
      'A,01/05/2025,S',
      'A,01/04/2024,S',
      'A,01/06/2025,P',
      'B,01/05/2025,S',
      'C,01/05/2025,P',
    ]
    const AD1 = ['CHILD,DATE_INT', 'A,30/04/2025', 'B,01/05/2025', 'C,01/01/2025', 'A,']
    expect(failing(adoptedRules, '334', 2025, { AD1, Episodes })).toEqual({ AD1: [0], Episodes: [0] })
  })

  test('335: whether the adopters were foster carers goes with the last placement', () => {
    const Episodes = [
      'CHILD,DECOM,PLACE',
      'A,01/06/2025,A3',
      'A,01/05/2025,U1',
      'B,01/05/2025,A5',
      'C,01/05/2025,A4',
      'D,01/05/2025,A6',
      'E,01/05/2025,A3',
      'E,01/06/2025,A4',
      'F,01/05/2025,A4',
    ]
    const AD1 = ['CHILD,FOSTER_CARE', 'A,0', 'B,1', 'C,1', 'D,0', 'E,0', 'F,']
    expect(failing(adoptedRules, '335', 2025, { AD1, Episodes })).toEqual({ AD1: [0, 2], Episodes: [0, 3] })
  })

  test('521: the decision comes on or before the day of a placement for adoption', () => {
    const Episodes = ['CHILD,DECOM,PLACE', 'A,01/05/2025,A3', 'B,01/05/2025,A6', 'C,01/05/2025,U1', 'D,,A4']
    const AD1 = ['CHILD,DATE_INT', 'A,01/05/2025', 'B,02/05/2025', 'C,02/05/2025', 'D,02/05/2025']
    expect(failing(adoptedRules, '521', 2025, { AD1, Episodes })).toEqual({ AD1: [1], Episodes: [1] })
  })

  test('582: the match on the very day of the adoption is asked about', () => {
    const Episodes = ['CHILD,DEC,REC', 'A,01/05/2025,E11', 'B,01/05/2025,E12', 'C,01/05/2025,E4A', 'D,,E11']
    const AD1 = ['CHILD,DATE_MATCH', 'A,01/05/2025', 'B,30/04/2025', 'C,01/05/2025', 'D,']
    expect(failing(adoptedRules, '582', 2025, { AD1, Episodes })).toEqual({ Episodes: [0] })
  })
})

describe('whoever was adopted this year', () => {
  const head = 'CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR'
  const Episodes = [
    'CHILD,DEC,REC',
    'A,01/04/2025,E11',
    'B,31/03/2026,E12',
    'C,31/03/2025,E11',
    'D,01/04/2026,E12',
    'E,01/06/2025,E11',
    'F,01/06/2025,E4A',
    'G,,E11',
  ]

  test('601: has all of an adoption in the return', () => {
    const AD1 = [head, 'A,01/01/2025,01/02/2025,0,1,F1,L0', 'B,01/01/2025,01/02/2025,0,1,F1,', 'F,,,,,,']
    expect(failing(adoptedThisYearRules, '601', 2025, { AD1, Episodes })).toEqual({
      AD1: [1],
      Episodes: [1, 4],
    })
  })

  test('602: and nobody else has any of it', () => {
    const rows = ['A,1', 'B,1', 'C,1', 'D,1', 'E,', 'F,1', 'F,', 'G,1', 'H,1']
    const AD1 = ['CHILD,NB_ADOPTR', ...rows]
    expect(failing(adoptedThisYearRules, '602', 2025, { AD1, Episodes })).toEqual({ AD1: [2, 3, 5, 7, 8] })
    const bare = ['CHILD', 'A', 'H']
    expect(failing(adoptedThisYearRules, '602', 2025, { AD1: bare, Episodes })).toEqual({ AD1: [1] })
  })

  test('is not asked about where the return came without the adoptions', () => {
    expect(answerOf(adoptedThisYearRules, '601', 2025, { tables: { Episodes } })).toEqual({
      asked: false,
      because: 'not checked: the return came without AD1',
    })
  })
})
