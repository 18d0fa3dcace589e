import { expect, test } from 'vitest'
import { referralRules as rules } from './referral.ts'
import { failing } from './sample.ts'

const cases = (code: string, year: number, ...CINdetails: string[]) =>
  failing(rules, code, year, { CINdetails }).CINdetails ?? []

test('8600: there, and by the end of the census year', () => {
  expect(
    cases('8600', 2025, 'LAchildID,CINreferralDate', '1,2026-03-31', '2,2026-04-01', '3,', '4,2025-02-30'),
  ).toEqual([1, 2, 3])
})

test('8606: at most 40 weeks before the child is born, or expected', () => {
  const ChildIdentifiers = [
    'LAchildID,PersonBirthDate,ExpectedPersonBirthDate',
    ...['A,2026-01-08,', 'B,,2026-01-08', 'C,,'],
  ]
  const CINdetails = [
    'LAchildID,CINreferralDate',
    ...['A,2025-04-03', 'A,2025-04-02', 'B,2025-04-03', 'B,2025-04-02', 'C,2000-01-01', 'A,'],
  ]
  expect(failing(rules, '8606', 2025, { ChildIdentifiers, CINdetails })).toEqual({
    ChildIdentifiers: [0, 1],
    CINdetails: [1, 3],
  })
})

test('8568: yes or no', () => {
  const all = ['0', '1', 'true', 'false', 'False', '', '2', 'yes'].map((v, i) => `${i},${v}`)
  expect(cases('8568', 2022, 'LAchildID,ReferralNFA', ...all)).toEqual([5, 6, 7])
})

test('8569Q: no further action from the last working day before the census year on', () => {
  const head = 'CINreferralDate,ReferralNFA'
  expect(cases('8569Q', 2025, head, '2025-03-30,1', '2025-03-31,1', '2025-03-30,0', ',1')).toEqual([0])
  // 1 April 2024 was Easter Monday, and Friday 29 March Good Friday.
  expect(cases('8569Q', 2024, head, '2024-03-27,true', '2024-03-28,true', '2024-03-27,')).toEqual([0])
})

test('8610 and 8650: a primary need where action followed, and one of the codes', () => {
  const all = ['0,', 'false,', '1,', ',', '0,N0', '0,N9', '1,N10', '0,n1'].map((v, i) => `${i},${v}`)
  expect(cases('8610', 2022, 'LAchildID,ReferralNFA,PrimaryNeedCode', ...all)).toEqual([0, 1])
  expect(cases('8650', 2025, 'LAchildID,ReferralNFA,PrimaryNeedCode', ...all)).toEqual([6, 7])
})

test('8866: the source of referrals since 1 April 2013', () => {
  const all = [
    '2013-04-01,',
    '2013-03-31,',
    '2025-06-01,5D',
    '2025-06-01,10',
    '2025-06-01,11',
    ',',
    '2013-04-01,1a',
  ]
  expect(cases('8866', 2025, 'CINreferralDate,ReferralSource', ...all)).toEqual([0, 4, 6])
})
