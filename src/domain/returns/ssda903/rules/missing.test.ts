import { describe, expect, test } from 'vitest'
import { missingRules } from './missing.ts'
import { failing } from './sample.ts'

const failingRows = (code: string, ...Missing: string[]) =>
  failing(missingRules, code, 2025, { Missing: ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...Missing] })
    .Missing ?? []

describe('times of being missing', () => {
  test('1004, 1005 and 1006: days and codes, where they are given', () => {
    const rows = [
      'A,,M,31/04/2025,31/04/2025',
      'B,,,,',
      'C,,X,01/05/2025,1/5/25',
      'D,,a,01/05/2025,01/05/2025',
    ]
    expect(failingRows('1004', ...rows)).toEqual([0])
    expect(failingRows('1005', ...rows)).toEqual([0, 2])
    expect(failingRows('1006', ...rows)).toEqual([2, 3])
  })

  test('564, 565 and 566: what is given needs the rest', () => {
    const rows = [
      'A,,M,,',
      'B,,,01/05/2025,',
      'C,,,,02/05/2025',
      'D,,A,01/05/2025,02/05/2025',
      'E,,X,,',
      'F,,,,',
    ]
    expect(failingRows('564', ...rows)).toEqual([0])
    expect(failingRows('565', ...rows)).toEqual([1])
    expect(failingRows('566', ...rows)).toEqual([2])
  })

  test('567 and 586: back not before going, and neither before being born', () => {
    const rows = [
      'A,01/05/2025,M,02/05/2025,01/05/2025',
      'B,01/05/2025,M,01/05/2025,01/05/2025',
      'C,02/05/2025,M,01/05/2025,',
    ]
    expect(failingRows('567', ...rows)).toEqual([0])
    expect(failingRows('586', ...rows)).toEqual([2])
  })

  test('570 and 571: within the year; a start may lie before it', () => {
    const rows = [
      ...['A,,M,31/03/2025,31/03/2025', 'B,,M,31/03/2025,01/04/2025', 'C,,M,31/03/2026,31/03/2026'],
      ...['D,,M,01/04/2026,01/04/2026', 'E,,M,,'],
    ]
    expect(failingRows('570', ...rows)).toEqual([3])
    expect(failingRows('571', ...rows)).toEqual([0, 3])
  })

  test('574: one after the other, whatever the order of the rows', () => {
    const rows = [
      ...['A,,M,05/05/2025,06/05/2025', 'A,,M,01/05/2025,05/05/2025'],
      ...['B,,M,01/05/2025,', 'B,,A,03/05/2025,04/05/2025', 'B,,A,05/05/2025,06/05/2025'],
      ...['C,,M,01/05/2025,20/05/2025', 'C,,M,03/05/2025,04/05/2025', 'C,,M,06/05/2025,07/05/2025'],
      ...['D,,M,,', 'D,,M,01/05/2025,'],
    ]
    expect(failingRows('574', ...rows)).toEqual([3, 4, 6, 7])
  })
})
