import { childBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { always, any, began, clock, during, every, noneOverdue, not, some } from '../say.ts'
import { hasWorker, lookedAfter, openToCare, withPlan } from './populations.ts'

const bands = { ageBands: childBands } as const

const accepted = clock('allocation').startedInThePeriod()

const assessments = [
  {
    code: 'INITIAL',
    series: 'initial-assessment',
    name: 'initial assessment',
    limit: 'ten',
    source: 'National indicator 59; Working Together 2010',
    standing: 'supported',
  },
  {
    code: 'CORE',
    series: 'core-assessment',
    name: 'core assessment',
    limit: '35',
    source: 'National indicator 60; Working Together 2010',
    standing: 'supported',
  },
  {
    code: 'ASSESS45',
    series: 'single-assessment',
    name: 'child and family assessment',
    limit: '45',
    source: 'DfE children in need statistics; Working Together',
    standing: 'confirmed',
  },
] as const

export const frontDoorIndicators: readonly Indicator[] = [
  indicator('REFDECISION', 'Children whose every referral was decided on time', {
    ...bands,
    question:
      'Of the children with a referral due for decision in the 12 months to the day, how many had every one decided within one working day?',
    of: some(clock('referral-decision').dueInThePeriod()),
    yes: every(clock('referral-decision').dueInThePeriod()).wasMetInTime(),
    good: 'high',
    source: 'Working Together; Keeping children safe in education, paragraph 62',
    standing: 'confirmed',
    notes: [
      'It counts children, not referrals.',
      'A second referral taken in before the first is decided ends the first: only the second is asked about.',
    ],
  }),
  indicator('REREFERRAL', 'Children referred again within a year', {
    ...bands,
    question:
      'Of the children referred in the 12 months to the day, how many had an earlier referral in the 12 months before?',
    of: began('referral').inThePeriod(),
    yes: began('referral').inThePeriodAfterAnother({ withinMonths: 12 }),
    good: 'low',
    source: 'DfE children in need statistics, table C1',
    standing: 'confirmed',
    notes: [
      'It counts children; the published figure counts referrals.',
      'Two referrals on one day are one.',
    ],
  }),
  indicator('UNALLOCATED', 'Children with no worker', {
    ...bands,
    question:
      'Of the children who are open to social care, are looked after, have a child protection plan or have a worker, how many have no named worker on the day?',
    of: any(openToCare, lookedAfter, withPlan, hasWorker),
    yes: not(hasWorker),
    good: 'low',
    unit: 'count',
    months: null,
    source: 'Local rule, from a published digest: accepted referrals with no named worker',
    standing: 'local',
    notes: [
      'A team is not a worker.',
      'The figure is the number with no worker; the denominator is all who should have one.',
      'A child is open from an accepted referral until the case is closed. One brought in from a return without a referral is asked about while looked after, with a plan or with a worker.',
    ],
  }),
  indicator('ALLOC24', 'Children given to a worker within 24 hours', {
    ...bands,
    question:
      'Of the children with a referral accepted in the 12 months to the day, how many had a named worker within 24 clock hours of every acceptance?',
    of: some(accepted),
    yes: every(accepted).wasMetInTime(),
    good: 'high',
    source: 'Local rule, from a published action plan: a named worker within 24 clock hours',
    standing: 'local',
    notes: [
      'Nights, weekends and bank holidays count. A team is not a worker.',
      'Where only the day of the acceptance or of the allocation is known, it is in time until the end of the next day.',
      'A child who has a worker already is in time from the start.',
    ],
  }),
  ...assessments.map(({ code, series, name, limit, source, standing }) =>
    indicator(code, `Children whose every ${name} was on time`, {
      ...bands,
      question: `Of the children with ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} due in the 12 months to the day, how many had every one signed off within ${limit} working days?`,
      of: some(clock(series).dueInThePeriod()),
      yes: every(clock(series).dueInThePeriod()).wasMetInTime(),
      good: 'high',
      source,
      standing,
      notes: ['It is done when a manager has signed it off, not when it was written.', 'It counts children.'],
    }),
  ),
  indicator('CASESUP', 'Children discussed in supervision in time', {
    ...bands,
    question:
      'Of the children open to social care on the day, how many have been discussed in supervision within the time the authority sets?',
    of: openToCare,
    yes: noneOverdue('case-supervision'),
    good: 'high',
    months: null,
    source: 'Local rule: the authority sets how often',
    standing: 'local',
    notes: ['The decision must be on the child’s own record.'],
  }),
  indicator('PF', 'Privately fostered children', {
    ...bands,
    question: 'How many children are known to be privately fostered on the day?',
    of: during('private-fostering').onTheDay(),
    yes: always,
    good: 'neither',
    unit: 'count',
    months: null,
    source: 'Private Fostering Regulations 2005, SI 2005/1533',
    standing: 'confirmed',
    notes: ['From the day the authority became aware.'],
  }),
]
