import { expect, test } from 'vitest'
import { failing, type Sample } from './sample.ts'
import { section47Rules } from './section47.ts'

const found = (code: string, of: Sample, year = 2025) => failing(section47Rules, code, year, of)
const CINdetails = ['LAchildID,CINdetailsID,CINreferralDate', 'a,1,2025-06-02', 'a,2,2025-09-01', 'b,1,']

test('1104 and 2889: neither conference nor enquiry before the referral', () => {
  const Section47 = [
    'LAchildID,CINdetailsID,S47ActualStartDate,DateOfInitialCPC',
    'a,1,2025-06-02,2025-06-02',
    'a,1,2025-06-01,2025-06-03',
    'a,2,2025-09-01,2025-08-31',
    'a,2,,',
    'b,1,2020-01-01,2020-01-01',
  ]
  expect(found('1104', { CINdetails, Section47 })).toEqual({ Section47: [2], CINdetails: [1] })
  expect(found('2889', { CINdetails, Section47 })).toEqual({ Section47: [1], CINdetails: [0] })
})

test('8615: an enquiry that led to a conference has a start, and not after it', () => {
  const Section47 = [
    'S47ActualStartDate,DateOfInitialCPC',
    '2025-06-02,2025-06-02',
    '2025-06-03,2025-06-02',
    ',2025-06-02',
    '2025-06-03,',
    ',',
  ]
  expect(found('8615', { Section47 })).toEqual({ Section47: [1, 2] })
})

test('8675Q: no conference more than 15 working days before the year ends', () => {
  const Section47 = [
    'S47ActualStartDate,DateOfInitialCPC,ICPCnotRequired',
    '2026-03-09,,0',
    '2026-03-10,,0',
    '2026-03-09,,1',
    '2026-03-09,,TRUE',
    '2026-03-09,2026-03-20,0',
    '2026-03-09,,',
    ',,0',
  ]
  expect(found('8675Q', { Section47 })).toEqual({ Section47: [0, 5] })
})

test('8715: the conference is within the year', () => {
  const Section47 = ['DateOfInitialCPC', '2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '']
  expect(found('8715', { Section47 })).toEqual({ Section47: [0, 3] })
})

test('8740: an enquiry without a conference started within the year', () => {
  const Section47 = [
    'S47ActualStartDate,DateOfInitialCPC,ICPCnotRequired',
    '2025-03-31,,0',
    '2025-04-01,,0',
    '2026-04-01,,false',
    '2025-03-31,,true',
    '2025-03-31,2025-04-10,0',
    ',,0',
  ]
  expect(found('8740', { Section47 })).toEqual({ Section47: [0, 2] })
})

test('8839: one open enquiry a case', () => {
  const Section47 = [
    'LAchildID,CINdetailsID,DateOfInitialCPC,ICPCnotRequired',
    'a,1,,0',
    'a,1,,',
    'a,2,,0',
    'b,1,,0',
    'b,1,,1',
    'b,1,2025-06-02,0',
  ]
  expect(found('8839', { Section47 })).toEqual({ Section47: [0, 1] })
})

test('8870Q and 8875: not at a weekend', () => {
  const Section47 = [
    'InitialCPCtarget,DateOfInitialCPC',
    '2025-06-06,2025-06-09', // Friday, Monday
    '2025-06-07,2025-06-06',
    '2025-06-08,2025-06-07',
    ',2025-06-08',
    '1969-12-28,', // a Sunday before the days are counted from
  ]
  expect(found('8870Q', { Section47 })).toEqual({ Section47: [1, 2, 4] })
  expect(found('8875', { Section47 })).toEqual({ Section47: [2, 3] })
})
