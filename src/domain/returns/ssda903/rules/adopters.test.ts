import { describe, expect, test } from 'vitest'
import { adopterCouplesRules } from './adopter-couples.ts'
import { adoptersRules } from './adopters.ts'
import { failing } from './sample.ts'

describe('the adopters, each item by itself', () => {
  const alone = (code: string, column: string, ...cells: readonly string[]) =>
    failing(adoptersRules, code, 2025, { AD1: [`CHILD,${column}`, ...cells.map((c, i) => `K${i},${c}`)] })

  test('112 and 113: a day is a day of the calendar, or blank', () => {
    for (const [code, column] of [
      ['112', 'DATE_INT'],
      ['113', 'DATE_MATCH'],
    ] as const)
      expect(alone(code, column, '29/02/2024', '29/02/2025', '1/2/25', '2025-02-01', '')).toEqual({
        AD1: [1, 2, 3],
      })
  })

  test('114, 175, 176, 177: a code is one of the codes, or blank', () => {
    expect(alone('114', 'FOSTER_CARE', '0', '1', '2', 'yes', '')).toEqual({ AD1: [2, 3] })
    expect(alone('175', 'NB_ADOPTR', '0', '1', '2', '3', '')).toEqual({ AD1: [0, 3] })
    expect(alone('176', 'SEX_ADOPTR', 'M1', 'F1', 'MM', 'FF', 'MF', 'FM', 'mf', '')).toEqual({ AD1: [5, 6] })
    expect(alone('177', 'LS_ADOPTR', 'L0', 'L11', 'L12', 'L2', 'L3', 'L4', 'L1', '')).toEqual({ AD1: [6] })
  })

  test('151: all of the items, or none', () => {
    const AD1 = [
      'CHILD,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
      'A,01/05/2025,02/06/2025,0,1,F1,L0',
      'B,,,,,,',
      'C,01/05/2025,02/06/2025,0,1,F1,',
      'D,,,,,,L0',
    ]
    expect(failing(adoptersRules, '151', 2025, { AD1 })).toEqual({ AD1: [2, 3] })
  })

  test('333: the decision is on or before the day of the match, and is there where a match is', () => {
    const AD1 = [
      'CHILD,DATE_INT,DATE_MATCH',
      'A,02/05/2025,02/05/2025',
      'B,03/05/2025,02/05/2025',
      'C,,02/05/2025',
      'D,03/05/2025,',
      'E,,',
    ]
    expect(failing(adoptersRules, '333', 2025, { AD1 })).toEqual({ AD1: [1, 2] })
  })
})

describe('the adopters, one item beside another', () => {
  const couples = (code: string, status: string, ...sexes: readonly string[]) =>
    failing(adopterCouplesRules, code, 2025, {
      AD1: [
        'CHILD,LS_ADOPTR,SEX_ADOPTR',
        ...sexes.map((s, i) => `K${i},${status},${s}`),
        'Z,,M1',
        'Y,L99,FF',
      ],
    })

  test('511: two adopters are not coded as one', () => {
    const AD1 = ['CHILD,NB_ADOPTR,SEX_ADOPTR', 'A,2,MM', 'B,2,M1', 'C,2,F1', 'D,2,', 'E,1,F1', 'F,,M1']
    expect(failing(adopterCouplesRules, '511', 2025, { AD1 })).toEqual({ AD1: [1, 2] })
  })

  test('the legal status goes with the gender', () => {
    const sexes = ['M1', 'F1', 'MM', 'FF', 'MF', '']
    expect(couples('514', 'L0', ...sexes)).toEqual({ AD1: [2, 3, 4, 5] })
    expect(couples('517', 'L3', ...sexes)).toEqual({ AD1: [0, 1, 2, 3, 5] })
    expect(couples('518', 'L4', ...sexes)).toEqual({ AD1: [0, 1, 4, 5] })
    expect(couples('519', 'L2', ...sexes)).toEqual({ AD1: [0, 1, 5] })
    expect(couples('520', 'L11', ...sexes)).toEqual({ AD1: [2, 3] })
    expect(couples('524', 'L12', ...sexes)).toEqual({ AD1: [0, 1, 4, 5] })
  })
})
