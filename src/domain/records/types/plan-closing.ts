import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const onDay = (label: string) => day(label, { notAfter: 'today', start: 'today' })

export const closureProposed = recordType('closure-proposed', {
  title: 'Proposal to close',
  subject: 'action',
  help: 'Somebody who neither leads this action nor proposed to close it decides.',
  fields: {
    on: onDay('As at'),
    why: text('What shows that it is done, and better for children?', { most: 2000 }),
  },
  happened: a => a.on,
  summary: a => `Closing proposed: ${a.why}`,
})

export const closureDecided = recordType('closure-decided', {
  title: 'Decision on closing',
  subject: 'action',
  fields: {
    on: onDay('Decided on'),
    agreed: oneOf('Is it closed?', { yes: 'Yes, close it', no: 'No, it stays open' }),
    why: text('Why?', { hint: 'What you looked at, and what it showed.', most: 2000 }),
    retest: day('When is it looked at again?', {
      hint: 'Left blank: six months after closing.',
      optional: true,
      when: a => a.agreed !== 'no',
    }),
  },
  happened: a => a.on,
  summary: a => (a.agreed === 'yes' ? `Closed: ${a.why}` : `Not closed: ${a.why}`),
  faults: a =>
    a.retest && a.retest <= a.on ? { retest: 'This is not after the day on which it is closed.' } : {},
})

export const retestDone = recordType('retest-done', {
  title: 'Looked at again',
  subject: 'action',
  help: 'Does it still hold, now that nobody works on it? If not, the action is open again.',
  fields: {
    on: onDay('When did you look?'),
    stands: oneOf('Does it still hold?', { yes: 'Yes, it holds', no: 'No, open it again' }),
    why: text('What did you look at, and what did it show?', { most: 2000 }),
    next: day('Look again on', {
      hint: 'Left blank: it need not be looked at again.',
      optional: true,
      when: a => a.stands !== 'no',
    }),
  },
  happened: a => a.on,
  summary: a => (a.stands === 'yes' ? `Still holds: ${a.why}` : `Opened again: ${a.why}`),
  faults: a => (a.next && a.next <= a.on ? { next: 'This is not after the day of this look.' } : {}),
})
