import { describe, expect, test } from 'vitest'
import { missingCareRules } from './missing-care.ts'
import { missingLeftRules } from './missing-left.ts'
import { failing } from './sample.ts'

/** Rows of days in May 2025, by their dates alone: "A,01,05". */
const may = (line: string): string => line.replace(/\b(\d\d)\b/g, '$1/05/2025')
const Episodes = (...rows: string[]) => ['CHILD,DECOM,DEC,REC', ...rows.map(may)]
const Missing = (...rows: string[]) => ['CHILD,MIS_START,MIS_END', ...rows.map(may)]
const rowsOf = (code: string, episodes: readonly string[], missing: readonly string[]) =>
  failing(missingCareRules, code, 2025, { Episodes: episodes, Missing: missing }).Missing ?? []

describe('being missing, and care', () => {
  test('575: the placement from which the child went has ended, and the time has no end', () => {
    const eps = Episodes('A,01,10', 'A,10,', 'B,01,10', 'C,05,05')
    const gone = Missing('A,09,', 'A,10,', 'A,09,10', 'B,10,', 'B,11,', 'A,,', 'C,05,', 'Z,05,')
    expect(rowsOf('575', eps, gone)).toEqual([0, 3, 6])
  })

  test('577: who left care is not still missing', () => {
    const eps = Episodes('A,05,10', 'A,01,05', 'B,01,05', 'B,10,', 'C,01,')
    const gone = Missing(
      'A,02,',
      'A,02,10',
      'A,02,11',
      'B,02,',
      'B,12,',
      'B,02,07',
      'C,01,',
      'Z,01,',
      'A,,',
      'A,,20',
    )
    expect(rowsOf('577', eps, gone)).toEqual([0, 2, 3, 5])
  })

  test('578 and 581: nobody goes missing from care on a day outside it', () => {
    const eps = Episodes('A,05,10', 'B,01,05', 'B,10,')
    const gone = Missing('A,05,', 'A,10,', 'A,11,', 'A,04,', 'B,07,', 'B,20,', 'Z,01,', 'A,,')
    expect(rowsOf('578', eps, gone)).toEqual([2, 3, 4])
    expect(rowsOf('581', eps, gone)).toEqual([2, 3, 4])
  })

  test('580: care that ends while the child is missing ends with E8', () => {
    const tables = {
      Episodes: Episodes(
        'A,01,10,E4A',
        'B,01,10,E8',
        'C,01,10,X1',
        'D,01,10,E4A',
        'E,01,10,E3',
        'F,01,10,',
        'G,01,10,E3',
      ),
      Missing: Missing('A,05,10', 'B,05,10', 'C,05,10', 'D,05,09', 'E,05,', 'F,05,', 'G,05,12'),
    }
    expect(failing(missingLeftRules, '580', 2025, tables)).toEqual({ Episodes: [0, 4, 6] })
  })

  test('576: who was missing when last year ended begins this year missing', () => {
    const tables = {
      Missing_last: Missing('A,05,', 'B,05,', 'C,05,06', 'D,05,', 'E,05,'),
      Missing: Missing('A,07,', 'A,05,06', 'B,08,', 'B,07,', 'E,,'),
    }
    expect(failing(missingLeftRules, '576', 2026, tables)).toEqual({ Missing: [3, 4], Missing_last: [3] })
  })
})
