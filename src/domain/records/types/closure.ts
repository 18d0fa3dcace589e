import { closureReasons } from '../codes-front-door.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { sealedFor, whoMayOpenSealed } from './sealed.ts'

const isAdopted = (a: Readonly<Record<string, unknown>>) => a.reason === 'RC1'

/** Social care's work with a child is over: said, not inferred. */
export const caseClosed = recordType('case-closed', {
  title: 'Case closed',
  fields: {
    on: day('From which day?', { notAfter: 'today', start: 'today' }),
    reason: oneOf('Reason', closureReasons),
    diedOn: day('When did the child die?', {
      notAfter: 'today',
      notBefore: 'birth',
      when: a => a.reason === 'RC2',
      optional: true,
    }),
    why: text('What has changed for the child, and who goes on helping?', {}),
    told: text('What were the child and family told?', { optional: true }),
    named: whoMayOpenSealed(isAdopted),
  },
  happened: a => a.on,
  spells: a => [
    { closes: 'in-need', facts: { reason: a.reason } },
    { closes: 'allocation', key: 'worker' },
    ...(isAdopted(a) ? [sealedFor(a.named)] : []),
  ],
  chronology: a => `Case closed: ${closureReasons[a.reason].toLowerCase()}`,
  summary: a => closureReasons[a.reason],
  writtenBy: ['team-manager', 'director'],
  permission: 'decide',
})
