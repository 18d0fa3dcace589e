import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const past = (label: string) => day(label, { notAfter: 'today', notBefore: 'birth', start: 'today' })
const learners = ['social-worker', 'team-manager', 'virtual-head'] as const

const stages = {
  agreed: 'The plan is agreed',
  begun: 'It is begun: who comes to the meeting, and when, is settled',
} as const
const progress = {
  more: 'More than expected',
  expected: 'As expected',
  less: 'Less than expected',
  unknown: 'Not known',
} as const
const isAgreed = (a: Readonly<Record<string, unknown>>) => a.stage === 'agreed'

/** The part of a looked after child’s care plan that is about learning: few targets, which the child knows. */
export const educationPlan = recordType('education-plan', {
  title: 'Personal education plan',
  help: 'One for each school term. Targets are few and small, can be measured, and are known to the child.',
  fields: {
    on: past('When was it?'),
    stage: oneOf('How far is it?', stages),
    comes: text('Who comes, and when do they meet?', { when: a => a.stage === 'begun' }),
    views: text('What does the child say about school?', {
      when: isAgreed,
      young: 'What did you see of how the child plays, speaks and learns?',
      childReads: true,
    }),
    progress: oneOf('How is the progress since the last plan?', progress, { when: isAgreed }),
    attendance: wholeNumber('Attendance this school year, in per cent', {
      from: 0,
      to: 100,
      optional: true,
      when: isAgreed,
    }),
    missed: wholeNumber('Days lost to suspension or to having no place this term', {
      from: 0,
      to: 200,
      optional: true,
      when: isAgreed,
    }),
    lastTargets: text('Which of the last targets were met?', { optional: true, when: isAgreed }),
    targets: text('Targets: what, who helps, and by when?', {
      when: isAgreed,
      young: 'What will the child be helped to do next, by whom, and by when?',
      childReads: true,
    }),
    knows: yesNo('Does the child know the targets?', { when: isAgreed }),
    premium: text('What is the pupil premium spent on?', { optional: true, when: isAgreed }),
  },
  happened: a => a.on,
  marks: a => (a.stage === 'agreed' ? ['education-plan-begun', 'education-plan'] : ['education-plan-begun']),
  summary: a =>
    a.stage === 'begun'
      ? 'Personal education plan begun'
      : `Personal education plan agreed; progress ${progress[a.progress ?? 'unknown'].toLowerCase()}`,
  writtenBy: learners,
})

const grades = {
  good: 'Good: it would change something for this child',
  mend: 'Nearly: something must be put right',
  weak: 'Not good enough: it must be made again',
} as const

/** The virtual school head’s word on a plan. It stands beside the plan and changes nothing in it. */
export const educationPlanRating = recordType('education-plan-rating', {
  title: 'Quality of an education plan',
  fields: {
    on: past('When did you read it?'),
    of: past('Which plan? The day on which it was agreed'),
    grade: oneOf('How good is it?', grades),
    why: text('What is good, and what must be put right, by whom and by when?', {}),
  },
  happened: a => a.on,
  summary: a => `Education plan of that term: ${grades[a.grade].toLowerCase()}`,
  writtenBy: ['virtual-head'],
})

const places = {
  school: 'School',
  special: 'Special school',
  other: 'Alternative provision, or taught at home',
  early: 'Nursery or childminder',
  college: 'College or training',
  none: 'None now',
} as const

export const educationPlace = recordType('education-place', {
  title: 'School or other place of learning',
  fields: {
    from: past('From which day?'),
    kind: oneOf('What kind of place?', places),
    name: line('Which one, and which year or class?', { when: a => a.kind !== 'none' }),
    away: yesNo('Is it in another authority’s area?', { optional: true, when: a => a.kind !== 'none' }),
    why: text('Why did it change, and what is done so that no learning is lost?', { optional: true }),
  },
  happened: a => a.from,
  chronology: a => (a.kind === 'none' ? 'No school place' : `Place of learning: ${a.name}`),
  summary: a => (a.kind === 'none' ? 'No school place' : `${places[a.kind]}: ${a.name}`),
  writtenBy: learners,
})
