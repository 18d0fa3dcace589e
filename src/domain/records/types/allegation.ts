import type { Role } from '../../access/roles.ts'
import type { SubjectKind } from '../entry.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// An adult who works with children, in a file of its own kind: the adult’s name is kept here and nowhere else, and
// children are named by their ID as it was told. It is no reference, so that nothing leads from a child’s file to this.

/** Only a designated officer writes in such a file (rules §4). */
const kept: { readonly subject: SubjectKind; readonly writtenBy: readonly Role[] } = {
  subject: 'allegation',
  writtenBy: ['designated-officer'],
}

export const sectors = {
  education: 'School or college',
  'early-years': 'Early years or childminding',
  fostering: 'Fostering',
  residential: 'Children’s home',
  'social-care': 'Children’s social care',
  health: 'Health',
  police: 'Police',
  transport: 'Transport',
  faith: 'Faith group',
  sport: 'Sport, leisure or voluntary work',
  other: 'Other',
} as const
export type Sector = keyof typeof sectors

export const tellers = {
  employer: 'The employer or organisation',
  'social-care': 'Children’s social care',
  police: 'Police',
  health: 'Health',
  regulator: 'A regulator or inspectorate',
  'other-authority': 'Another authority’s officer',
  public: 'A parent, a child or somebody else',
} as const
export type Teller = keyof typeof tellers

const limbs = {
  harmed: 'Behaved in a way that has harmed, or may have harmed, a child',
  offence: 'May have committed an offence against a child, or to do with one',
  risk: 'Behaved in a way that shows they may be a risk to children',
  unsuitable: 'Behaved in a way that shows they may not be suited to work with children',
} as const

const codes = /^[A-Za-z0-9]{1,10}([ ,]+[A-Za-z0-9]{1,10})*$/

export const allegationReceived = recordType('allegation-received', {
  ...kept,
  title: 'Allegation',
  help: 'Write down every contact that is about an adult in a position of trust, also where it may go no further.',
  fields: {
    received: day('When were you told?', { notAfter: 'today', start: 'today' }),
    learned: day('When did whoever told you learn of it?', {
      notAfter: 'today',
      hint: 'The working day that they have to tell you runs from here.',
    }),
    from: oneOf('Who told you?', tellers),
    teller: line('Their name and post, and how to reach them', { most: 300 }),
    adult: line('Name of the adult', { most: 150 }),
    born: day('Their date of birth', {
      optional: true,
      notAfter: 'today',
      hint: 'How long this file is kept is counted from it.',
    }),
    sector: oneOf('Where do they work with children?', sectors),
    employer: line('Employer or organisation', { most: 150 }),
    post: line('What do they do there?', { most: 150, hint: 'Paid or not.' }),
    what: text('What is alleged?', { most: 10_000 }),
    children: line('Which children are concerned?', {
      optional: true,
      most: 200,
      hint: 'By their IDs, with commas between. Ask whoever told you; nothing is looked up, and nothing is written in their files.',
      shape: [codes, 'Write IDs with commas between, such as AB12CD, EF34GH.'],
      example: 'AB12CD, EF34GH',
    }),
    complaint: line('Is a complaint linked to it?', {
      optional: true,
      most: 100,
      hint: 'Its reference, where the complaints service has one.',
    }),
  },
  happened: a => a.received,
  marks: () => ['officer-told'],
  spells: a => [
    { opens: 'allegation-known', on: a.learned },
    { closes: 'allegation-known' },
    { opens: 'allegation' },
  ],
  summary: () => 'The designated officer was told of an allegation',
  faults: a =>
    a.learned > a.received
      ? { learned: 'This is after the day on which you were told. Check both days.' }
      : {},
})

export const allegationConsidered = recordType('allegation-considered', {
  ...kept,
  title: 'Decision on the threshold',
  help: 'The reason is written either way: a decision to go no further is a decision too.',
  fields: {
    on: day('When did you decide?', { notAfter: 'today', start: 'today' }),
    meets: yesNo('Does it meet the threshold?', {}),
    limbs: manyOf('Because they may have', limbs, { when: a => a.meets === true }),
    reason: text('What is your reason?', { most: 5000 }),
    advice: text('What did you advise?', { optional: true, most: 5000 }),
  },
  happened: a => a.on,
  spells: a => (a.meets ? [{ opens: 'allegation-managed', keeps: true }] : [{ closes: 'allegation' }]),
  summary: a => (a.meets ? 'It meets the threshold' : 'It does not meet the threshold: no further action'),
})

