import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const caseNote = recordType('case-note', {
  title: 'Case note',
  fields: {
    on: day('When?', { notAfter: 'today', start: 'today' }),
    what: oneOf('What was it?', {
      call: 'Telephone call',
      message: 'Letter or message',
      meeting: 'Meeting',
      seen: 'Saw the child',
      other: 'Other',
    }),
    about: line('In a line', { most: 120 }),
    note: text('What happened, and what does it mean for the child?', {}),
    significant: oneOf('Is it significant for the chronology?', { yes: 'Yes', no: 'No' }, { start: 'no' }),
  },
  happened: a => a.on,
  chronology: a => (a.significant === 'yes' ? a.about : undefined),
  summary: a => a.about,
})

export const managersDecision = recordType('managers-decision', {
  title: "Manager's decision",
  help: 'A decision stands only with its reason and what happens next.',
  fields: {
    on: day('When was it decided?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    decision: line('What is decided?', { most: 300 }),
    reason: text('Why?', {}),
    next: text('What must happen next, and who does it?', {}),
    by: day('By when?', { optional: true }),
  },
  happened: a => a.on,
  chronology: a => `Manager’s decision: ${a.decision}`,
  summary: a => a.decision,
  writtenBy: ['team-manager', 'director'],
  permission: 'decide',
  faults: a => (a.by && a.by < a.on ? { by: 'This is before the decision. Check both days.' } : {}),
})
