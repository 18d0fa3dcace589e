import { needs, referralSources } from '../codes.ts'
import { alsoTold, assessmentKinds, isAccepted } from '../codes-front-door.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { heardAtMarac, onlyWhatTheyNeed, whatMaracIs, whoElseIsTold } from './contact.ts'

const fromPolice = (source: unknown): boolean => source === '6'
/** Accident and emergency departments. */
const fromHospital = (source: unknown): boolean => source === '3E'

export const referralReceived = recordType('referral-received', {
  title: 'Referral received',
  fields: {
    receivedOn: day('When did it come in?', { notAfter: 'today', start: 'today' }),
    source: oneOf('Who made it?', referralSources),
    concern: text('What is the worry, in their words?', {}),
    marac: yesNo(heardAtMarac, { optional: true, when: a => fromPolice(a.source), hint: whatMaracIs }),
    passedTo: manyOf(whoElseIsTold, alsoTold, {
      optional: true,
      when: a => fromPolice(a.source) || fromHospital(a.source),
      hint: onlyWhatTheyNeed,
    }),
    reference: line('Reference of the contact', { optional: true, most: 20 }),
    documents: documents('Files that belong to it', { optional: true }),
  },
  happened: a => a.receivedOn,
  spells: a => [{ opens: 'referral', facts: { source: a.source } }],
  chronology: a =>
    `Referral from ${referralSources[a.source].toLowerCase()}${a.marac ? '; heard at a MARAC' : ''}`,
  summary: a => `Referral from ${referralSources[a.source].toLowerCase()}`,
})

const decisions = {
  assess: 'Accepted: assess the child’s needs',
  protect: 'Accepted: strategy discussion',
  advice: 'Advice and information',
  nfa: 'No further action',
} as const

/** An accepted referral opens the case from the day it was received, and the assessment with it (CIN census guide). */
export const referralDecided = recordType('referral-decided', {
  title: 'Referral decided',
  fields: {
    decidedOn: day('When was it decided?', { notAfter: 'today', start: 'today' }),
    decision: oneOf('What was decided?', decisions),
    need: oneOf('The main need', needs, { when: a => isAccepted(a.decision) }),
    assessment: oneOf('Which assessment begins?', assessmentKinds, {
      when: a => isAccepted(a.decision),
      optional: true,
    }),
    reasons: text('Why?', { hint: 'The referrer is told this, so write it plainly.' }),
    next: text('What happens next, who does it, and by when?', { when: a => isAccepted(a.decision) }),
  },
  happened: a => a.decidedOn,
  marks: a => (isAccepted(a.decision) ? ['referral-decision', 'referral-accepted'] : ['referral-decision']),
  spells: a => [
    ...(isAccepted(a.decision) ? [{ opens: 'in-need', since: 'referral', keeps: true } as const] : []),
    ...(a.assessment ? [{ opens: 'assessment', key: a.assessment, since: 'referral' } as const] : []),
    { closes: 'referral', facts: { decision: a.decision } },
  ],
  chronology: a => `Referral decided: ${decisions[a.decision].toLowerCase()}`,
  summary: a => decisions[a.decision],
  writtenBy: ['team-manager', 'out-of-hours'],
})
