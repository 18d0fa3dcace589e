import { protectionCategories } from '../codes.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const protectionPlanStarted = recordType('protection-plan-started', {
  title: 'Child protection plan started',
  fields: {
    conferenceOn: day('When was the conference?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    category: oneOf('Category', protectionCategories),
    change: text('What must change for the child to be safe?', {}),
    ifNot: text('What happens if it does not?', {}),
  },
  happened: a => a.conferenceOn,
  spells: a => [{ opens: 'protection-plan', facts: { category: a.category } }],
  chronology: a => `Child protection plan started: ${protectionCategories[a.category].toLowerCase()}`,
  summary: a => `Plan started: ${protectionCategories[a.category].toLowerCase()}`,
  writtenBy: ['conference-chair', 'reviewing-officer', 'team-manager'],
})

export const protectionReview = recordType('protection-review', {
  title: 'Review child protection conference',
  fields: {
    heldOn: day('When was it held?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    childTookPart: manyOf('How was the child part of it?', {
      attended: 'Came',
      advocate: 'An advocate spoke for them',
      views: 'Sent views',
      young: 'Too young',
    }),
    progress: text('What has changed for the child since the last conference?', {}),
    keepsPlan: yesNo('Does the plan go on?', {}),
    category: oneOf('Category from now on, if it changes', protectionCategories, {
      when: a => a.keepsPlan === true,
      optional: true,
    }),
  },
  happened: a => a.heldOn,
  marks: () => ['protection-review'],
  chronology: a => `Review conference: plan ${a.keepsPlan ? 'goes on' : 'to end'}`,
  summary: a => `Review conference: plan ${a.keepsPlan ? 'goes on' : 'to end'}`,
  writtenBy: ['reviewing-officer'],
})

const reasons = {
  safe: 'No longer at risk of significant harm',
  'looked-after': 'Became looked after',
  moved: 'Moved to another council',
  eighteen: 'Turned 18',
  died: 'Died',
} as const

export const protectionPlanEnded = recordType('protection-plan-ended', {
  title: 'Child protection plan ended',
  fields: {
    endedOn: day('When did it end?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    reason: oneOf('Why?', reasons),
    analysis: text('What makes the child safe enough now?', { when: a => a.reason === 'safe' }),
  },
  happened: a => a.endedOn,
  spells: a => [{ closes: 'protection-plan', facts: { ended: a.reason } }],
  chronology: a => `Child protection plan ended: ${reasons[a.reason].toLowerCase()}`,
  summary: a => `Plan ended: ${reasons[a.reason].toLowerCase()}`,
  writtenBy: ['conference-chair', 'reviewing-officer', 'team-manager'],
})
