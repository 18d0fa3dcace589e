import { describe, expect, test } from 'vitest'
import { headerRules } from './header.ts'
import { failing } from './sample.ts'

describe('the child of the header', () => {
  test('101: sex was 1 or 2 until 2023-24, and is a letter since', () => {
    const Header = ['CHILD,SEX', 'A,1', 'B,M', 'C,', 'D,U', 'E,m']
    expect(failing(headerRules, '101', 2023, { Header })).toEqual({ Header: [1, 2, 3, 4] })
    expect(failing(headerRules, '101', 2024, { Header })).toEqual({ Header: [0, 2, 4] })
  })

  test('351: nobody who was 25 when the year began; whoever is born on 29 February is on 1 March', () => {
    const Header = ['CHILD,DOB', 'A,01/04/2000', 'B,02/04/2000', 'C,29/02/2000', 'D,', 'E,31/02/1990']
    expect(failing(headerRules, '351', 2025, { Header })).toEqual({ Header: [0, 2] })
  })
})
