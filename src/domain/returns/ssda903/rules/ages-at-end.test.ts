import { describe, expect, test } from 'vitest'
import { agesAtEndRules } from './ages-at-end.ts'
import { failing } from './sample.ts'
import { shortStayRules } from './short-stays.ts'

describe('ages at the end', () => {
  test.each([
    ['386', 'E11', 18, 'grown'],
    ['386', 'E12', 18, 'grown'],
    ['407', 'E45', 18, 'grown'],
    ['407', 'E48', 18, 'grown'],
    ['387', 'E5', 14, 'young'],
    ['387', 'E6', 14, 'young'],
    ['389', 'E7', 16, 'young'],
    ['460', 'E17', 18, 'young'],
  ])('%s: %s and the birthday of %i', (code, reason, age, wrong) => {
    const Header = ['CHILD,DOB', `A,05/06/${2025 - age}`, `B,06/06/${2025 - age}`, 'C,']
    const Episodes = [
      'CHILD,REC,DEC',
      `A,${reason},05/06/2025`,
      `B,${reason},05/06/2025`,
      `A,${reason},`,
      `C,${reason},05/06/2025`,
      'A,X1,05/06/2025',
      'B,X1,05/06/2025',
    ]
    const row = wrong === 'grown' ? 0 : 1
    const found = failing(agesAtEndRules, code, 2025, { Header, Episodes })
    // Only the rule that names the date of birth speaks of the header too.
    expect(found).toEqual(code === '407' ? { Episodes: [row], Header: [row] } : { Episodes: [row] })
  })

  test('234: custody from the tenth birthday on, on the day on which the placement changed', () => {
    const Header = ['CHILD,DOB', 'A,05/06/2015', 'B,06/06/2015', 'C,']
    const Episodes = [
      'CHILD,REASON_PLACE_CHANGE,DECOM,DEC',
      'A,CUSTOD,01/04/2025,05/06/2025',
      'B,CUSTOD,01/04/2025,05/06/2025',
      'B,CARPL,01/04/2025,05/06/2025',
      'B,CUSTOD,06/06/2025,',
      'C,CUSTOD,01/04/2025,05/06/2025',
    ]
    const found = failing(agesAtEndRules, '234', 2025, { Header, Episodes })
    expect(found).toEqual({ Episodes: [1], Header: [1] })
  })
})

describe('short stays', () => {
  test.each([
    ['375', 'T1', '13/05/2025', '14/05/2025'],
    ['376', 'T3', '22/04/2025', '23/04/2025'],
    ['379', 'T4', '08/04/2025', '09/04/2025'],
  ])('%s: %s may end on %s, and not on %s', (code, place, well, late) => {
    const Episodes = [
      'CHILD,PLACE,DECOM,DEC',
      `A,${place},01/04/2025,${well}`,
      `B,${place},01/04/2025,${late}`,
      `C,U1,01/04/2025,${late}`,
      `D,${place},01/04/2024,`,
      `E,${place},,${late}`,
    ]
    expect(failing(shortStayRules, code, 2025, { Episodes })).toEqual({ Episodes: [1] })
  })
})
