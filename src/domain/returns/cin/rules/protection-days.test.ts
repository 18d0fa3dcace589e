import { expect, test } from 'vitest'
import { afterClosureRules } from './after-closure.ts'
import { protectionDayRules } from './protection-days.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample) =>
  failing([...protectionDayRules, ...afterClosureRules], code, 2025, of)
const HEAD = 'LAchildID,CINdetailsID,CPPID,CPPstartDate,CPPendDate'

test('8840, 8925: not ending on the day it starts, nor before', () => {
  const ChildProtectionPlans = [
    HEAD,
    'a,1,1,2025-06-02,2025-06-03',
    'a,1,2,2025-06-02,2025-06-02',
    'a,1,3,2025-06-02,2025-06-01',
    'a,1,4,2025-06-02,',
    'a,1,5,,2025-06-02',
    'a,1,6,,',
  ]
  expect(found('8840', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [1] })
  expect(found('8925', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [2] })
})

test('8915, 8920: not after the child’s death', () => {
  const ChildIdentifiers = ['LAchildID,PersonDeathDate', 'a,2025-06-02', 'b,']
  const ChildProtectionPlans = [
    HEAD,
    'a,1,1,2025-06-02,2025-06-02',
    'a,1,2,2025-06-03,2025-06-02',
    'a,1,3,2025-06-01,2025-06-03',
    'a,1,4,,',
    'b,1,5,2025-06-03,2025-06-03',
    'c,1,6,2025-06-03,2025-06-03',
  ]
  const of = { ChildIdentifiers, ChildProtectionPlans }
  expect(found('8915', of)).toEqual({ ChildProtectionPlans: [1], ChildIdentifiers: [0] })
  expect(found('8920', of)).toEqual({ ChildProtectionPlans: [2], ChildIdentifiers: [0] })
})

test('8930: ended within the year', () => {
  const ChildProtectionPlans = ['CPPendDate,CPPID', '2025-03-31,1', '2025-04-01,2', '2026-04-01,3', ',4']
  expect(found('8930', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [0, 2] })
})

test('8935: one open plan a child, in whichever case', () => {
  const ChildProtectionPlans = [
    HEAD,
    'a,1,1,2025-06-02,',
    'a,2,2,2025-07-02,',
    'b,1,3,2025-06-02,',
    'b,1,4,2025-06-02,2025-07-02',
  ]
  expect(found('8935', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [0, 1] })
  const numbered = ['LAchildID,CPPID,CPPendDate', 'a,1,', 'a,1,', 'a,2,', 'b,1,']
  expect(found('8935', { ChildProtectionPlans: numbered })).toEqual({ ChildProtectionPlans: [0, 1] })
})

test('8940: plans of a child do not overlap, by so much as a day', () => {
  const ChildProtectionPlans = [
    HEAD,
    'a,1,1,2025-06-02,2025-07-01',
    'a,2,2,2025-07-01,',
    'b,1,3,2025-06-02,2025-07-01',
    'b,1,4,2025-07-02,',
    'c,1,5,2025-06-02,',
    'c,1,6,2025-06-02,2025-06-05',
  ]
  expect(found('8940', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [1, 4, 5] })
})

test('8565: nothing happens in a case after it was closed', () => {
  const CINdetails = [
    'LAchildID,CINdetailsID,CINclosureDate,DateOfInitialCPC',
    'a,1,2025-06-02,',
    'a,2,2025-06-02,',
    'a,3,,2026-01-01',
    'a,4,2025-06-02,2025-06-03',
    'a,5,2025-06-02,2025-06-02',
    'a,6,2025-06-02,',
    'a,7,2025-06-02,',
  ]
  const Assessments = [
    'LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentAuthorisationDate',
    'a,1,2025-06-02,2025-06-03',
    'a,2,2025-05-01,2025-06-02',
    'a,3,2026-01-01,2026-01-02',
  ]
  const Section47 = [
    'LAchildID,CINdetailsID,S47ActualStartDate,DateOfInitialCPC',
    'a,2,2025-06-02,2025-06-02',
    'a,6,2025-06-03,',
  ]
  const CINplanDates = ['LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate', 'a,6,2025-06-02,2025-06-03']
  const ChildProtectionPlans = [HEAD, 'a,2,1,2025-05-01,2025-06-02', 'a,7,2,2025-05-01,2025-06-03']
  const Reviews = ['LAchildID,CINdetailsID,CPPID,CPPreviewDate', 'a,2,1,2025-06-03', 'a,7,2,']
  const of = { CINdetails, Assessments, Section47, CINplanDates, ChildProtectionPlans, Reviews }
  expect(found('8565', of)).toEqual({
    CINdetails: [0, 1, 3, 5, 6],
    Assessments: [0],
    Section47: [1],
    CINplanDates: [0],
    ChildProtectionPlans: [1],
    Reviews: [0],
  })
})
