import { describe, expect, test } from 'vitest'
import { lastYearRules } from './last-year.ts'
import { answerOf, failing } from './sample.ts'

describe('this year’s record takes up last year’s', () => {
  test.each([
    '503A:RNE',
    '503B:LS',
    '503C:CIN',
    '503E:PLACE_PROVIDER',
    '503F:URN',
    '503H:PL_LA',
    '503J:PL_LOCATION',
  ])('%s: the first episode is as the one that was open', named => {
    const [code = '', column = ''] = named.split(':')
    const Episodes_last = [
      `CHILD,DECOM,DEC,${column}`,
      'A,01/05/2024,,X',
      'A,01/04/2024,01/05/2024,Y',
      'B,01/05/2024,,X',
      'C,01/05/2024,01/06/2024,X',
      'D,01/05/2024,,',
      'E,01/05/2024,,',
      'G,01/05/2024,,X',
    ]
    const Episodes = [
      `CHILD,DECOM,${column}`,
      'A,01/06/2025,Y',
      'A,01/05/2024,X',
      'B,01/05/2024,Y',
      'B,01/06/2025,X',
      'C,01/05/2025,Y',
      'D,01/05/2024,X',
      'E,01/05/2024,',
      'F,01/05/2024,Y',
      'G,01/05/2024,',
    ]
    const found = failing(lastYearRules, code, 2025, { Episodes, Episodes_last })
    expect(found).toEqual({ Episodes: [2, 5, 8] })
  })

  test('503D: codes that took the place of others are no contradiction in the year in which they did', () => {
    const Episodes_last = [
      'CHILD,DECOM,DEC,PLACE',
      'A,01/05/2022,,H5',
      'B,01/05/2022,,Z1',
      'C,01/05/2022,,U1',
    ]
    const Episodes = ['CHILD,DECOM,PLACE', 'A,01/05/2022,K3', 'B,01/05/2022,Z12', 'C,01/05/2022,U2']
    const at = (year: number) => failing(lastYearRules, '503D', year, { Episodes, Episodes_last })
    expect(at(2023)).toEqual({ Episodes: [0, 1, 2] })
    expect(at(2024)).toEqual({ Episodes: [1, 2] })
    expect(at(2025)).toEqual({ Episodes: [0, 2] })
  })

  test('453 and 503G: distances that differ by a tenth of a mile are the same', () => {
    const Episodes_last = [
      'CHILD,RNE,DECOM,DEC,PL_DISTANCE',
      'A,S,01/05/2024,,10',
      'B,S,01/05/2024,,10.0',
      'C,S,01/05/2024,,10.2',
      'D,S,01/05/2024,,',
      'E,P,01/05/2024,,10',
    ]
    const Episodes = [
      'CHILD,RNE,DECOM,PL_DISTANCE',
      'A,S,01/05/2024,10.1',
      'B,S,01/05/2024,10',
      'C,S,01/05/2024,10',
      'D,S,01/05/2024,3',
      'E,S,01/05/2024,3',
    ]
    const both = { Episodes, Episodes_last }
    expect(failing(lastYearRules, '503G', 2025, both)).toEqual({ Episodes: [2, 3, 4] })
    // E's first episode is another than that of last year: 503A says so.
    expect(failing(lastYearRules, '453', 2025, both)).toEqual({ Episodes: [2, 3] })
  })

  test('452: the authority of the placement, of the same episode', () => {
    const Episodes_last = ['CHILD,RNE,DECOM,DEC,PL_LA', 'A,S,01/05/2024,,E1', 'B,S,01/05/2024,01/06/2024,E1']
    const Episodes = ['CHILD,RNE,DECOM,PL_LA', 'A,S,01/05/2024,E2', 'B,S,01/05/2024,E2']
    expect(failing(lastYearRules, '452', 2025, { Episodes, Episodes_last })).toEqual({ Episodes: [0] })
    const without = { Episodes: ['CHILD,DECOM', 'A,01/05/2024'], Episodes_last }
    expect(answerOf(lastYearRules, '452', 2025, { tables: without }).asked).toBe(false)
  })

  test('502, 562 and NoE: where the first episode began', () => {
    const Episodes_last = [
      'CHILD,DECOM,DEC',
      'A,01/05/2024,',
      'B,01/05/2024,',
      'C,01/05/2024,01/06/2024',
      'D,,',
    ]
    const Episodes = [
      'CHILD,DECOM',
      'A,01/05/2024',
      'A,01/05/2025',
      'B,01/05/2025',
      'C,31/03/2025',
      'C,01/05/2025',
      'D,01/05/2024',
      'E,31/03/2025',
      'F,01/04/2025',
      'G,',
    ]
    const both = { Episodes, Episodes_last }
    expect(failing(lastYearRules, '502', 2025, both)).toEqual({ Episodes: [2] })
    expect(failing(lastYearRules, '562', 2025, both)).toEqual({ Episodes: [3] })
    expect(failing(lastYearRules, 'NoE', 2025, both)).toEqual({ Episodes: [6] })
    expect(answerOf(lastYearRules, 'NoE', 2025, { tables: { Episodes } }).asked).toBe(false)
  })
})
