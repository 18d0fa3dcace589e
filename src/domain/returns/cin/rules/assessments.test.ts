import { expect, test } from 'vitest'
import { assessmentRules } from './assessments.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample, year = 2025) => failing(assessmentRules, code, year, of)

test('1103: not before the referral of its own case', () => {
  const CINdetails = [
    'LAchildID,CINdetailsID,CINreferralDate',
    'a,1,2025-06-02',
    'a,2,2025-09-01',
    'b,1,2025-06-02',
    'c,1,',
  ]
  const Assessments = [
    'LAchildID,CINdetailsID,AssessmentActualStartDate',
    'a,1,2025-06-02',
    'a,2,2025-08-31',
    'b,1,2025-06-01',
    'b,1,',
    'c,1,2020-01-01',
    'd,1,2020-01-01',
  ]
  expect(found('1103', { CINdetails, Assessments })).toEqual({ Assessments: [1, 2], CINdetails: [1, 2] })
})

test('8608: not ending before it starts', () => {
  const Assessments = [
    'AssessmentActualStartDate,AssessmentAuthorisationDate',
    '2025-06-02,2025-06-02',
    '2025-06-02,2025-06-01',
    '2025-06-02,',
    ',2025-06-01',
  ]
  expect(found('8608', { Assessments })).toEqual({ Assessments: [1] })
})

test('8670Q: open more than 45 working days before the year ends, holidays not counted', () => {
  const open = (start: string) => `${start},`
  const Assessments = [
    'AssessmentActualStartDate,AssessmentAuthorisationDate',
    open('2026-01-26'),
    open('2026-01-27'),
    '2025-05-01,2025-06-01',
    open(''),
  ]
  expect(found('8670Q', { Assessments })).toEqual({ Assessments: [0] })
  // In 2024 the year ended on Easter Sunday, and Good Friday before it was no working day.
  const easter = [Assessments[0] ?? '', open('2024-01-24'), open('2024-01-25')]
  expect(found('8670Q', { Assessments: easter }, 2023)).toEqual({ Assessments: [0] })
})

test('8696: authorised within the year', () => {
  const Assessments = [
    'AssessmentAuthorisationDate',
    '2025-04-01',
    '2026-03-31',
    '2025-03-31',
    '2026-04-01',
    '',
    'x',
  ]
  expect(found('8696', { Assessments })).toEqual({ Assessments: [2, 3] })
})

test('8736: started within the year where it is open', () => {
  const Assessments = [
    'AssessmentActualStartDate,AssessmentAuthorisationDate',
    '2025-04-01,',
    '2026-03-31,',
    '2025-03-31,',
    '2026-04-01,',
    '2025-03-31,2025-04-07',
    ',',
  ]
  expect(found('8736', { Assessments })).toEqual({ Assessments: [2, 3] })
})

const HEAD = 'LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentAuthorisationDate'

test('8863Q: not starting while another of the case goes on', () => {
  const Assessments = [
    HEAD,
    'a,1,2025-06-02,2025-07-01',
    'a,1,2025-07-01,2025-08-01', // on the day on which the first was authorised
    'a,1,2025-07-31,', // a day before the second was
    'b,1,2025-06-02,',
    'b,2,2025-06-03,', // another case
    'c,1,2025-06-02,2025-06-20',
    'c,1,2025-06-02,2025-06-21', // both begin on one day
    'd,1,,2025-06-20',
    'd,1,2025-06-02,2025-06-21',
    'e,1,2026-03-31,',
    'e,1,2025-06-02,',
  ]
  expect(found('8863Q', { Assessments })).toEqual({ Assessments: [2, 5, 6, 9] })
})

test('8863Q: a long one reaches past a short one between', () => {
  const Assessments = [
    HEAD,
    'a,1,2025-06-20,2025-06-25',
    'a,1,2025-06-02,2025-09-01',
    'a,1,2025-08-01,2025-08-20',
  ]
  expect(found('8863Q', { Assessments })).toEqual({ Assessments: [0, 2] })
})

test('8896: one open assessment a case', () => {
  const Assessments = [
    HEAD,
    'a,1,2025-06-02,',
    'a,1,2025-07-02,',
    'a,2,2025-08-02,',
    'b,1,2025-06-02,',
    'b,1,2025-06-02,2025-07-01',
    'b,2,2025-06-02,',
  ]
  expect(found('8896', { Assessments })).toEqual({ Assessments: [0, 1] })
})
