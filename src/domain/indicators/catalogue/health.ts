import { careBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { aged, all, had, last } from '../say.ts'
import { lookedAfterAYear } from './populations.ts'

const yearly = {
  of: lookedAfterAYear,
  good: 'high',
  ageBands: careBands,
  source: 'SSDA903 outcome return: children looked after for at least 12 months',
  standing: 'confirmed',
} as const

const asked = (done: string) =>
  `Of the children looked after without a break for at least 12 months on the day, how many ${done} in the 12 months to it?`

export const healthIndicators: readonly Indicator[] = [
  indicator('HEALTH', 'Looked after children with a health assessment in the year', {
    ...yearly,
    question: asked('had a health assessment'),
    yes: had('health-assessment'),
    notes: [
      'One assessment in the year counts at any age, though a child under 5 is owed two: the clocks show the second.',
    ],
  }),
  indicator('DENTAL', 'Looked after children with a dental check in the year', {
    ...yearly,
    question: asked('had their teeth checked by a dentist'),
    yes: had('dental-check'),
  }),
  indicator('IMMS', 'Looked after children whose immunisations are up to date', {
    ...yearly,
    question: asked('were found up to date with immunisations, when last checked'),
    yes: last('immunisation').inThePeriodShows('immunisations'),
    notes: ['A child not checked in the year counts as “no”.'],
  }),
  indicator('SDQ', 'Looked after children with a strengths and difficulties score in the year', {
    ...yearly,
    of: all(lookedAfterAYear, aged({ from: 4, to: 16 })),
    question:
      'Of the children aged 4 to 16 looked after without a break for at least 12 months on the day, how many had a questionnaire scored in the 12 months to it?',
    yes: had('sdq'),
    notes: ['Figures published from 2023 are for ages 5 to 16.'],
  }),
]
