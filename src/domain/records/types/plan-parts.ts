import { EVIDENCE_KINDS, EVIDENCE_QUALITIES } from '../../improvement/action-parts.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { LINK } from './plan-sources.ts'

// What stands on an action beside its marks. Each entry that answers another names it by id.

const onDay = (label: string) => day(label, { notAfter: 'today', start: 'today' })
const which = (label: string) => line(label, { most: 40 })
const board = (required: boolean) =>
  line('At which board?', { most: 150, ...(required ? {} : { optional: true }) })

/** Another recommendation that an action answers, so that it is not planned twice. */
export const answersToo = recordType('action-answers-too', {
  title: 'Answers this too',
  subject: 'action',
  fields: { inspection: which('Source'), finding: which('Recommendation') },
  summary: () => 'Answers another recommendation too',
})

export const actionDepends = recordType('action-depends', {
  title: 'Waits for another action',
  subject: 'action',
  fields: {
    action: which('Which action must come first?'),
    why: text('Why?', { optional: true, most: 500 }),
  },
  summary: () => 'Waits for another action',
})

export const evidenceAdded = recordType('evidence-added', {
  title: 'Evidence',
  subject: 'action',
  help: 'What shows that it was done, or that it helps; and how far it can be relied on.',
  fields: {
    on: onDay('Evidence of'),
    kind: oneOf('What kind is it?', EVIDENCE_KINDS),
    what: text('What does it show?', { most: 2000 }),
    quality: oneOf('How strong is it?', EVIDENCE_QUALITIES),
    why: text('Why?', {
      hint: 'How many, how chosen, who looked: a few good cases are weak evidence of all.',
      most: 1000,
    }),
    link: line('Where it can be read', {
      hint: 'A web address, or a page of this product.',
      optional: true,
      shape: LINK,
      example: '/audits',
      most: 300,
    }),
    documents: documents('Documents', {
      optional: true,
      hint: 'Leave out whatever names a child. PDF, Word, pictures or plain text, up to 6 files of 10 MB.',
    }),
  },
  happened: a => a.on,
  summary: a => `Evidence: ${a.what}`,
})

export const barrierRaised = recordType('barrier-raised', {
  title: 'Barrier',
  subject: 'action',
  fields: {
    on: onDay('Since when?'),
    what: text('What stands in the way?', { most: 1000 }),
    who: line('Who can clear it?', { optional: true, most: 150 }),
  },
  happened: a => a.on,
  summary: a => `Barrier: ${a.what}`,
})

export const barrierCleared = recordType('barrier-cleared', {
  title: 'Barrier cleared',
  subject: 'action',
  fields: {
    barrier: which('Barrier'),
    on: onDay('When?'),
    how: text('How was it cleared?', { most: 1000 }),
  },
  happened: a => a.on,
  summary: a => `Barrier cleared: ${a.how}`,
})

export const challengeAsked = recordType('challenge-asked', {
  title: 'Challenge',
  subject: 'action',
  help: 'A question put to this action, as it was put. It waits for its owner until it is answered.',
  fields: {
    on: onDay('When was it asked?'),
    question: text('What was asked?', { most: 1000 }),
    askedBy: line('Who asked?', { most: 150 }),
    board: board(false),
  },
  happened: a => a.on,
  summary: a => `Challenge by ${a.askedBy}: ${a.question}`,
})

export const challengeAnswered = recordType('challenge-answered', {
  title: 'Answer to a challenge',
  subject: 'action',
  fields: {
    challenge: which('Challenge'),
    on: onDay('When was it answered?'),
    answer: text('What is the answer?', { most: 2000 }),
  },
  happened: a => a.on,
  summary: a => `Answer: ${a.answer}`,
})

export const boardDecided = recordType('board-decided', {
  title: 'Decision of a board',
  subject: 'action',
  fields: {
    on: onDay('When?'),
    board: board(true),
    decision: text('What was decided?', { most: 1000 }),
  },
  happened: a => a.on,
  summary: a => `${a.board}: ${a.decision}`,
})

/** Takes an entry of an action out of what counts, and leaves it to be seen in its history. */
export const planEntryWithdrawn = recordType('plan-entry-withdrawn', {
  title: 'Withdrawn',
  subject: 'action',
  fields: { entry: which('Entry'), why: line('Why should it not count?', { most: 300 }) },
  summary: a => `Withdrawn: ${a.why}`,
})
