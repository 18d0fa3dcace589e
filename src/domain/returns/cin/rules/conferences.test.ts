import { expect, test } from 'vitest'
import { conferenceRules } from './conferences.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample) => failing(conferenceRules, code, 2025, of)
const DETAILS = 'LAchildID,CINdetailsID,DateOfInitialCPC'
const ENQUIRY = 'LAchildID,CINdetailsID,DateOfInitialCPC,ICPCnotRequired'
const PLAN = 'LAchildID,CINdetailsID,CPPstartDate'

test('2883: no more plans begin in a case than conferences are held', () => {
  const ChildProtectionPlans = [
    PLAN,
    'a,1,2025-06-02',
    'a,1,2025-09-01', // the second of two, with one conference
    'a,2,2025-09-01', // with the case's own conference
    'b,1,2025-03-31', // before the year
    'c,1,2025-06-02', // none held
    'd,1,2026-04-01', // after the year
  ]
  const Section47 = [ENQUIRY, 'a,1,2025-06-02,0', 'c,1,,0', 'b,1,,0']
  const CINdetails = [DETAILS, 'a,1,', 'a,2,2025-09-01', 'b,1,', 'c,1,', 'd,1,']
  expect(found('2883', { ChildProtectionPlans, Section47, CINdetails })).toEqual({
    ChildProtectionPlans: [0, 1, 4],
    Section47: [0, 1],
    CINdetails: [0, 3],
  })
})

test('2884: one conference is recorded once', () => {
  const Section47 = [ENQUIRY, 'a,1,2025-06-02,0', 'a,1,2025-06-03,0', 'b,1,2025-06-02,0', 'c,1,,0']
  const CINdetails = [DETAILS, 'a,1,', 'a,2,2025-06-02', 'b,1,2025-06-01', 'c,1,']
  expect(found('2884', { Section47, CINdetails })).toEqual({ Section47: [0], CINdetails: [1] })
})

test('2885: a plan begins on the day of its conference', () => {
  const ChildProtectionPlans = [
    PLAN,
    'a,1,2025-06-02',
    'a,1,2025-06-03',
    'b,1,2025-06-02',
    'c,1,2025-06-02',
    'd,1,2025-06-02',
    'e,1,2025-03-31',
    'f,1,2025-06-02',
    'g,1,',
  ]
  const Section47 = [
    ENQUIRY,
    'a,1,2025-06-02,0', // has its plan, though another plan beside it has none
    'b,1,2025-06-01,0',
    'c,1,,1', // the case's own conference counts
    'd,1,,0', // a conference was to be held: the case's own does not
    'e,1,2025-06-02,0',
  ]
  const CINdetails = [DETAILS, 'a,1,', 'b,1,2025-06-02', 'c,1,2025-06-02', 'd,1,2025-06-02', 'f,1,2025-06-01']
  expect(found('2885', { ChildProtectionPlans, Section47, CINdetails })).toEqual({
    ChildProtectionPlans: [1, 2, 4, 6],
    Section47: [1, 3],
    CINdetails: [4],
  })
})
