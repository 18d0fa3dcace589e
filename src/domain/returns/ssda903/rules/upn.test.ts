import { describe, expect, test } from 'vitest'
import { failing } from './sample.ts'
import { upnRules } from './upn.ts'

describe('the unique pupil number', () => {
  test('168: a number of thirteen characters without I, O and S, or UN1 to UN5', () => {
    const Header = [
      'UPN',
      ...['A123456789012', 'Z12345678901A', 'UN1', 'UN5', 'UN6', 'I123456789012', 'A12345678901O'],
      ...['A12345678901', 'A1234567890123', 'a123456789012', '', 'AB23456789012'],
    ]
    expect(
      failing(upnRules, '168', 2022, { Header: Header.map((v, i) => `${i === 0 ? 'CHILD' : i},${v}`) }),
    ).toEqual({
      Header: [4, 5, 6, 7, 8, 9, 10, 11],
    })
  })

  test('209: UN1 is for who is not five by 31 August', () => {
    const Header = ['UPN,DOB', 'UN1,31/08/2020', 'UN1,01/09/2020', 'UN2,31/08/2010', 'UN1,', ',31/08/2010']
    expect(failing(upnRules, '209', 2025, { Header })).toEqual({ Header: [0] })
  })

  test('444: one number for two children, however it is written; codes for none may come again', () => {
    const Header = ['UPN,SEX', 'A1,M', 'UN1,M', 'UN1,F', 'a1,F', 'B1,F', ',M', ',M']
    expect(failing(upnRules, '444', 2026, { Header })).toEqual({ Header: [0, 3] })
  })
})
