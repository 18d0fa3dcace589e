import { describe, expect, test } from 'vitest'
import type { Lines } from '../../check/lines.ts'
import { failing } from './sample.ts'
import { workerRules } from './workers.ts'

const rows = (code: string, year: number, ...SWEpisodes: Lines) =>
  failing(workerRules, code, year, { SWEpisodes }).SWEpisodes ?? []

describe('what a social worker’s row must have', () => {
  test('SW02: a number that begins with SW or XX; from 2025-26 on, and has more', () => {
    const given = ['SW_ID', 'SW1', 'XX1', 'sw1', '1SW', 'SW', 'XX', '']
    expect(rows('SW02STG1', 2024, ...given)).toEqual([2, 3])
    expect(rows('SW02STG1', 2025, ...given)).toEqual([2, 3, 4, 5, 6])
  })

  test('SW03: number, beginning and reason', () => {
    const given = [
      'SW_ID,SW_DECOM,SW_DEC,SW_REASON',
      'SW1,01/05/2023,,FCONTA',
      ',01/05/2023,,FCONTA',
      'SW1,,,FCONTA',
      'SW1,01/05/2023,,',
    ]
    expect(rows('SW03STG1', 2023, ...given)).toEqual([1, 2, 3])
  })

  test('SW01a and SW01b: the reason is asked of who began on or after 1 April 2023', () => {
    const given = [
      'SW_ID,SW_DECOM,SW_REASON',
      'SW1,31/03/2023,',
      ',31/03/2023,',
      'SW1,,FCONTA',
      'SW1,01/04/2023,',
      ',01/04/2023,FCONTA',
      'SW1,01/04/2023,FCONTA',
    ]
    expect(rows('SW01aSTG1', 2024, ...given)).toEqual([1, 2])
    expect(rows('SW01bSTG1', 2024, ...given)).toEqual([3, 4])
  })

  test('SW04 and SW05: days of the calendar; Zs stand for what is not known', () => {
    const given = [
      'SW_DECOM,SW_DEC',
      '01/05/2023,',
      'ZZ/05/2023,ZZ/ZZ/ZZZZ',
      '31/06/2023,z',
      ',31/06/2023',
      'zz,ZZ',
    ]
    expect(rows('SW04STG1', 2025, ...given)).toEqual([2, 4])
    expect(rows('SW05STG1', 2025, ...given)).toEqual([2, 3, 4])
  })

  test('SW13: a reason of the list; from 2024-25 on, none of who began before 1 April 2023', () => {
    const given = [
      'SW_DECOM,SW_REASON',
      '01/05/2024,OTHERS',
      '01/05/2024,LATE',
      '31/03/2023,',
      '01/04/2023,',
      ',',
    ]
    expect(rows('SW13STG1', 2023, ...given)).toEqual([1, 2, 3, 4])
    expect(rows('SW13STG1', 2024, ...given)).toEqual([1, 3])
  })
})
