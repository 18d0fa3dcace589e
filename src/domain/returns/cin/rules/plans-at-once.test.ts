import { expect, test } from 'vitest'
import { plansAtOnceRules } from './plans-at-once.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample) => failing(plansAtOnceRules, code, 2025, of)
const PLAN = 'LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate'
const PROTECTION = 'LAchildID,CINdetailsID,CPPID,CPPstartDate,CPPendDate'

test('4001: not both open in one case', () => {
  const CINplanDates = [
    PLAN,
    'a,1,2025-06-02,',
    'a,2,2025-06-02,',
    'b,1,2025-06-02,2025-07-02',
    'c,1,2025-06-02,',
    'd,1,,',
  ]
  const ChildProtectionPlans = [
    PROTECTION,
    'a,1,1,2025-06-02,',
    'b,1,2,2025-06-02,',
    'c,1,3,2025-06-02,2025-07-02',
    'd,1,4,2025-06-02,',
  ]
  expect(found('4001', { CINplanDates, ChildProtectionPlans })).toEqual({
    CINplanDates: [0],
    ChildProtectionPlans: [0],
  })
})

test('4003: no review while a child in need plan runs, but for the last one', () => {
  const CINplanDates = [PLAN, 'a,1,2025-06-02,2025-08-01', 'b,1,2025-06-02,']
  const ChildProtectionPlans = [
    PROTECTION,
    'a,1,1,2024-06-02,2025-06-02',
    'a,1,2,2024-06-02,',
    'b,1,3,2024-06-02,',
  ]
  const Reviews = [
    'LAchildID,CPPID,CPPreviewDate',
    'a,1,2025-06-02', // it ended the plan
    'a,2,2025-06-02',
    'a,2,2025-06-01',
    'a,2,2025-07-31',
    'a,2,2025-08-01', // the child in need plan ended
    'b,3,2026-03-31',
    'b,3,',
    'c,4,2025-06-02',
  ]
  expect(found('4003', { CINplanDates, ChildProtectionPlans, Reviews })).toEqual({
    Reviews: [1, 3, 5],
    CINplanDates: [0, 1],
    ChildProtectionPlans: [1, 2],
  })
})

test('4016: a child in need plan does not start while the child is on the other', () => {
  const ChildProtectionPlans = [PROTECTION, 'a,1,1,2025-06-02,2025-08-01', 'b,1,2,2025-06-02,']
  const CINplanDates = [
    PLAN,
    'a,1,2025-06-01,',
    'a,9,2025-06-02,',
    'a,1,2025-07-31,',
    'a,1,2025-08-01,',
    'b,1,2026-03-31,',
    'b,1,2026-04-01,',
    'b,1,,',
  ]
  expect(found('4016', { CINplanDates, ChildProtectionPlans })).toEqual({
    CINplanDates: [1, 2, 4],
    ChildProtectionPlans: [0, 1],
  })
})

test('4017: nor the other way round', () => {
  const CINplanDates = [PLAN, 'a,1,2025-06-02,2025-08-01', 'b,1,2025-06-02,']
  const ChildProtectionPlans = [
    PROTECTION,
    'a,1,1,2025-06-01,',
    'a,9,2,2025-06-02,',
    'a,1,3,2025-08-01,',
    'b,1,4,2026-03-31,',
    'b,1,5,,',
  ]
  expect(found('4017', { CINplanDates, ChildProtectionPlans })).toEqual({
    CINplanDates: [0, 1],
    ChildProtectionPlans: [1, 3],
  })
})
