import { describe, expect, test } from 'vitest'
import type { Lines } from '../../check/lines.ts'
import { healthAskedRules } from './health-asked.ts'
import { healthByAgeRules } from './health-by-age.ts'
import { failing } from './sample.ts'

/** All: looked after all year. Part: from June on. */
const Episodes = [
  'CHILD,DECOM,DEC,LS,REC,RNE',
  'All,01/04/2025,30/06/2025,C2,X1,S',
  'All,30/06/2025,,C2,,P',
  'Part,01/06/2025,,C2,,S',
]
const rules = [...healthAskedRules, ...healthByAgeRules]
const found = (code: string, ...OC2: Lines) => failing(rules, code, 2025, { OC2, Episodes })
const rows = (code: string, ...OC2: Lines) => found(code, ...OC2).OC2 ?? []

describe('of whom health and outcomes are asked', () => {
  test('185, 190, 198: nothing is answered of who was not looked after for 12 months, or has no episodes', () => {
    const head = 'CHILD,SDQ_SCORE,SDQ_REASON,TEETH_CHECK'
    const given = [
      head,
      'All,5,,1',
      'Part,5,,',
      'Part,,SDQ2,',
      'Part,,,0',
      'None,5,,',
      'Part,,,',
      ',5,SDQ2,1',
    ]
    expect(rows('185', ...given)).toEqual([1, 4])
    expect(rows('198', ...given)).toEqual([2])
    expect(rows('190', ...given)).toEqual([3])
  })

  test('191: of who was, the four are answered; all of their episodes are told of where nothing is', () => {
    const head = 'CHILD,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE'
    expect(found('191', head, 'All,1,1,1,', 'Part,1,1,1,')).toEqual({ OC2: [0] })
    expect(found('191', head, 'All,1,1,1,0')).toEqual({})
    expect(found('191', head, 'Part,1,1,1,0')).toEqual({ Episodes: [0, 1] })
  })

  test('157 and 186: a score, or a reason that is not the age, of who is 4 to 16 all year', () => {
    const head = 'CHILD,DOB,SDQ_SCORE,SDQ_REASON'
    const born = ['01/04/2021', '02/04/2021', '01/04/2009', '31/03/2009', '29/02/2016', '']
    const with1 = born.map(dob => `All,${dob},,SDQ1`)
    expect(rows('157', head, ...with1, 'All,01/01/2015,,SDQ2', 'Part,01/01/2015,,SDQ1')).toEqual([0, 2, 4])
    const none = born.map(dob => `All,${dob},,`)
    expect(
      rows('186', head, ...none, 'All,01/01/2015,,SDQ2', 'All,01/01/2015,0,', 'Part,01/01/2015,,'),
    ).toEqual([0, 2, 4])
  })

  test('197B: a score or a reason of who becomes 4 or 17 in the year', () => {
    const head = 'CHILD,DOB,SDQ_SCORE,SDQ_REASON'
    const born = [
      '01/04/2021',
      '02/04/2021',
      '31/03/2022',
      '01/04/2022',
      '01/04/2008',
      '02/04/2008',
      '31/03/2009',
    ]
    const given = born.map(dob => `All,${dob},,`)
    expect(
      rows('197B', head, ...given, 'All,01/01/2022,,SDQ1', 'All,01/01/2022,3,', 'Part,01/01/2022,,'),
    ).toEqual([1, 2, 5, 6])
  })

  test('188 and 189: nothing of who is not yet 4 at the end, or 17 at the beginning', () => {
    const given = [
      'DOB,SDQ_SCORE,SDQ_REASON',
      '31/03/2022,3,',
      '01/04/2022,3,',
      '01/04/2022,,SDQ1',
      '01/04/2022,,',
      '01/04/2008,3,',
      '02/04/2008,3,',
      '01/01/2008,,SDQ1',
      ',3,',
    ]
    expect(rows('188', ...given)).toEqual([1, 2])
    expect(rows('189', ...given)).toEqual([4, 6])
  })

  test('542 and 543: convictions from the age of 10 on', () => {
    const head = 'CHILD,DOB,CONVICTED'
    const given = [
      'All,31/03/2016,',
      'All,01/04/2016,',
      'Part,31/03/2016,',
      'All,,',
      'All,31/03/2016,0',
      'All,01/04/2016,0',
    ]
    expect(rows('543', head, ...given)).toEqual([0])
    expect(rows('542', head, ...given)).toEqual([5])
  })

  test('545 and 546: health checks until the age of 5', () => {
    const head = 'CHILD,DOB,HEALTH_CHECK'
    const given = [
      'All,01/04/2021,',
      'All,31/03/2021,',
      'Part,01/04/2021,',
      'All,,',
      'All,31/03/2021,1',
      'All,01/04/2021,1',
    ]
    expect(rows('545', head, ...given)).toEqual([0])
    expect(rows('546', head, ...given)).toEqual([4])
  })
})
