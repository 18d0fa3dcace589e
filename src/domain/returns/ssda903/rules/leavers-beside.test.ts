import { describe, expect, test } from 'vitest'
import { leaverBesideRules } from './leavers-beside.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, tables: Sample['tables'], year = 2025) =>
  failing(leaverBesideRules, code, year, tables)
const OC3 = ['CHILD,IN_TOUCH', 'A,YES', 'B,YES', 'C,']

describe('what does not go with being a care leaver', () => {
  test('134: adoption', () => {
    const AD1 = ['CHILD,DATE_INT,LS_ADOPTR', 'A,,L11', 'B,,', 'C,01/05/2025,', 'D,01/05/2025,']
    expect(found('134', { OC3, AD1 })).toEqual({ AD1: [0] })
  })

  test('165: a girl or young woman in care in the year is a mother or not; a boy is not asked', () => {
    const Header = [
      'CHILD,SEX,MOTHER',
      'A,F,',
      'B,F,0',
      'C,F,2',
      'D,M,',
      'E,M,1',
      'F,F,', // short breaks alone
      'G,F,', // not in care in the year
      'H,U,',
      'I,2,',
      'J,1,0',
    ]
    const Episodes = [
      'CHILD,DECOM,DEC,LS',
      ...['A', 'B', 'C', 'D', 'E', 'H', 'I', 'J'].map(c => `${c},01/01/2025,01/04/2025,C2`),
      'F,01/01/2025,,V3',
      'G,01/01/2025,31/03/2025,C2',
    ]
    expect(found('165', { Header, Episodes, OC3 })).toEqual({ Header: [0, 2, 4, 8, 9], OC3: [0, 2] })
  })

  test('187: being in care all year', () => {
    const Episodes = [
      'CHILD,DECOM,DEC,LS,REC,RNE',
      'A,01/01/2025,,C2,,S',
      'B,01/05/2025,,C2,,S',
      'C,01/01/2025,,C2,,S',
    ]
    const AD1 = ['CHILD,DATE_INT', 'A,01/05/2025', 'C,', 'B,01/05/2025']
    expect(found('187', { OC3, AD1, Episodes })).toEqual({ OC3: [0], AD1: [0] })
    expect(found('187', { OC3, Episodes })).toEqual({ OC3: [0] })
  })

  test('215: health and outcomes', () => {
    const OC2 = ['CHILD,TEETH_CHECK,SDQ_SCORE', 'C,1,', 'A,1,', 'B,,12']
    expect(found('215', { OC2, OC3 })).toEqual({ OC2: [1], OC3: [0] })
  })

  test('628: motherhood, where not looked after in the year', () => {
    const Header = ['CHILD,MOTHER', 'A,1', 'B,0', 'C,1', 'D,1']
    const Episodes = ['CHILD,DECOM,DEC', 'B,01/01/2025,01/04/2025', 'A,01/01/2025,31/03/2025']
    expect(found('628', { Header, Episodes, OC3 })).toEqual({ Header: [0] })
    expect(found('628', { Header: ['CHILD,MOTHER', 'A,'], Episodes, OC3 })).toEqual({})
    expect(found('628', { Header, Episodes, OC3: ['CHILD', 'C'] })).toEqual({ Header: [2] })
  })

  test('1014: the end of seeking asylum alone, where not looked after in the year', () => {
    const UASC = ['CHILD,DUC', 'B,01/05/2025', 'A,01/05/2025', 'C,01/05/2025', 'A,']
    const Episodes = ['CHILD,DECOM,DEC', 'B,01/01/2025,']
    expect(found('1014', { UASC, OC3, Episodes })).toEqual({ UASC: [1, 3], OC3: [0] })
  })
})
