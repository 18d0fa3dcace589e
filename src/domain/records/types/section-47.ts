import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** The discussion in which agencies decide whether a child may be suffering significant harm (requirement CP1). */
export const strategyDiscussion = recordType('strategy-discussion', {
  title: 'Strategy discussion',
  fields: {
    on: day('When was it held?', { notAfter: 'today', start: 'today' }),
    took: manyOf('Who took part?', {
      police: 'Police',
      health: 'Health',
      education: 'School or nursery',
      probation: 'Probation',
      other: 'Another service',
    }),
    concern: text('What may have happened to the child, and what is known?', {}),
    enquiry: yesNo('Does a section 47 enquiry begin?', {}),
    next: text('Who does what now, and by when?', {}),
  },
  happened: a => a.on,
  spells: a => (a.enquiry ? [{ opens: 'enquiry', facts: { police: a.took.includes('police') } }] : []),
  chronology: a => `Strategy discussion: ${a.enquiry ? 'section 47 enquiry' : 'no enquiry'}`,
  summary: a => (a.enquiry ? 'Strategy discussion: section 47 enquiry' : 'Strategy discussion: no enquiry'),
  writtenBy: ['social-worker', 'team-manager', 'out-of-hours'],
})

const outcomes = {
  conference: 'Significant harm, or likely: child protection conference',
  'no-conference': 'Harm found, and the child is safe without a conference',
  unfounded: 'No significant harm found',
} as const

/** What the enquiry found. It decides whether a conference follows, within 15 working days of the strategy discussion. */
export const enquiryFinished = recordType('enquiry-finished', {
  title: 'Section 47 enquiry finished',
  fields: {
    on: day('When was it finished?', { notAfter: 'today', start: 'today' }),
    outcome: oneOf('What was found?', outcomes),
    views: text('What did the child say, or show?', {}),
    analysis: text('What was found, and how?', {}),
  },
  happened: a => a.on,
  spells: a => [{ closes: 'enquiry', facts: { outcome: a.outcome } }],
  chronology: a => `Section 47 enquiry: ${outcomes[a.outcome].toLowerCase()}`,
  summary: a => outcomes[a.outcome],
  writtenBy: ['social-worker', 'team-manager', 'out-of-hours'],
})

/** An initial conference from which no plan came; one that made a plan is recorded as the start of the plan. */
export const conferenceWithoutPlan = recordType('conference-without-plan', {
  title: 'Initial child protection conference: no plan made',
  fields: {
    heldOn: day('When was it held?', { notAfter: 'today', start: 'today' }),
    views: text('What did the child and the parents say?', {}),
    why: text('Why was no plan needed, and what happens instead?', {}),
  },
  happened: a => a.heldOn,
  chronology: () => 'Initial child protection conference: no plan made',
  summary: () => 'Initial conference: no plan made',
  writtenBy: ['conference-chair', 'reviewing-officer', 'team-manager'],
})