export const meetings = {
  management: 'Allegations management meeting',
  strategy: 'Strategy discussion',
  review: 'Review',
} as const
export type Meeting = keyof typeof meetings

export const allegationMeeting = recordType('allegation-meeting', {
  ...kept,
  title: 'Meeting or review',
  fields: {
    on: day('When was it?', { notAfter: 'today', start: 'today' }),
    kind: oneOf('What was it?', meetings),
    present: text('Who took part?', { most: 1000 }),
    said: text('What was discussed, and what was decided?', { most: 10_000 }),
  },
  happened: a => a.on,
  marks: () => ['allegation-reviewed'],
  summary: a => meetings[a.kind],
})

export const allegationAction = recordType('allegation-action', {
  ...kept,
  title: 'Action',
  fields: {
    what: line('What is to be done?', { most: 300 }),
    who: line('By whom?', { most: 150 }),
    due: day('By when?', {}),
  },
  summary: a => `To be done: ${a.what}`,
})

/** Names its action in `amends`. */
export const allegationActionDone = recordType('allegation-action-done', {
  ...kept,
  title: 'Action done',
  fields: {
    on: day('When was it done?', { notAfter: 'today', start: 'today' }),
    words: text('What came of it?', { optional: true, most: 2000 }),
  },
  happened: a => a.on,
  summary: () => 'An action was done',
})

export const allegationNote = recordType('allegation-note', {
  ...kept,
  title: 'Note',
  help: 'Calls, letters and what was learned from them: all that is done is written down, also where no meeting follows.',
  fields: {
    on: day('When was it?', { notAfter: 'today', start: 'today' }),
    note: text('What happened?', { most: 10_000 }),
  },
  happened: a => a.on,
  summary: () => 'A note',
})

const bodies = {
  dbs: 'Disclosure and Barring Service',
  teaching: 'Teaching Regulation Agency',
  'social-work': 'Social Work England',
  health: 'A regulator of health professions',
  ofsted: 'Ofsted',
  other: 'Another body',
} as const

export const allegationReferral = recordType('allegation-referral', {
  ...kept,
  title: 'Referral to a barring service or regulator',
  fields: {
    on: day('When was it decided?', { notAfter: 'today', start: 'today' }),
    made: yesNo('Did the employer refer them?', {}),
    to: manyOf('To whom?', bodies, { when: a => a.made === true }),
    reason: text('Why, or why not?', { most: 2000 }),
  },
  happened: a => a.on,
  summary: a => (a.made ? 'Referred to a barring service or regulator' : 'Not referred'),
})

/** Rules R133. */
export const outcomes = {
  substantiated: 'Substantiated: there is enough evidence to prove it',
  malicious: 'Malicious: disproved, and meant to deceive',
  false: 'False: there is enough evidence to disprove it',
  unsubstantiated: 'Unsubstantiated: not enough evidence either way',
  unfounded: 'Unfounded: there is nothing that supports it',
} as const
export type AllegationOutcome = keyof typeof outcomes

export const allegationOutcome = recordType('allegation-outcome', {
  ...kept,
  title: 'Outcome',
  fields: {
    on: day('When was it decided?', { notAfter: 'today', start: 'today' }),
    outcome: oneOf('What is the outcome?', outcomes),
    reason: text('What is the reason?', { most: 5000 }),
    employer: text('What did the employer do?', {
      most: 2000,
      hint: 'Such as: nothing, training, dismissal.',
    }),
    told: text('Who was told the outcome, and when?', {
      most: 2000,
      hint: 'The adult, the child and their parents, and whoever told you.',
    }),
  },
  happened: a => a.on,
  marks: () => ['allegation-resolved'],
  spells: () => [{ closes: 'allegation' }],
  summary: a => `Outcome: ${outcomes[a.outcome].split(':')[0]?.toLowerCase()}`,
})

export const allegationReopened = recordType('allegation-reopened', {
  ...kept,
  title: 'Taken up again',
  help: 'Where something new is learned. What was decided before stays as it was written.',
  fields: {
    on: day('From when?', { notAfter: 'today', start: 'today' }),
    why: text('Why?', { most: 2000 }),
  },
  happened: a => a.on,
  spells: () => [{ opens: 'allegation' }, { opens: 'allegation-managed' }],
  summary: () => 'Taken up again',
})
