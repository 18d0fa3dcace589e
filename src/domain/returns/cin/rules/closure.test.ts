import { expect, test } from 'vitest'
import { closureRules as rules } from './closure.ts'
import { failing } from './sample.ts'

const cases = (code: string, year: number, ...CINdetails: string[]) =>
  failing(rules, code, year, { CINdetails }).CINdetails ?? []

test('8620 and 8630: within the census year, and not before the referral', () => {
  const all = [
    '2025-03-01,2025-03-31',
    '2025-04-01,2025-04-01',
    '2025-05-02,2025-05-01',
    '2026-01-01,2026-03-31',
  ]
  const head = 'CINreferralDate,CINclosureDate'
  const more = ['2026-03-01,2026-04-01', '2025-05-01,', ',2025-05-01']
  expect(cases('8620', 2025, head, ...all, ...more)).toEqual([0, 4])
  expect(cases('8630', 2025, head, ...all, ...more)).toEqual([2])
})

test('8640, 8805 and 8810: a reason and a day go together, and the reason is a code', () => {
  const all = ['2025-05-01,RC1', '2025-05-01,', ',RC9', ',', '2025-05-01,RC10', '2025-05-01,rc1']
  const head = 'CINclosureDate,ReasonForClosure'
  expect(cases('8640', 2022, head, ...all)).toEqual([4, 5])
  expect(cases('8805', 2022, head, ...all)).toEqual([1])
  expect(cases('8810', 2025, head, ...all)).toEqual([2])
})

test('8825Q: closed after an assessment, of which there is none in this case of this child', () => {
  const CINdetails = [
    'LAchildID,CINdetailsID,ReasonForClosure',
    ...['A,1,RC8', 'A,2,RC9', 'A,3,RC7', 'B,1,RC8', 'B,4,', 'B,5,RC9'],
  ]
  const Assessments = ['LAchildID,CINdetailsID', 'A,1', 'B,5']
  expect(failing(rules, '8825Q', 2025, { CINdetails, Assessments })).toEqual({ CINdetails: [1, 3] })
})

test('8867: every assessment of a closed case was completed', () => {
  const CINdetails = ['LAchildID,CINdetailsID,CINclosureDate', 'A,1,2025-05-01', 'A,2,', 'B,3,2025-05-01']
  const Assessments = [
    'LAchildID,CINdetailsID,AssessmentAuthorisationDate',
    ...['A,1,2025-04-20', 'A,1,', 'A,2,', 'B,3,2025-04-20', 'B,1,'],
  ]
  expect(failing(rules, '8867', 2025, { CINdetails, Assessments })).toEqual({
    CINdetails: [0],
    Assessments: [1],
  })
})

test('8868: every enquiry of a closed case came to a conference or needed none: one of the two', () => {
  const CINdetails = [
    'LAchildID,CINdetailsID,CINclosureDate',
    ...['A,1,2025-05-01', 'A,2,2025-05-01', 'A,3,', 'B,4,2025-05-01'],
  ]
  const Section47 = [
    'LAchildID,CINdetailsID,DateOfInitialCPC,ICPCnotRequired',
    ...['A,1,2025-04-20,0', 'A,1,,1', 'A,2,,0', 'A,3,,0', 'B,4,2025-04-20,true', 'B,4,2025-04-20,', 'A,2,,'],
  ]
  expect(failing(rules, '8868', 2025, { CINdetails, Section47 })).toEqual({
    CINdetails: [1, 3],
    Section47: [2, 4, 6],
  })
})
