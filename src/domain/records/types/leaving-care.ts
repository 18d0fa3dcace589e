import { inTouch, leaverActivities, leaverHomes } from '../codes-care.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const gone = (touch: unknown) => touch === 'RHOM' || touch === 'DIED'

/** How a young person is who left care: asked around each birthday from 17 to 21, and of those older who ask for help. */
export const careLeaverContact = recordType('care-leaver-contact', {
  title: 'Contact with a care leaver',
  help: 'The national return asks for the contact nearest to the birthday.',
  fields: {
    on: day('When?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    touch: oneOf('Are we in touch?', inTouch),
    activity: oneOf('What do they do most of the time?', leaverActivities, { when: a => !gone(a.touch) }),
    home: oneOf('Where do they live?', leaverHomes, { when: a => !gone(a.touch) }),
    suitable: yesNo('Is that suitable?', {
      optional: true,
      hint: 'No fixed home, and custody, never are.',
      when: a => !gone(a.touch),
    }),
    note: text('How are they, and what will be done by when?', { optional: true }),
  },
  happened: a => a.on,
  marks: a => (a.touch === 'YES' ? ['leaver-contact'] : []),
  summary: a => `Care leaver: ${inTouch[a.touch].toLowerCase()}${a.home ? `, ${leaverHomes[a.home]}` : ''}`,
})

/** What a young person needs to live well as an adult, and who does what: made before they leave, and kept up until 25. */
export const pathwayPlan = recordType('pathway-plan', {
  title: 'Pathway plan',
  fields: {
    on: day('When was it agreed?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    stage: oneOf('Is it the first, or a review?', {
      first: 'The first plan',
      reviewed: 'A review of the plan',
    }),
    said: text('What does the young person want, in their own words?', { childReads: true }),
    lastDone: text('What was planned last time, and was it done?', {
      optional: true,
      when: a => a.stage === 'reviewed',
    }),
    home: text('Home and money: what is needed, who does it, and by when?', { childReads: true }),
    work: text('Learning and work: what is needed, who does it, and by when?', { childReads: true }),
    well: text('Health, family and friends: what is needed, who does it, and by when?', { childReads: true }),
    fallback: text('What if it does not work out?', { optional: true }),
    agreed: yesNo('Does the young person agree with it, and have a copy?', {}),
  },
  happened: a => a.on,
  // Nobody agrees on a plan with a young person without being in touch.
  marks: a => [
    'pathway-plan',
    'leaver-contact',
    ...(a.stage === 'reviewed' ? (['pathway-review'] as const) : []),
  ],
  spells: () => [{ opens: 'leaving-care', keeps: true }],
  chronology: a => (a.stage === 'first' ? 'Pathway plan agreed' : undefined),
  summary: a =>
    `Pathway plan ${a.stage === 'first' ? 'agreed' : 'reviewed'}${a.agreed ? '' : ', and not agreed by the young person'}`,
  writtenBy: ['social-worker', 'team-manager', 'personal-adviser'],
})

const ended = {
  grown: 'They are 25, or have said that they want no more help',
  elsewhere: 'They went back to live with a parent for six months or more, and it has worked',
  died: 'The young person has died',
} as const

export const pathwayPlanEnded = recordType('pathway-plan-ended', {
  title: 'Pathway plan ended',
  fields: {
    on: day('From which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    reason: oneOf('Why?', ended),
    told: text('What do they know of how to come back and ask for help?', { optional: true }),
  },
  happened: a => a.on,
  spells: () => [{ closes: 'leaving-care' }],
  chronology: () => 'Pathway plan ended',
  summary: a => ended[a.reason],
  writtenBy: ['social-worker', 'team-manager', 'personal-adviser'],
})
