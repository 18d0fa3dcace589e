import { describe, expect, test } from 'vitest'
import { standing } from './content.ts'
import { born, referred, type Written } from './sample.ts'
import { blocks, details, plan, planEnded } from './sample-census.ts'

describe('what was done', () => {
  const assessed = (
    on: string,
    signed: string | undefined,
    more: Readonly<Record<string, unknown>> = {},
  ): Written => [
    'assessment',
    { on, kind: 'single', seen: 'alone', outcome: 'close', ...more },
    signed ? { signed } : {},
  ]

  test('an assessment ends when it is signed, and its factors are told then', () => {
    const factors = ['3B', '1A', '3B']
    const [one] = details(
      2025,
      born(),
      referred('2025-05-06'),
      assessed('2025-06-20', '2025-06-24', { factors }),
    )
    expect(blocks(one, 'Assessments')).toEqual([
      { AssessmentActualStartDate: '2025-05-06', AssessmentAuthorisationDate: '2025-06-24' },
    ])
    const a = one ? standing(one, 'Assessments')[0] : undefined
    expect(typeof a === 'object' && a.FactorsIdentifiedAtAssessment).toEqual({
      AssessmentFactors: ['1A', '3B'],
    })
    const [open] = details(
      2025,
      born(),
      referred('2025-05-06'),
      assessed('2025-06-20', undefined, { factors }),
    )
    expect(blocks(open, 'Assessments')).toEqual([{ AssessmentActualStartDate: '2025-05-06' }])
  })

  test('one that ended before the year is not told again', () => {
    const [one] = details(2025, born(), referred('2025-01-06'), assessed('2025-02-20', '2025-02-24'))
    expect(blocks(one, 'Assessments')).toEqual([])
  })

  test('the plan of an assessment begins when it is signed, gives way to a protection plan, and goes on after it', () => {
    const [one] = details(
      2025,
      born(),
      referred('2025-05-06'),
      assessed('2025-06-20', '2025-06-24', { outcome: 'child-in-need', plan: 'x' }),
      plan('2025-08-04'),
      planEnded('2025-12-01'),
      ['need-plan-ended', { on: '2026-02-02', reason: 'met', changed: 'x' }],
    )
    expect(blocks(one, 'CINPlanDates')).toEqual([
      { CINPlanStartDate: '2025-06-24', CINPlanEndDate: '2025-08-04' },
      { CINPlanStartDate: '2025-12-01', CINPlanEndDate: '2026-02-02' },
    ])
  })

  const discussion = (on: string): Written => [
    'strategy-discussion',
    { on, took: ['police'], concern: 'x', enquiry: true, next: 'y' },
  ]
  const finished = (on: string, outcome: string): Written => [
    'enquiry-finished',
    { on, outcome, views: 'x', analysis: 'y' },
  ]

  test('an enquiry is due to a conference in 15 working days, over bank holidays; the conference stands in it alone', () => {
    const [one] = details(
      2025,
      born(),
      referred('2025-04-14', 'protect'),
      discussion('2025-04-14'),
      finished('2025-04-29', 'conference'),
      plan('2025-05-07'),
    )
    expect(blocks(one, 'Section47')).toEqual([
      {
        S47ActualStartDate: '2025-04-14',
        InitialCPCtarget: '2025-05-08',
        DateOfInitialCPC: '2025-05-07',
        ICPCnotRequired: '0',
      },
    ])
    expect(one?.DateOfInitialCPC).toBeUndefined()
  })

  test('an enquiry that needs no conference; a conference that makes no plan; a plan that came with the child', () => {
    const none = details(
      2025,
      born(),
      referred('2025-05-06'),
      discussion('2025-05-06'),
      finished('2025-05-12', 'unfounded'),
    )
    expect(blocks(none[0], 'Section47')).toEqual([{ S47ActualStartDate: '2025-05-06', ICPCnotRequired: '1' }])
    const held: Written = ['conference-without-plan', { heldOn: '2025-05-27', views: 'x', why: 'y' }]
    const noPlan = details(2025, born(), referred('2025-05-06'), discussion('2025-05-06'), held)
    expect(blocks(noPlan[0], 'Section47')[0]).toMatchObject({ DateOfInitialCPC: '2025-05-27' })
    const moved = details(2025, born(), referred('2025-05-06'), plan('2025-05-20'))
    expect(moved[0]?.DateOfInitialCPC).toBe('2025-05-20')
  })

  test('an enquiry of before the year is told where its conference was in it', () => {
    const found = (conference: string) =>
      blocks(
        details(2025, born(), referred('2025-03-24'), discussion('2025-03-24'), plan(conference))[0],
        'Section47',
      )
    expect(found('2025-04-01')).toHaveLength(1)
    expect(found('2025-03-31')).toEqual([])
  })

  test('a protection plan: its reviews of the year, its category as it became, and how many came before', () => {
    const review = (heldOn: string, category?: string): Written => [
      'protection-review',
      {
        heldOn,
        childTookPart: ['views'],
        progress: 'x',
        keepsPlan: true,
        ...(category ? { category } : {}),
      },
    ]
    const [one] = details(
      2025,
      born(),
      referred('2021-01-04'),
      plan('2021-02-01'),
      planEnded('2021-11-01'),
      plan('2025-01-06'),
      review('2025-03-31'),
      review('2025-04-01', 'EMO'),
      review('2025-09-30'),
      planEnded('2026-03-31'),
    )
    expect(blocks(one, 'ChildProtectionPlans')).toEqual([
      {
        CPPstartDate: '2025-01-06',
        CPPendDate: '2026-03-31',
        InitialCategoryOfAbuse: 'NEG',
        LatestCategoryOfAbuse: 'EMO',
        NumberOfPreviousCPP: '1',
      },
    ])
    const p = one ? standing(one, 'ChildProtectionPlans')[0] : undefined
    const reviews = typeof p === 'object' ? standing(p, 'Reviews')[0] : undefined
    expect(typeof reviews === 'object' && reviews.CPPreviewDate).toEqual(['2025-04-01', '2025-09-30'])
  })

  test('pre-proceedings from 2026-27 on, and of them what had happened by the end of the year', () => {
    const begun: Written = [
      'pre-proceedings',
      {
        from: '2026-02-02',
        why: 'x',
        letterSent: '2026-02-09',
        groupOffered: true,
        groupHeld: false,
        firstMeeting: '2026-03-02',
        reviews: 2,
        outcome: 'down',
        decidedOn: '2027-04-06',
      },
    ]
    const found = (year: number) =>
      blocks(details(year, born(), referred('2026-01-05'), begun)[0], 'PreProceedingsandFGDM')
    expect(found(2025)).toEqual([])
    expect(found(2026)).toEqual([
      {
        PPStartDate: '2026-02-02',
        LBPSentDate: '2026-02-09',
        FGDMMeetingOffer: '1',
        FGDMMeetingFac: '0',
        InitialPPMeetingDate: '2026-03-02',
        ReviewMeetingsCount: '2',
      },
    ])
    expect(found(2027)[0]).toMatchObject({ StepDecisionDate: '2027-04-06', PPOutcome: 'SD' })
  })
})
