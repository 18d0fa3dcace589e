import { childBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { always, began, ended } from '../say.ts'

const bands = { ageBands: childBands } as const

export const missingIndicators: readonly Indicator[] = [
  indicator('MISSING', 'Children who went missing', {
    ...bands,
    question: 'How many children had a missing episode that started in the three months to the day?',
    of: began('missing').inThePeriod(),
    yes: always,
    good: 'neither',
    unit: 'count',
    months: 3,
    source: 'SSDA903 missing and away; inspection data (annex A)',
    standing: 'confirmed',
    notes: [
      'Missing and away without authorisation are both counted, whether or not the child is looked after.',
      'It counts children, not episodes. A rise may mean better recording.',
    ],
  }),
  indicator('RETURNINTERVIEW', 'Children interviewed within 72 hours of every return', {
    ...bands,
    question:
      'Of the children whose missing episode ended in the 12 months to the day, how many had a return interview within three days of every return?',
    of: ended('missing').inThePeriod(),
    yes: ended('missing').everyOneInThePeriodFollowedBy('interviewOn', {
      days: 3,
      words: 'Return interview',
    }),
    good: 'high',
    source: 'Statutory guidance on children who run away or go missing, 2014',
    standing: 'unconfirmed',
    notes: [
      'Records hold days, not hours, so 72 hours is counted as three days.',
      'A return in the last three days is not late yet.',
    ],
  }),
]
