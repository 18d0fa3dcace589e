import { childBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { always, any, began, clock, during, every, not, some } from '../say.ts'
import { hasWorker, lookedAfter, waitingForWorker, withPlan } from './populations.ts'

const bands = { ageBands: childBands } as const

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
      'Of the children who are looked after, have a child protection plan, have a worker, or had a referral accepted and wait for one, how many have no named worker on the day?',
    of: any(lookedAfter, withPlan, hasWorker, waitingForWorker),
    yes: not(hasWorker),
    good: 'low',
    unit: 'count',
    months: null,
    source: 'Local rule, from a published digest: accepted referrals with no named worker',
    standing: 'local',
    notes: [
      'A team is not a worker.',
      'The figure is the number with no worker; the denominator is all who should have one.',
      'After a worker has held an accepted referral, the end of that allocation is read as the end of the work, unless the child is looked after or has a plan.',
    ],
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
