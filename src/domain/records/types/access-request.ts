import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { person, worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const asks = {
  self: 'The person themselves',
  parent: 'Somebody with parental responsibility',
  solicitor: 'A solicitor or other person with their written authority',
  court: 'Somebody appointed by a court',
} as const

/** Somebody asks for what is held about a person: UK GDPR article 15. The clock runs from the day it came. */
export const accessRequested = recordType('access-requested', {
  title: 'Request for a file',
  subject: 'access-request',
  fields: {
    child: person('The child’s ID', {}),
    received: day('When did it come?', { notAfter: 'today', start: 'today' }),
    asks: oneOf('Who asks?', asks),
    asker: line('Their name', { most: 150 }),
    reach: line('How to reach them', { most: 300 }),
    scope: text('What do they ask for?', { most: 2000, hint: 'The whole file, where they do not say.' }),
    log: yesNo('Do they also ask who has looked at the file?', {}),
  },
  happened: a => a.received,
  spells: a => [{ opens: 'access-request', on: a.received }],
  summary: a => `A file asked for: ${asks[a.asks].toLowerCase()}`,
})

/** Where it had to be asked for, the month runs from the day that it came. */
export const identityChecked = recordType('access-identity', {
  title: 'Identity checked',
  subject: 'access-request',
  fields: {
    on: day('On which day were you satisfied?', { notAfter: 'today', start: 'today' }),
    how: text('What did you see, and what shows that they may ask?', { most: 1000 }),
    restart: yesNo('Did you have to ask them for proof, so that the month runs from this day?', {}),
  },
  happened: a => a.on,
  spells: a => (a.restart ? [{ opens: 'access-request', on: a.on }] : []),
  summary: () => 'Identity checked',
})

export const accessExtended = recordType('access-extended', {
  title: 'Time extended',
  subject: 'access-request',
  fields: {
    told: day('When were they told?', { notAfter: 'today', start: 'today' }),
    why: text('Why is it complex?', { most: 1000, hint: 'They are told this within the first month.' }),
  },
  spells: () => [{ opens: 'access-extended', since: 'access-request' }, { closes: 'access-request' }],
  summary: () => 'Extended by two further months',
})

/** The file is opened to whoever marks it, for as long as the request runs. */
export const markerNamed = recordType('access-marker', {
  title: 'File given to be marked',
  subject: 'access-request',
  fields: { child: person('Child', {}), marker: worker('Who marks it?', {}), until: day('Until', {}) },
  spells: a => [
    {
      opens: 'sampled',
      key: `${a.marker} ${a.child}`,
      facts: { by: a.marker, child: a.child, until: a.until },
    },
  ],
  summary: () => 'File given to be marked',
})

/** Why words are taken out: Data Protection Act 2018, schedules 2 and 3. */
export const redactionReasons = {
  'third-party': 'About another person, who has not agreed',
  'third-party-source': 'Would show who told us in confidence',
  harm: 'Would be likely to cause serious harm',
  legal: 'Legal advice, or a court’s papers',
  adoption: 'From an adoption record',
  crime: 'Would get in the way of preventing or detecting crime',
} as const
export type RedactionReason = keyof typeof redactionReasons

/** Words taken out, by their place: the words themselves are not written again. */
export const redactionMade = recordType('redaction', {
  title: 'Words taken out',
  subject: 'access-request',
  fields: {
    passage: line('Passage', { most: 120 }),
    start: wholeNumber('From character', { from: 0, to: 100_000 }),
    end: wholeNumber('To character', { from: 1, to: 100_000 }),
    length: wholeNumber('Of how many characters', { from: 1, to: 100_000 }),
    reason: oneOf('Why?', redactionReasons),
    suggested: yesNo('Suggested by the product?', {}),
  },
  summary: a => `Words taken out: ${redactionReasons[a.reason].toLowerCase()}`,
})

export const redactionLifted = recordType('redaction-lifted', {
  title: 'Words put back',
  subject: 'access-request',
  fields: { why: line('Why?', { most: 300 }) },
  summary: () => 'Words put back',
})

/** A document is given as it is, or not at all: no word is taken out of its bytes. */
export const documentChosen = recordType('access-document', {
  title: 'Document chosen',
  subject: 'access-request',
  fields: {
    hash: line('Document', { most: 64 }),
    given: yesNo('Is it given?', {}),
    reason: oneOf('Why not?', redactionReasons, { when: a => a.given === false }),
  },
  summary: a => (a.given ? 'A document is given' : 'A document is kept back'),
})

export const markingFinished = recordType('access-marked', {
  title: 'Marking finished',
  subject: 'access-request',
  fields: { words: text('Anything for whoever checks it?', { optional: true, most: 2000 }) },
  summary: () => 'Marked, and waits to be checked',
})

export const markingChecked = recordType('access-checked', {
  title: 'Marking checked',
  subject: 'access-request',
  fields: {
    outcome: oneOf('What do you find?', { agreed: 'It may go out', back: 'It must be marked again' }),
    words: text('Why?', { most: 2000 }),
  },
  summary: a => (a.outcome === 'agreed' ? 'Checked: it may go out' : 'Checked: to be marked again'),
})

export const accessAnswered = recordType('access-answered', {
  title: 'Request answered',
  subject: 'access-request',
  fields: {
    on: day('When did it go?', { notAfter: 'today', start: 'today' }),
    how: line('How did it go, and to whom?', { most: 300 }),
  },
  happened: a => a.on,
  marks: () => ['access-answered'],
  spells: () => [{ closes: 'access-request' }, { closes: 'access-extended' }],
  summary: () => 'Answered',
})
