import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { person } from '../kinds/reference.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** What a young person may want by saying something (rules §4), in the words in which they choose it. */
export const wishes = {
  feedback: 'Say what I think, good or bad',
  complaint: 'Make a complaint',
  advocate: 'Have an advocate: somebody who is on my side and helps me be heard',
  chair: 'Run my own review meeting, or part of it',
} as const

/** The same, as a worker reads it. */
const told = {
  feedback: 'What the young person thinks',
  complaint: 'A complaint by the young person',
  advocate: 'The young person wants an advocate',
  chair: 'The young person wants to chair their review',
} as const

/** What a young person writes on their own page. It waits for the worker until it is answered. */
export const childSaid = recordType('child-said', {
  title: 'Said by the young person',
  fields: {
    kind: oneOf('What do you want to do?', wishes),
    said: text('What do you want to say?', {
      hint: 'Use your own words. It does not have to be long, and spelling does not matter.',
    }),
  },
  spells: () => [{ opens: 'said', keeps: true }],
  chronology: a => (a.kind === 'feedback' ? undefined : told[a.kind]),
  summary: a => told[a.kind],
  writtenBy: ['young-person'],
})

/** What is answered: the young person reads it, and what they said waits no more. */
export const childAnswered = recordType('child-answered', {
  title: 'Answer to the young person',
  help: 'The young person reads every word of this. Use plain words, and write nothing about anybody else.',
  fields: {
    on: day('When did you talk with them, or write?', {
      notAfter: 'today',
      notBefore: 'birth',
      start: 'today',
    }),
    answer: text('What do you answer?', {}),
    next: text('What happens now, who does it, and by when?', {}),
  },
  happened: a => a.on,
  toChild: true,
  marks: () => ['child-answered'],
  spells: () => [{ closes: 'said' }],
  summary: () => 'The young person was answered',
})

/** What the account of a young person is called wherever accounts are: their name stands in their file alone. */
export const YOUNG_PERSON = 'A young person'

/** Whose file an account opens as its own: written in the file of the account, once, by who makes it. */
export const ownFile = recordType('own-file', {
  title: 'Account of a young person',
  subject: 'worker',
  fields: {
    from: day('From', { notAfter: 'today', start: 'today' }),
    child: person('Whose account is it?', {}),
  },
  happened: a => a.from,
  spells: a => [{ opens: 'own-file', facts: { child: a.child } }],
  summary: () => 'Account of a young person',
})
