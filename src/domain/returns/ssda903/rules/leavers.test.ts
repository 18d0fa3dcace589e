import { describe, expect, test } from 'vitest'
import type { Lines } from '../../check/lines.ts'
import { leaverRules } from './leavers.ts'
import { failing } from './sample.ts'

const rows = (code: string, ...OC3: Lines) => failing(leaverRules, code, 2025, { OC3 }).OC3 ?? []

describe('answers about care leavers', () => {
  test('131, 132, 133: codes; homeless and in custody are never suitable', () => {
    expect(rows('131', 'IN_TOUCH', 'YES', 'RHOM', 'Yes', '')).toEqual([2, 3])
    expect(rows('132', 'ACTIV', 'F1', '0', 'P3', 'G6', '')).toEqual([2, 4])
    expect(rows('133', 'ACCOM', 'B1', '0', 'S1', 'S2', 'X1', 'X2', '')).toEqual([2, 4, 6])
  })

  test('153: all three, or none', () => {
    expect(rows('153', 'IN_TOUCH,ACTIV,ACCOM', 'YES,F1,B1', ',,', 'YES,,', 'YES,F1,', ',0,0')).toEqual([
      2, 3, 4,
    ])
  })

  test('344: who has died or is at home has neither activity nor accommodation', () => {
    const given = ['DIED,0,0', 'DIED,F1,0', 'RHOM,0,B1', 'RHOM,,', 'YES,F1,B1', 'NO,F1,B1']
    expect(rows('344', 'IN_TOUCH,ACTIV,ACCOM', ...given)).toEqual([1, 2])
  })

  test('345: who is in touch has both', () => {
    expect(
      rows('345', 'IN_TOUCH,ACTIV,ACCOM', 'YES,0,B1', 'YES,F1,0', 'NO,0,0', 'YES,F1,', 'YES,F1,B1'),
    ).toEqual([0, 1])
  })

  test('347: no foyer before 18', () => {
    const given = ['02/04/2007,T1', '01/04/2007,T2', '02/04/2007,U1', '02/04/2007,', ',T1']
    expect(rows('347', 'DOB,ACCOM', ...given)).toEqual([0])
  })

  test('3001: no former foster carers where the 17th birthday is in the year; by the birth in the header', () => {
    const Header = ['CHILD,DOB', 'A,01/04/2008', 'B,31/03/2009', 'C,31/03/2008', 'D,01/04/2009', 'E,']
    const OC3 = ['CHILD,ACCOM', 'A,Z1', 'B,Z2', 'C,Z1', 'D,Z1', 'E,Z1', 'A,K1', 'A,', 'F,Z1']
    expect(failing(leaverRules, '3001', 2025, { OC3, Header })).toEqual({ OC3: [0, 1] })
  })

  test('348: who had died last year has died this year', () => {
    const OC3_last = ['CHILD,IN_TOUCH', 'A,DIED', 'B,DIED', 'C,NO', 'D,DIED']
    const OC3 = ['CHILD,IN_TOUCH,ACTIV', 'A,DIED,0', 'B,YES,F1', 'C,YES,F1', 'D,,']
    expect(failing(leaverRules, '348', 2025, { OC3, OC3_last })).toEqual({ OC3: [1] })
    expect(() => failing(leaverRules, '348', 2025, { OC3 })).toThrow('OC3_last')
  })

  test('391: nobody who is not 17 by the end of the year', () => {
    const given = ['01/04/2009,YES', '31/03/2009,YES', '01/04/2009,', '01/04/2001,YES', ',YES']
    expect(rows('391', 'DOB,IN_TOUCH', ...given)).toEqual([0])
  })
})
