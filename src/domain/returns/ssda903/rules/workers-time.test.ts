import { describe, expect, test } from 'vitest'
import type { Lines } from '../../check/lines.ts'
import { failing } from './sample.ts'
import { workerNextRules } from './workers-next.ts'
import { workerTimeRules } from './workers-time.ts'

const rules = [...workerTimeRules, ...workerNextRules]
const rows = (code: string, year: number, ...SWEpisodes: Lines) =>
  failing(rules, code, year, { SWEpisodes }).SWEpisodes ?? []
const head = 'CHILD,SW_DECOM,SW_DEC'

describe('the social workers of a year', () => {
  test('SW01: who is in care at 31 March has social workers, and all that is asked of them', () => {
    const Episodes = [
      'CHILD,DECOM,DEC,LS',
      'A,01/05/2023,,C2',
      'B,01/05/2023,30/03/2024,C2',
      'C,01/05/2023,,V4',
      'D,01/05/2023,01/06/2023,C2',
      'D,01/06/2023,,C2',
    ]
    const SWEpisodes = [
      'CHILD,SW_ID,SW_DECOM,SW_REASON',
      'A,SW1,01/05/2023,',
      'A,SW1,01/05/2023,FCONTA',
      'B,,,',
      'C,,,',
      'E,,,',
    ]
    expect(failing(rules, 'SW01STG1', 2023, { SWEpisodes, Episodes })).toEqual({
      SWEpisodes: [0],
      Episodes: [4],
    })
  })

  test('SW06: nobody who began after 31 March', () => {
    expect(rows('SW06STG2', 2025, head, 'A,01/04/2026,', 'A,31/03/2026,', 'A,01/01/2010,', 'A,,')).toEqual([
      0,
    ])
  })

  test('SW07: ends lie in the year; from 2024-25 on, in the year before too', () => {
    const given = ['SW_DEC', '31/03/2023', '01/04/2023', '31/03/2024', '31/03/2025', '01/04/2025', '']
    expect(rows('SW07STG2', 2023, ...given)).toEqual([0, 3, 4])
    expect(rows('SW07STG2', 2024, ...given)).toEqual([0, 4])
  })

  test('SW09: not one day alone', () => {
    expect(rows('SW09STG2', 2025, head, 'A,01/05/2025,01/05/2025', 'A,01/05/2025,02/05/2025', 'A,,')).toEqual(
      [0],
    )
  })

  test('SW12: who is in care at 31 March has a social worker from the first day on, or from the first contact', () => {
    const Episodes = [
      'CHILD,DECOM,DEC,LS',
      ...['A', 'B', 'C', 'E'].map(c => `${c},01/01/2026,,C2`),
      'D,01/01/2026,30/03/2026,C2',
    ]
    const SWEpisodes = [
      'CHILD,SW_DECOM,SW_DEC,SW_REASON',
      'A,01/06/2025,,MANAGE',
      'A,01/04/2025,01/06/2025,MANAGE',
      'B,02/04/2025,01/06/2025,MANAGE',
      'B,01/06/2025,,FCONTA',
      'C,02/04/2025,,FCONTA',
      'D,02/04/2025,,MANAGE',
      'E,,,MANAGE',
    ]
    expect(failing(rules, 'SW12STG2', 2025, { SWEpisodes, Episodes })).toEqual({ SWEpisodes: [2] })
    const then = ['CHILD,SW_DECOM,SW_REASON', 'A,02/04/2023,MANAGE', 'B,01/04/2023,MANAGE']
    const care = ['CHILD,DECOM,DEC', 'A,01/05/2023,', 'B,01/05/2023,']
    expect(failing(rules, 'SW12STG2', 2023, { SWEpisodes: then, Episodes: care })).toEqual({
      SWEpisodes: [0],
    })
  })

  test('SW14: an end that is missing is asked about', () => {
    expect(rows('SW14STG2', 2023, head, 'A,01/05/2023,', 'A,01/05/2023,01/06/2023')).toEqual([0])
  })
})

describe('one social worker after another', () => {
  test('SW08: an earlier one has an end', () => {
    const given = [
      'A,01/06/2025,',
      'A,01/05/2025,',
      'B,01/05/2025,',
      'B,,',
      'C,01/05/2025,02/06/2025',
      'C,01/06/2025,',
    ]
    expect(rows('SW08STG2', 2025, head, ...given)).toEqual([1])
  })

  test('SW10: one begins when any before has ended; from 2024-25 on, a first contact is let be', () => {
    const given = [
      'A,01/05/2025,01/08/2025,MANAGE',
      'A,01/08/2025,01/09/2025,MANAGE',
      'B,01/05/2025,01/08/2025,MANAGE',
      'B,01/06/2025,02/06/2025,MANAGE',
      'B,01/07/2025,,FCONTA',
      'C,,01/08/2025,MANAGE',
    ]
    expect(rows('SW10STG2', 2023, `${head},SW_REASON`, ...given)).toEqual([3, 4])
    expect(rows('SW10STG2', 2024, `${head},SW_REASON`, ...given)).toEqual([3])
  })

  test('SW11a and SW11b: the last ended long before 31 March, or in the last days before it', () => {
    const given = [
      'A,01/05/2023,25/03/2024',
      'B,01/05/2023,26/03/2024',
      'C,01/05/2023,30/03/2024',
      'D,01/05/2023,31/03/2024',
      'E,01/05/2023,26/03/2024',
      'E,26/03/2024,',
      'F,01/05/2023,27/03/2024',
      'F,,',
      'G,01/06/2023,01/07/2023',
      'G,01/05/2023,31/03/2024',
    ]
    expect(rows('SW11aSTG2', 2023, head, ...given)).toEqual([0])
    expect(rows('SW11bSTG2', 2023, head, ...given)).toEqual([1, 2, 7])
  })

  test('SW17: somebody at 31 March; the last row is told of', () => {
    const given = [
      'A,01/05/2025,',
      'A,01/06/2025,01/07/2025',
      'B,01/06/2025,30/03/2026',
      'B,01/05/2025,01/06/2025',
      'C,01/05/2025,31/03/2026',
      'D,,',
      'E,01/04/2026,',
    ]
    expect(rows('SW17STG2', 2025, head, ...given)).toEqual([2, 5, 6])
  })
})
