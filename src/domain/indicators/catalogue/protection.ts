import { months } from '../../kernel/allowance.ts'
import { childBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { always, began, clock, during, every, noneOverdue } from '../say.ts'
import { withPlan } from './populations.ts'

const bands = { ageBands: childBands } as const

const category = (code: string, value: string, words: string): Indicator =>
  indicator(code, `Child protection plans for ${words}`, {
    ...bands,
    question: `Of the children with a child protection plan on the day, how many have one that started for ${words}?`,
    of: withPlan,
    yes: during('protection-plan', {
      where: { fact: 'category', among: true, values: [value] },
      words: {
        on: `Plan for ${words}`,
        off: `No plan for ${words}`,
        one: `plan for ${words}`,
        many: `plans for ${words}`,
      },
    }).onTheDay(),
    good: 'neither',
    months: null,
    source: 'Child in need census: initial category of abuse',
    standing: 'confirmed',
    notes: [
      'By the category the plan started with. Plans for more than one category are in none of the four.',
    ],
  })

export const protectionIndicators: readonly Indicator[] = [
  indicator('CP', 'Children with a child protection plan', {
    ...bands,
    question: 'How many children have a child protection plan on the day?',
    of: withPlan,
    yes: always,
    good: 'neither',
    unit: 'count',
    months: null,
    source: 'Child in need census',
    standing: 'confirmed',
    notes: ['Unborn children are counted, in the youngest age band.'],
  }),
  category('CPCAT-NEG', 'NEG', 'neglect'),
  category('CPCAT-EMO', 'EMO', 'emotional abuse'),
  category('CPCAT-PHY', 'PHY', 'physical abuse'),
  category('CPCAT-SAB', 'SAB', 'sexual abuse'),
  indicator('NI65', 'Children starting a plan who had one before', {
    ...bands,
    question:
      'Of the children whose child protection plan started in the 12 months to the day, how many had ever had an earlier plan here?',
    of: began('protection-plan').inThePeriod(),
    yes: began('protection-plan').inThePeriodAfterAnother(),
    good: 'low',
    source: 'National indicator 65',
    standing: 'confirmed',
    notes: [
      'However long ago. Plans of other councils are not counted.',
      'Nothing is not the aim: 10 to 15 per cent was once the good band.',
    ],
  }),
  indicator('NI67', 'Children with a plan whose every review conference was on time', {
    ...bands,
    question:
      'Of the children whose child protection plan has been open for at least three months on the day, how many had every review conference that fell due in the 12 months to it on time?',
    of: during('protection-plan').onTheDay({ lasting: { atLeast: months(3) } }),
    yes: every(clock('protection-review').dueInThePeriod()).wasMetInTime(),
    good: 'high',
    source: 'National indicator 67; Working Together',
    standing: 'unconfirmed',
    notes: ['One late conference makes the child a “no” for 12 months (rules 0.11).'],
  }),
  indicator('CPVISITS', 'Children with a plan and no visit overdue', {
    ...bands,
    question:
      'Of the children with a child protection plan on the day, how many were last visited and seen within the time the authority sets?',
    of: withPlan,
    yes: noneOverdue('protection-visit'),
    good: 'high',
    months: null,
    source: 'Local rule: the authority sets how often',
    standing: 'local',
    notes: [
      'Only a visit at which the child was seen counts.',
      'A visit that was late and is done counts as done.',
    ],
  }),
]
