import { expect, test } from 'vitest'
import { cinPlanRules } from './cin-plans.ts'
import { failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample) => failing(cinPlanRules, code, 2025, of)
const HEAD = 'LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate'

test('4000: no plan where the referral needed nothing', () => {
  const CINdetails = ['LAchildID,CINdetailsID,ReferralNFA', 'a,1,1', 'a,2,0', 'b,1,true', 'c,1,', 'd,1,false']
  const CINplanDates = [HEAD, 'a,1,,', 'a,2,,', 'b,1,,', 'c,1,,', 'd,1,,', 'e,1,,']
  expect(found('4000', { CINdetails, CINplanDates })).toEqual({ CINplanDates: [0, 2], CINdetails: [0, 2] })
})

test('4004: one open plan a case', () => {
  const CINplanDates = [
    HEAD,
    'a,1,2025-06-02,',
    'a,1,2025-06-03,',
    'a,2,2025-06-03,',
    'b,1,2025-06-02,',
    'b,1,2025-05-02,2025-06-02',
  ]
  expect(found('4004', { CINplanDates })).toEqual({ CINplanDates: [0, 1] })
})

test('4010: a start, and not after the year', () => {
  const CINplanDates = [HEAD, 'a,1,2026-03-31,', 'a,1,2026-04-01,', 'a,1,,', 'a,1,1999-01-01,', 'a,1,x,']
  expect(found('4010', { CINplanDates })).toEqual({ CINplanDates: [1, 2, 4] })
})

test('4011, 4012Q: not ending before it starts, and hardly on the same day', () => {
  const CINplanDates = [
    HEAD,
    'a,1,2025-06-02,2025-06-03',
    'a,1,2025-06-02,2025-06-02',
    'a,1,2025-06-02,2025-06-01',
    'a,1,2025-06-02,',
    'a,1,,2025-06-02',
    'a,1,,',
  ]
  expect(found('4011', { CINplanDates })).toEqual({ CINplanDates: [2] })
  expect(found('4012Q', { CINplanDates })).toEqual({ CINplanDates: [1] })
})

test('4013: ended within the year', () => {
  const CINplanDates = [
    'CINPlanEndDate',
    '2025-03-31',
    '2025-04-01',
    '2026-03-31',
    '2026-04-01',
    '',
    '2026-02-29',
  ]
  expect(found('4013', { CINplanDates })).toEqual({ CINplanDates: [0, 3] })
})

test('4014: plans of a child do not overlap', () => {
  const CINplanDates = [
    HEAD,
    'a,1,2025-06-02,2025-07-01',
    'a,2,2025-07-01,2025-08-01', // on the day on which the first ends, in another case
    'b,1,2025-06-02,2025-07-01',
    'b,1,2025-07-02,',
    'c,1,2025-06-02,',
    'c,1,2025-06-01,',
    'd,1,2025-06-01,',
    'd,1,2025-06-01,2025-05-01', // an end before the start is no time at all
    ',1,2025-06-01,',
    ',1,2025-06-01,',
  ]
  expect(found('4014', { CINplanDates })).toEqual({ CINplanDates: [1, 4, 7] })
})

test('4015: not before the referral', () => {
  const CINdetails = ['LAchildID,CINdetailsID,CINreferralDate', 'a,1,2025-06-02', 'b,1,2025-06-02', 'c,1,']
  const CINplanDates = [HEAD, 'a,1,2025-06-02,', 'b,1,2025-06-01,', 'c,1,2025-06-01,', 'a,2,2020-01-01,']
  expect(found('4015', { CINdetails, CINplanDates })).toEqual({ CINplanDates: [1], CINdetails: [1] })
})
