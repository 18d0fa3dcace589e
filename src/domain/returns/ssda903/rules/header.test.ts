import { describe, expect, test } from 'vitest'
import { headerRules } from './header.ts'
import { failing } from './sample.ts'

describe('the child of the header', () => {
  test('101: sex was 1 or 2 until 2023-24, and is a letter since', () => {
    const Header = ['CHILD,SEX', 'A,1', 'B,M', 'C,', 'D,U', 'E,m']
    expect(failing(headerRules, '101', 2023, { Header })).toEqual({ Header: [1, 2, 3, 4] })
    expect(failing(headerRules, '101', 2024, { Header })).toEqual({ Header: [0, 2, 4] })
  })

  test('102: a birth that is a day of the calendar', () => {
    const Header = ['CHILD,DOB', 'A,29/02/2012', 'B,29/02/2011', 'C,', 'D,2012-02-29', 'E,1/3/2012']
    expect(failing(headerRules, '102', 2022, { Header })).toEqual({ Header: [1, 2, 3] })
  })

  test('103: an ethnicity of the list', () => {
    const Header = ['CHILD,ETHNIC', 'A,MOTH', 'B,moth', 'C,', 'D,NOBT', 'E,WHIT']
    expect(failing(headerRules, '103', 2022, { Header })).toEqual({ Header: [1, 2, 4] })
  })

  test('232: sex unknown is asked about from 2024-25', () => {
    const Header = ['CHILD,SEX', 'A,U', 'B,u', 'C,', 'D,F']
    expect(failing(headerRules, '232', 2024, { Header })).toEqual({ Header: [0, 1] })
    expect(() => failing(headerRules, '232', 2023, { Header })).toThrow('no rule 232')
  })

  test('301: born by the last day of the year', () => {
    const Header = ['CHILD,DOB', 'A,31/03/2026', 'B,01/04/2026', 'C,']
    expect(failing(headerRules, '301', 2025, { Header })).toEqual({ Header: [1] })
  })

  test('351: nobody who was 25 when the year began; whoever is born on 29 February is on 1 March', () => {
    const Header = ['CHILD,DOB', 'A,01/04/2000', 'B,02/04/2000', 'C,29/02/2000', 'D,', 'E,31/02/1990']
    expect(failing(headerRules, '351', 2025, { Header })).toEqual({ Header: [0, 2] })
  })
})
