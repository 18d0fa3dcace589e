import { expect, test } from 'vitest'
import { failing } from './sample.ts'
import { sexRules } from './sex.ts'
import { upnUnknownRules } from './upn-unknown.ts'

test('4180: a gender until 2023/24, one of three sexes after', () => {
  const ChildIdentifiers = ['GenderCurrent,Sex', '1,', ',M', '0,U', '9,m', '2,X', ',F']
  expect(failing(sexRules, '4180', 2023, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1, 5] })
  expect(failing(sexRules, '4180', 2024, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [0, 3, 4] })
})

test('8750: not known of an unborn child, who has an expected date and no date of birth', () => {
  const ChildIdentifiers = [
    'PersonBirthDate,ExpectedPersonBirthDate,GenderCurrent,Sex',
    ...[
      ',2026-05-01,0,U',
      ',2026-05-01,1,M',
      ',2026-05-01,,',
      '2020-01-01,,1,M',
      '2020-01-01,2020-01-02,1,M',
    ],
    ',,1,M',
  ]
  expect(failing(sexRules, '8750', 2022, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1, 2] })
  expect(failing(sexRules, '8750', 2025, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1, 2] })
})

test('2886Q: more than 2 in 100 of those born without one, of the whole return', () => {
  const known = Array.from({ length: 98 }, () => ',1,F')
  const unborn = Array.from({ length: 50 }, () => '2026-05-01,0,U')
  const head = 'ExpectedPersonBirthDate,GenderCurrent,Sex'
  const Header = ['ReferenceDate', '2026-03-31']
  for (const year of [2023, 2024]) {
    const two = [head, ...known, ',0,U', ',,', ...unborn]
    expect(failing(sexRules, '2886Q', year, { Header, ChildIdentifiers: two })).toEqual({})
    const three = [...two, ',0,U']
    expect(failing(sexRules, '2886Q', year, { Header, ChildIdentifiers: three })).toEqual({ Header: [0] })
    expect(failing(sexRules, '2886Q', year, { ChildIdentifiers: three })).toEqual({ ChildIdentifiers: [0] })
  }
  expect(failing(sexRules, '2886Q', 2025, { ChildIdentifiers: [head] })).toEqual({})
})

test('8770Q: over five, and since 2024/25 of school age, without a number or a reason', () => {
  const CINdetails = [
    'LAchildID,ReferralNFA',
    ...['A,0', 'B,0', 'C,false', 'D,1', 'D,0', 'E,true', 'F,0', 'G,0', 'H,'],
  ]
  const ChildIdentifiers = (five: string, younger: string) => [
    'LAchildID,PersonBirthDate,UPN,UPNunknown',
    ...[`A,${five},,`, `B,${younger},,`, `C,${five},,UN1`, `D,${five},,`, `E,${five},,`],
    ...[`F,${five},x,`, `G,${five},,UN2`, `H,${five},,un1`, `I,${five},,`, 'A,,,'],
  ]
  const found = { ChildIdentifiers: [0, 2, 3, 7] }
  const over = ChildIdentifiers('2019-03-30', '2019-03-31')
  expect(failing(upnUnknownRules, '8770Q', 2023, { CINdetails, ChildIdentifiers: over })).toEqual(found)
  const school = ChildIdentifiers('2019-08-31', '2019-09-01')
  expect(failing(upnUnknownRules, '8770Q', 2024, { CINdetails, ChildIdentifiers: school })).toEqual(found)
})

test('8772: UN7 is for children whose referrals all ended with no further action', () => {
  const ChildIdentifiers = ['LAchildID,UPNunknown', 'A,UN7', 'B,UN7', 'C,UN6', 'D,UN7']
  const CINdetails = ['LAchildID,ReferralNFA', 'A,1', 'A,TRUE', 'B,1', 'B,0', 'C,0', 'D,']
  expect(failing(upnUnknownRules, '8772', 2025, { ChildIdentifiers, CINdetails })).toEqual({
    ChildIdentifiers: [1, 3],
    CINdetails: [3, 5],
  })
})
