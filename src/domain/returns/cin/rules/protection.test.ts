import { expect, test } from 'vitest'
import { protectionRules } from './protection.ts'
import { protectionReviewRules } from './protection-reviews.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample) =>
  failing([...protectionRules, ...protectionReviewRules], code, 2025, of)

test('1105: not before the referral of its own case', () => {
  const CINdetails = ['LAchildID,CINdetailsID,CINreferralDate', 'a,1,2025-06-02', 'a,2,2025-09-01', 'b,1,']
  const ChildProtectionPlans = [
    'LAchildID,CINdetailsID,CPPstartDate',
    'a,1,2025-06-02',
    'a,2,2025-08-31',
    'a,2,',
    'b,1,2025-01-01',
  ]
  expect(found('1105', { CINdetails, ChildProtectionPlans })).toEqual({
    ChildProtectionPlans: [1],
    CINdetails: [1],
  })
})

test('8720: a start, and not after the year', () => {
  const ChildProtectionPlans = ['CPPstartDate', '2026-03-31', '2026-04-01', '', '1999-01-01']
  expect(found('8720', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [1, 2] })
})

test('8730: how many plans before', () => {
  const ChildProtectionPlans = ['CPPID,NumberOfPreviousCPP', '1,0', '2,', '3,2']
  expect(found('8730', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [1] })
})

test('8832: no plan where the referral needed nothing', () => {
  const CINdetails = ['LAchildID,CINdetailsID,ReferralNFA', 'a,1,true', 'a,2,0', 'b,1,1', 'c,1,']
  const ChildProtectionPlans = ['LAchildID,CINdetailsID', 'a,1', 'a,2', 'b,1', 'c,1', 'b,2']
  expect(found('8832', { CINdetails, ChildProtectionPlans })).toEqual({
    ChildProtectionPlans: [0, 2],
    CINdetails: [0, 2],
  })
})

test('8905, 8910: categories of abuse that the census knows', () => {
  const ChildProtectionPlans = [
    'InitialCategoryOfAbuse,LatestCategoryOfAbuse',
    'NEG,MUL',
    'neg,PHY',
    ',SAB',
    'EMO,XXX',
    'PHY,',
  ]
  expect(found('8905', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [1, 2] })
  expect(found('8910', { ChildProtectionPlans })).toEqual({ ChildProtectionPlans: [3, 4] })
})

test('8841: a review is after the start of its plan', () => {
  const ChildProtectionPlans = [
    'LAchildID,CPPID,CPPstartDate',
    'a,1,2025-06-02',
    'a,2,2025-09-01',
    'b,1,',
    'c,1,2025-06-02',
  ]
  const Reviews = [
    'LAchildID,CPPID,CPPreviewDate',
    'a,1,2025-06-02',
    'a,1,2025-06-03',
    'a,2,2025-08-31',
    'b,1,2025-06-02',
    'c,1,',
  ]
  expect(found('8841', { ChildProtectionPlans, Reviews })).toEqual({
    Reviews: [0, 2],
    ChildProtectionPlans: [0, 1],
  })
})

test('8842Q: a review has a day', () => {
  const Reviews = ['LAchildID,CPPreviewDate', 'a,2025-06-02', 'a,', 'b,']
  expect(found('8842Q', { Reviews })).toEqual({ Reviews: [1, 2] })
})
