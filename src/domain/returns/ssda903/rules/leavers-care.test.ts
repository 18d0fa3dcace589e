import { describe, expect, test } from 'vitest'
import type { Lines } from '../../check/lines.ts'
import { leaverCareRules } from './leavers-care.ts'
import { failing, type Sample } from './sample.ts'

const rows = (code: string, tables: Sample['tables'], year = 2025) =>
  failing(leaverCareRules, code, year, tables).OC3 ?? []
const leavers = (...children: Lines) => ['CHILD,DOB,IN_TOUCH', ...children]

describe('care leavers beside their episodes', () => {
  test('1000: nobody who died in care, this year or last', () => {
    const Episodes = ['CHILD,REC', 'A,E2', 'B,E4A']
    const OC3 = leavers('A,,NO', 'B,,NO', 'C,,NO')
    expect(rows('1000', { OC3, Episodes })).toEqual([0])
    expect(rows('1000', { OC3, Episodes, Episodes_last: ['CHILD,REC', 'C,X1', 'C,E2'] })).toEqual([0, 2])
  })

  test('1001: thirteen weeks since 14, some of it at 16, and not adopted', () => {
    const head = 'CHILD,DECOM,DEC,LS,REC'
    const Header = [
      'CHILD,DOB',
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(c => `${c},01/06/2009`),
      'I,',
    ]
    const Episodes_last = [head, 'E,01/03/2025,,C2,', 'F,01/06/2023,31/08/2023,C2,E4A']
    const Episodes = [
      head,
      'A,01/05/2025,31/07/2025,C2,E4A', // 91 days, over the 16th birthday
      'B,02/05/2025,31/07/2025,C2,E4A', // 90
      'C,01/01/2024,31/05/2025,C2,E4A', // ended the day before
      'D,01/01/2024,01/06/2025,C2,E11',
      'E,01/03/2025,15/06/2025,C2,E4A', // the same episode in both years
      'F,01/06/2023,,C2,', // closed last year: 91 days, but not at 16
      'G,01/01/2024,01/09/2025,V3,E4A',
      'H,01/05/2025,15/06/2025,C2,X1', // two that overlap are not counted twice
      'H,15/05/2025,20/07/2025,C2,E4A',
      'I,01/09/2025,,C2,',
    ]
    const OC3 = leavers(...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map(c => `${c},,YES`))
    expect(rows('1001', { OC3, Episodes, Episodes_last, Header })).toEqual([1, 2, 3, 5, 6, 7, 9])
  })

  test('1002: an episode that has ended, this year or last', () => {
    const OC3 = leavers('A,,YES', 'B,,YES', 'C,,YES', 'D,,YES')
    const Episodes = ['CHILD,DEC', 'A,01/05/2025', 'C,']
    const Episodes_last = ['CHILD,DEC', 'B,01/05/2024', 'C,']
    expect(rows('1002', { OC3, Episodes, Episodes_last })).toEqual([2, 3])
    expect(() => rows('1002', { OC3, Episodes })).toThrow('Episodes_last')
  })

  test('1007 and 1016: still looked after on the birthday; care ended after it', () => {
    const OC3 = leavers(
      'A,01/06/2008,YES',
      'B,01/06/2008,YES',
      'C,01/06/2008,YES',
      'D,01/06/2007,YES',
      'E,01/06/2008,',
    )
    const Episodes = [
      'CHILD,DECOM,DEC,REC',
      'A,01/01/2024,02/06/2025,E4A',
      'B,01/01/2024,01/06/2025,E4A',
      'C,02/06/2025,01/07/2025,E4A',
      'D,01/01/2024,,',
      'E,01/01/2024,,',
    ]
    expect(rows('1007', { OC3, Episodes })).toEqual([0, 3])
    expect(rows('1016', { OC3, Episodes })).toEqual([0, 2])
  })

  test('1007 and 1016 speak of the 17th and 18th birthday alone', () => {
    const OC3 = leavers(
      'A,01/06/2009,YES',
      'A,02/04/2009,YES',
      'A,31/03/2009,YES',
      'A,02/04/2006,YES',
      'A,,YES',
    )
    const Episodes = ['CHILD,DECOM,DEC,REC', 'A,01/01/2024,01/04/2026,E4A']
    expect(rows('1007', { OC3, Episodes })).toEqual([2])
    expect(rows('1016', { OC3, Episodes })).toEqual([2])
  })

  test('1010: an episode left open last year, by its last episode, and none this year', () => {
    const Episodes_last = [
      'CHILD,DECOM,DEC',
      'A,01/01/2025,',
      'B,01/02/2025,01/03/2025',
      'B,01/01/2025,',
      'C,01/01/2025,',
    ]
    const Episodes = ['CHILD,DECOM,DEC', 'C,01/01/2025,01/05/2025']
    const OC3 = leavers('A,,YES', 'B,,YES', 'C,,YES', 'D,,YES')
    expect(rows('1010', { OC3, Episodes, Episodes_last })).toEqual([0])
  })

  test('1011: care did not pass to another authority at the last', () => {
    const Episodes = [
      'CHILD,DECOM,REC',
      'A,01/06/2025,E3',
      'A,01/05/2025,X1',
      'B,01/05/2025,E3',
      'B,01/06/2025,E4A',
      'C,01/05/2025,E3',
    ]
    expect(rows('1011', { OC3: leavers('A,,YES', 'B,,YES', 'C,,'), Episodes })).toEqual([0])
  })
})
