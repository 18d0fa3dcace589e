import { needs, referralSources } from '../codes.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const referralReceived = recordType('referral-received', {
  title: 'Referral received',
  fields: {
    receivedOn: day('When did it come in?', { notAfter: 'today', start: 'today' }),
    source: oneOf('Who made it?', referralSources),
    concern: text('What is the worry, in their words?', {}),
  },
  happened: a => a.receivedOn,
  spells: a => [{ opens: 'referral', facts: { source: a.source } }],
  chronology: a => `Referral from ${referralSources[a.source].toLowerCase()}`,
  summary: a => `Referral from ${referralSources[a.source].toLowerCase()}`,
})

const decisions = {
  assess: 'Accepted: assess the child’s needs',
  protect: 'Accepted: strategy discussion',
  advice: 'Advice and information',
  nfa: 'No further action',
} as const

export const referralDecided = recordType('referral-decided', {
  title: 'Referral decided',
  fields: {
    decidedOn: day('When was it decided?', { notAfter: 'today', start: 'today' }),
    decision: oneOf('What was decided?', decisions),
    need: oneOf('The main need', needs, { when: a => a.decision === 'assess' || a.decision === 'protect' }),
    reasons: text('Why?', { hint: 'The referrer is told this, so write it plainly.' }),
    next: text('What happens next, who does it, and by when?', {
      when: a => a.decision === 'assess' || a.decision === 'protect',
    }),
  },
  happened: a => a.decidedOn,
  marks: () => ['referral-decision'],
  spells: a => [{ closes: 'referral', facts: { decision: a.decision } }],
  chronology: a => `Referral decided: ${decisions[a.decision].toLowerCase()}`,
  summary: a => decisions[a.decision],
  writtenBy: ['team-manager', 'out-of-hours'],
})
