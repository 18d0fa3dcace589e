import { describe, expect, test } from 'vitest'
import { motherRules } from './mother.ts'
import { failing } from './sample.ts'

describe('mothers', () => {
  test('171: the child’s birth is a day, where it is given', () => {
    const Header = ['CHILD,MC_DOB', 'A,30/02/2025', 'B,', 'C,28/02/2025']
    expect(failing(motherRules, '171', 2022, { Header })).toEqual({ Header: [0] })
  })

  test('174: no birth for who is male, in the codes of the year', () => {
    const Header = ['SEX,MC_DOB', '1,01/01/2020', 'M,01/01/2020', 'M,', '1,', 'F,01/01/2020', '2,01/01/2020']
    expect(failing(motherRules, '174', 2023, { Header })).toEqual({ Header: [0] })
    expect(failing(motherRules, '174', 2024, { Header })).toEqual({ Header: [1] })
  })

  test('611: a mother has her child’s birth', () => {
    const Header = ['MOTHER,MC_DOB', '1,', '1,01/01/2020', '0,', ',']
    expect(failing(motherRules, '611', 2022, { Header })).toEqual({ Header: [0] })
  })

  test('612: a birth is given of mothers alone', () => {
    const rows = ['0,01/01/2020', ',soon', '1,01/01/2020', '0,']
    const of = (sex: string) => ({ Header: ['SEX,MOTHER,MC_DOB', ...rows.map(row => `${sex},${row}`)] })
    expect(failing(motherRules, '612', 2023, of('2'))).toEqual({ Header: [0, 1] })
    expect(failing(motherRules, '612', 2023, of('F'))).toEqual({})
    expect(failing(motherRules, '612', 2024, of('F'))).toEqual({ Header: [0, 1] })
    expect(failing(motherRules, '612', 2024, of('U'))).toEqual({})
  })

  test('620: a mother was 11 when the year began', () => {
    const Header = ['MOTHER,DOB', '1,01/04/2014', '1,02/04/2014', '0,02/04/2014', '1,']
    expect(failing(motherRules, '620', 2025, { Header })).toEqual({ Header: [1] })
  })

  test('621: she is older than her child', () => {
    const Header = [
      'DOB,MC_DOB',
      '01/05/2010,01/05/2010',
      '01/05/2010,02/05/2010',
      '01/05/2010,',
      ',01/05/2010',
    ]
    expect(failing(motherRules, '621', 2022, { Header })).toEqual({ Header: [0] })
  })
})
