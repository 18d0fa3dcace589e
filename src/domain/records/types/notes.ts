import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
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
    documents: documents('Files that belong to it', { optional: true }),
    significant: oneOf('Is it significant for the chronology?', { yes: 'Yes', no: 'No' }, { start: 'no' }),
  },
  happened: a => a.on,
  marks: a => (a.what === 'seen' ? ['child-seen'] : []),
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

/** What happened before anybody here wrote it down, or elsewhere: a line of the chronology with its source. */
export const significantEvent = recordType('significant-event', {
  title: 'Significant event',
  fields: {
    on: day('When?', { notAfter: 'today' }),
    what: line('What happened?', { most: 200 }),
    detail: text('What did it mean for the child?', { optional: true }),
    source: line('How is it known?', { most: 200 }),
  },
  happened: a => a.on,
  chronology: a => a.what,
  summary: a => a.what,
})

const papers = {
  letter: 'Letter',
  report: 'Report',
  court: 'Court paper',
  picture: 'Picture',
  form: 'Form',
  other: 'Other',
} as const

/** A paper that belongs to the child’s record (requirement CR1). */
export const documentAdded = recordType('document', {
  title: 'Document',
  fields: {
    on: day('Of which day is it?', { notAfter: 'today', start: 'today' }),
    what: oneOf('What is it?', papers),
    about: line('In a line', { most: 150 }),
    files: documents('The file', {}),
  },
  happened: a => a.on,
  summary: a => `${papers[a.what]}: ${a.about}`,
})
