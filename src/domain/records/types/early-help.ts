import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** The assessment from which early help begins, by any agency (requirement FD5). It delays no referral. */
export const earlyHelpAssessment = recordType('early-help-assessment', {
  title: 'Early help assessment (CAF)',
  fields: {
    on: day('When was it made?', { notAfter: 'today', start: 'today' }),
    agency: line('Which agency made it?', { most: 150 }),
    consent: yesNo('Does the family agree?', {}),
    lead: line('Lead professional', { most: 150 }),
    reach: line('How to reach them', { most: 200 }),
    strengths: text('What goes well?', {}),
    needs: text('What does the child need?', {}),
    views: text('What do the child and the parents say?', {}),
    plan: text('Who will do what, and by when?', {}),
    meeting: day('When does the team around the child meet?', { optional: true }),
  },
  happened: a => a.on,
  spells: a => [
    { opens: 'early-help', facts: { agency: a.agency, lead: a.lead, reach: a.reach, meeting: a.meeting } },
  ],
  chronology: a => `Early help began (${a.agency})`,
  summary: a => `Early help: lead professional ${a.lead}`,
  faults: a =>
    a.consent ? {} : { consent: 'Early help needs the family’s agreement. Without it, write a case note.' },
})

/** The team around the child met. */
export const earlyHelpMeeting = recordType('early-help-meeting', {
  title: 'Team around the child',
  fields: {
    on: day('When did it meet?', { notAfter: 'today', start: 'today' }),
    who: line('Who came?', { most: 500 }),
    views: text('What did the child and the parents say?', {}),
    moved: text('What has changed for the child?', {}),
    plan: text('Who will do what, and by when?', {}),
    lead: line('Lead professional from now', { optional: true, most: 150 }),
    reach: line('How to reach them', { optional: true, most: 200 }),
    next: day('When does it meet next?', { optional: true }),
  },
  happened: a => a.on,
  summary: () => 'Team around the child met',
})

const steps = {
  up: 'Step up to social care',
  down: 'Step down from social care',
  end: 'Early help ends: needs are met',
  refused: 'Early help ends: the family does not want it',
  moved: 'Early help ends: the family has moved away',
} as const

/** A step up or down, with its reason. A step up is a contact like any other and waits for nothing. */
export const earlyHelpStep = recordType('early-help-step', {
  title: 'Step up, step down or end of early help',
  fields: {
    on: day('When?', { notAfter: 'today', start: 'today' }),
    step: oneOf('Which step?', steps),
    why: text('Why?', {}),
    lead: line('Lead professional', { when: a => a.step === 'down', most: 150 }),
    reach: line('How to reach them', { when: a => a.step === 'down', most: 200 }),
  },
  happened: a => a.on,
  spells: a =>
    a.step === 'down'
      ? [{ opens: 'early-help', facts: { agency: 'Social care', lead: a.lead, reach: a.reach } }]
      : [{ closes: 'early-help', facts: { step: a.step } }],
  chronology: a => steps[a.step],
  summary: a => steps[a.step],
})
