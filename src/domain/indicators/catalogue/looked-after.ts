import { workingDays } from '../../kernel/allowance.ts'
import { careBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { aged, all, always, clock, during, every, everyAnswer, noneOverdue, some } from '../say.ts'
import { lookedAfter, lookedAfterFor } from './populations.ts'

const bands = { ageBands: careBands } as const

/** Reviews held when the child was at least four; "under 4" is the code for a child too young to be asked. */
const reviews = {
  type: 'looked-after-review',
  question: 'participation',
  passOver: ['PN0'],
  fromAge: 4,
  one: 'review',
} as const

export const lookedAfterIndicators: readonly Indicator[] = [
  indicator('LAC', 'Looked after children', {
    ...bands,
    question: 'How many children are looked after on the day?',
    of: lookedAfter,
    yes: always,
    good: 'neither',
    unit: 'count',
    months: null,
    source: 'DfE looked after children statistics: at a date, short breaks left out',
    standing: 'confirmed',
  }),
  indicator('NI62', 'Looked after children with three or more placements in a year', {
    ...bands,
    question:
      'Of the children looked after on the day, how many have had three or more placements in the 12 months to it?',
    of: lookedAfter,
    yes: during('placement', {
      where: { fact: 'type', among: false, values: ['T0', 'T1', 'T2', 'T3', 'T4'] },
    }).inThePeriod({ atLeast: 3 }),
    good: 'low',
    source: 'National indicator 62; DfE looked after children statistics',
    standing: 'confirmed',
    notes: [
      'Temporary moves (holiday, hospital, carer away, up to seven days) are not counted, nor a placement that ended on the day it began.',
      'A placement that began before the period counts where it ran on into it.',
      'A return to the same carer after a temporary move, when recorded as a new placement, counts as one more.',
    ],
  }),
  indicator('NI66', 'Looked after children whose every review was on time', {
    ...bands,
    question:
      'Of the children looked after for at least 20 working days on the day, how many had every review that fell due in the 12 months to it on time?',
    of: lookedAfterFor({ lasting: { atLeast: workingDays(20) } }),
    yes: every(clock('looked-after-review').dueInThePeriod()).wasMetInTime(),
    good: 'high',
    source: 'National indicator 66; Care Planning Regulations 2010, regulation 33',
    standing: 'unconfirmed',
    notes: [
      'One late review makes the child a “no” for 12 months (rules 0.11).',
      'A review due on the day itself is not late until the day is over.',
      'A child for whom no review fell due counts as “yes”.',
    ],
  }),
  indicator('PARTICIPATION', 'Looked after children who took part in every review', {
    ...bands,
    question:
      'Of the children looked after on the day, aged 4 or over, with a review in the 12 months to it that was held when they were 4 or over, how many took part in every such review?',
    of: all(lookedAfter, aged({ from: 4 }), some(reviews)),
    yes: everyAnswer(reviews).wasOneOf('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6'),
    good: 'high',
    source: 'Performance indicator C63; participation codes PN1 to PN6 of the SSDA903',
    standing: 'unconfirmed',
    notes: [
      'Attending, speaking through an advocate and sending views all count as taking part.',
      'It counts children. Some councils count reviews, which gives a higher figure.',
    ],
  }),
  indicator('LACVISITS', 'Looked after children visited on time', {
    ...bands,
    question:
      'Of the children looked after on the day, how many had every visit that fell due in the three months to it on time, and have none overdue?',
    of: lookedAfter,
    yes: all(
      every(clock('looked-after-visit').dueInThePeriod()).wasMetInTime(),
      noneOverdue('looked-after-visit'),
    ),
    good: 'high',
    months: 3,
    source: 'Care Planning Regulations 2010, regulation 28',
    standing: 'confirmed',
    notes: ['Only a visit at which the child was seen counts.'],
  }),
  indicator('LACSEEN', 'Looked after children with no visit overdue', {
    ...bands,
    question: 'Of the children looked after on the day, how many have no statutory visit overdue on it?',
    of: lookedAfter,
    yes: noneOverdue('looked-after-visit'),
    good: 'high',
    months: null,
    source: 'Care Planning Regulations 2010, regulation 28',
    standing: 'confirmed',
    notes: [
      'It moves the day a late visit is recorded; LACVISITS keeps the lateness for three months.',
      'Only a visit at which the child was seen counts.',
    ],
  }),
  indicator('IHA', 'First health assessments on time', {
    ...bands,
    question:
      'Of the children who became looked after in the 12 months to the day and were still looked after at 20 working days, how many had their first health assessment within 20 working days?',
    of: some(
      clock('health-assessment', 'health-assessment.first').startedInThePeriod({
        whileStill: 'looked-after',
      }),
    ),
    yes: every(
      clock('health-assessment', 'health-assessment.first').startedInThePeriod({
        whileStill: 'looked-after',
      }),
    ).wasMetInTime(),
    good: 'high',
    source: 'Promoting the health and well-being of looked-after children, paragraph 41',
    standing: 'confirmed',
    notes: [
      'A child is asked about from the 20th working day.',
      'A child who became looked after twice in the year counts once, as “yes” only where both were on time.',
    ],
  }),
]
