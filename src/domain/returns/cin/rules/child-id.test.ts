import { expect, test } from 'vitest'
import { childIdRules } from './child-id.ts'
import { answerOf, failing } from './sample.ts'

test('8500 and 8510: every child has an ID, and no two have the same', () => {
  const ChildIdentifiers = ['LAchildID,UPN', 'A1,x', ',x', 'B1,x', 'A1,x', ',x']
  expect(failing(childIdRules, '8500', 2022, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1, 4] })
  expect(failing(childIdRules, '8510', 2025, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [0, 3] })
})

test('8590: a child without a case', () => {
  const ChildIdentifiers = ['LAchildID,UPN', 'A1,', 'B1,', ',x']
  const CINdetails = ['LAchildID,CINdetailsID', 'A1,1', 'C1,2']
  expect(failing(childIdRules, '8590', 2022, { ChildIdentifiers, CINdetails })).toEqual({
    ChildIdentifiers: [1],
  })
  expect(answerOf(childIdRules, '8590', 2022, { ChildIdentifiers })).toMatchObject({ asked: false })
})

test('1570 and 1580: at most 20 letters and figures, since 2024/25', () => {
  const twenty = 'a1'.repeat(10)
  const ChildIdentifiers = [
    'LAchildID,UPN',
    `${twenty},`,
    `${twenty}x,`,
    'A-1,',
    'A 1,',
    'Á1,',
    ',x',
    'aZ09,',
  ]
  expect(failing(childIdRules, '1570', 2024, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1] })
  expect(failing(childIdRules, '1580', 2025, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [2, 3, 4] })
  expect(() => failing(childIdRules, '1570', 2023, { ChildIdentifiers })).toThrow('no rule 1570 in 2023')
})
