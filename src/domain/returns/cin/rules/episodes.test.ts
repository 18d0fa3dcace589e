import { describe, expect, test } from 'vitest'
import { episodeRules } from './episodes.ts'
import { noFurtherActionRules } from './no-further-action.ts'
import { failing } from './sample.ts'

const cases = (code: string, ...rows: string[]) =>
  failing(episodeRules, code, 2025, {
    CINdetails: ['LAchildID,CINreferralDate,CINclosureDate,ReferralNFA', ...rows],
  }).CINdetails ?? []

describe('the cases of one child', () => {
  test('8815: two that are open', () => {
    const all = [
      'A,2025-04-01,,0',
      'A,2025-05-01,,0',
      'A,2025-06-01,,1',
      'B,2025-04-01,2025-04-05,0',
      'B,2025-05-01,,0',
    ]
    expect(cases('8815', ...all, 'C,2025-05-01,,', 'C,2025-06-01,,false')).toEqual([0, 1, 5, 6])
  })

  test('8816: open, and not the latest', () => {
    const all = [
      'A,2025-05-01,,0',
      'A,2025-06-01,2025-07-01,0',
      'B,2025-05-01,,1',
      'B,2025-06-01,,0',
      'C,,,0',
    ]
    expect(cases('8816', ...all, 'C,2025-05-01,,0', 'D,2025-05-01,,0')).toEqual([0])
    // On one day: the first counts as the latest.
    expect(cases('8816', 'A,2025-05-01,,0', 'A,2025-05-01,,0')).toEqual([1])
  })

  test('8820: one begins while another runs; the day on which one closes is free', () => {
    expect(cases('8820', 'A,2025-05-01,2025-06-01,0', 'A,2025-05-31,,0')).toEqual([1])
    expect(cases('8820', 'A,2025-05-01,2025-06-01,0', 'A,2025-06-01,,0')).toEqual([])
    expect(cases('8820', 'A,2025-06-01,,0', 'A,2025-05-01,,0')).toEqual([0])
    expect(cases('8820', 'A,2025-05-01,,1', 'A,2025-06-01,,0')).toEqual([])
    expect(cases('8820', 'A,2025-05-01,,0', 'B,2025-06-01,,0', 'A,,,0')).toEqual([])
    expect(cases('8820', 'A,2025-05-01,2025-05-02,0', 'A,2025-05-01,2025-05-03,0')).toEqual([0, 1])
    expect(
      cases('8820', 'A,2025-05-01,2025-09-01,0', 'A,2025-06-01,2025-06-02,0', 'A,2025-07-01,,0'),
    ).toEqual([1, 2])
  })

  test('8890: an enquiry starts while another runs, in whichever case', () => {
    const enquiries = (...rows: string[]) =>
      failing(episodeRules, '8890', 2025, {
        Section47: ['LAchildID,CINdetailsID,S47ActualStartDate,DateOfInitialCPC,ICPCnotRequired', ...rows],
      }).Section47 ?? []
    expect(enquiries('A,1,2025-05-01,2025-05-15,0', 'A,1,2025-05-14,,0')).toEqual([1])
    expect(enquiries('A,1,2025-05-01,2025-05-15,0', 'A,1,2025-05-15,,0')).toEqual([])
    expect(enquiries('A,1,2025-05-01,,0', 'A,2,2025-06-01,,1')).toEqual([1])
    expect(enquiries('A,1,2025-05-01,,true', 'A,1,2025-06-01,,0', 'B,1,2025-06-02,,0')).toEqual([])
  })
})

describe('work where there can be none', () => {
  test('2990: after RC8 or RC9', () => {
    const of = {
      CINdetails: [
        'LAchildID,CINdetailsID,ReasonForClosure,DateOfInitialCPC',
        ...['A,1,RC8,', 'A,2,RC9,2025-05-01', 'A,3,RC7,2025-05-01', 'B,1,RC9,', 'C,9,RC8,', 'D,8,RC8,'],
      ],
      Section47: ['LAchildID,CINdetailsID', 'A,1', 'A,3'],
      CINplanDates: ['LAchildID,CINdetailsID', 'C,9', 'C,8'],
      ChildProtectionPlans: ['LAchildID,CINdetailsID', 'D,8', 'A,1'],
    }
    expect(failing(noFurtherActionRules, '2990', 2022, of)).toEqual({
      CINdetails: [0, 1, 4, 5],
      Section47: [0],
      CINplanDates: [0],
      ChildProtectionPlans: [0, 1],
    })
    expect(failing(noFurtherActionRules, '2990', 2022, { CINdetails: of.CINdetails })).toEqual({
      CINdetails: [1],
    })
  })

  test('8831: after a referral with no further action; a block without a day is no work', () => {
    const of = {
      CINdetails: [
        'LAchildID,CINdetailsID,ReferralNFA,DateOfInitialCPC',
        ...['A,1,1,', 'A,2,true,2025-05-01', 'A,3,0,2025-05-01', 'B,1,1,', 'B,2,1,'],
      ],
      Assessments: [
        'LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentAuthorisationDate',
        ...['A,1,,2025-05-01', 'A,3,2025-05-01,', 'B,1,,'],
      ],
      Section47: ['LAchildID,CINdetailsID,S47ActualStartDate,DateOfInitialCPC', 'B,2,2025-05-01,', 'B,1,,'],
    }
    expect(failing(noFurtherActionRules, '8831', 2025, of)).toEqual({
      CINdetails: [0, 1, 4],
      Assessments: [0],
      Section47: [0],
    })
  })

  test('2991Q: an enquiry in a case without an assessment', () => {
    const Section47 = ['LAchildID,CINdetailsID', 'A,1', 'A,2', 'B,1', 'B,']
    const Assessments = ['LAchildID,CINdetailsID', 'A,1', 'B,3']
    expect(failing(noFurtherActionRules, '2991Q', 2025, { Section47, Assessments })).toEqual({
      Section47: [1, 2, 3],
    })
  })
})
