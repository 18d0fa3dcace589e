import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** A supervision as it concerns the worker, in the worker’s own file (requirement CR8; rules R170, R172). */
export const supervision = recordType('supervision', {
  title: 'Supervision',
  subject: 'worker',
  fields: {
    on: day('When?', { notAfter: 'today', start: 'today' }),
    sort: oneOf(
      'What kind?',
      { formal: 'One to one', group: 'In a group', 'ad-hoc': 'Between times' },
      {
        start: 'formal',
      },
    ),
    reflection: text('What did you think through together?', {
      hint: 'What was surprising, what feelings were in it, what else could explain it.',
    }),
    wellbeing: text('How is the worker, and is the work the right amount?', { optional: true }),
    development: text('Learning and development', { optional: true }),
    agreed: text('What was agreed?', { optional: true }),
  },
  happened: a => a.on,
  marks: () => ['supervision'],
  summary: a => (a.sort === 'formal' ? 'Supervision, one to one' : 'Supervision'),
  writtenBy: ['team-manager', 'director'],
})

/** What supervision decided for one child, on the child’s own file (rules R173). */
export const caseSupervision = recordType('case-supervision', {
  title: 'Case supervision',
  fields: {
    on: day('When was it discussed?', { notAfter: 'today', start: 'today' }),
    thinking: text('What was thought about, and what does it mean for the child?', {}),
    decision: line('What is decided?', { most: 300 }),
    next: text('What must happen next, and who does it?', {}),
    by: day('By when?', { optional: true }),
  },
  happened: a => a.on,
  marks: () => ['case-supervision'],
  summary: a => a.decision,
  writtenBy: ['team-manager', 'director'],
  permission: 'decide',
  faults: a => (a.by && a.by < a.on ? { by: 'This is before the supervision. Check both days.' } : {}),
})

/** Somebody stands in for a worker who is away; what the worker may do for their children, the other may. */
export const cover = recordType('cover', {
  title: 'Cover',
  subject: 'worker',
  fields: {
    from: day('Away from', { start: 'today' }),
    to: day('Back on', {}),
    by: worker('Who covers?', {}),
    why: line('Why?', { optional: true, most: 200 }),
  },
  happened: a => a.from,
  spells: a => [
    { opens: 'cover', key: a.by, facts: { by: a.by } },
    { closes: 'cover', key: a.by, on: a.to },
  ],
  summary: () => 'Covered while away',
  faults: a => (a.to <= a.from ? { to: 'They are back before they are away. Check both days.' } : {}),
})

const goodbyes = {
  yes: 'Yes, and they did',
  planned: 'It is planned',
  declined: 'It was offered; the child did not want it',
  no: 'No',
} as const

/** What a child and the next worker are given when the worker changes (requirement LC7). */
export const handover = recordType('handover', {
  title: 'Handover',
  help: 'What is due and decided is on the page already. Write what only you know.',
  fields: {
    on: day('When?', { notAfter: 'today', start: 'today' }),
    told: text('What was the child told about the change, and by whom?', {}),
    goodbye: oneOf('Could the child say goodbye?', goodbyes),
    risks: text('What must the next worker know first?', {}),
    works: text('What works with this child, and what does not?', { optional: true }),
  },
  happened: a => a.on,
  summary: a => `Handover. Goodbye: ${goodbyes[a.goodbye].toLowerCase()}`,
})
