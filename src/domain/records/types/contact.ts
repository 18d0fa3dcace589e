import { needs, referralSources, sexes } from '../codes.ts'
import {
  alsoTold,
  assessmentKinds,
  contactOutcomes,
  contactSorts,
  isAccepted,
  isNotice,
  levelsOfNeed,
} from '../codes-front-door.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { person } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const phone = [/^\+?[\d ()-]{6,20}$/, 'Enter a telephone number in figures, such as 01632 960 001.'] as const
const email = [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address, such as name@example.org.'] as const

export const heardAtMarac = 'Is it heard at a MARAC?'
export const whatMaracIs = 'The meeting of agencies about the highest risks of domestic abuse'
export const whoElseIsTold = 'Who else is told, as the rules allow?'
export const onlyWhatTheyNeed =
  'Only those who know the child, and only what they need to keep the child safe'

/** What somebody outside, or a worker who took a call, says of a child (requirement FD1). In a file of its own. */
export const contactReceived = recordType('contact-received', {
  title: 'Contact received',
  subject: 'contact',
  fields: {
    receivedOn: day('When did it come in?', { notAfter: 'today', start: 'today' }),
    sort: oneOf('What is it?', contactSorts, { start: 'worry' }),
    danger: yesNo('Is a child in danger now?', {}),
    concern: text('What are you worried about, and what have you seen or heard?', { most: 20_000 }),
    wanted: text('What have you done so far, and what do you think should happen?', {
      optional: true,
      most: 10_000,
    }),
    adults: text('Who else is in the child’s home or life?', { optional: true, most: 5000 }),
    told: oneOf(
      'Does the family know that you are telling us?',
      { yes: 'Yes', no: 'No', unsafe: 'No: telling them could put the child at risk' },
      { optional: true },
    ),
    source: oneOf('Who are you?', referralSources),
    referrer: line('Your name', { optional: true, most: 100 }),
    organisation: line('Where you work', { optional: true, most: 150 }),
    phone: line('Telephone', { optional: true, shape: phone, example: '01632 960 001' }),
    email: line('Email', { optional: true, most: 200, shape: email, example: 'name@example.org' }),
    address: line('Postal address, for a letter', { optional: true, most: 300 }),
    number: line('Your own reference', { optional: true, most: 60 }),
    incidentOn: day('When did it happen?', { notAfter: 'today', optional: true }),
    marac: yesNo(heardAtMarac, { optional: true, when: a => a.sort === 'domestic-abuse', hint: whatMaracIs }),
    strengths: text('What goes well for the child and family?', {
      when: a => a.sort === 'caf',
      most: 10_000,
    }),
    consent: yesNo('Has the family agreed to early help?', { when: a => a.sort === 'caf' }),
    lead: line('Who would be the lead professional?', { when: a => a.sort === 'caf', most: 150 }),
    documents: documents('Files that belong to it', { optional: true }),
  },
  happened: a => a.receivedOn,
  spells: a => [
    { opens: 'contact', facts: { sort: a.sort, source: a.source, danger: a.danger } },
    { opens: 'contact-reply', facts: { source: a.source } },
  ],
  summary: a => contactSorts[a.sort],
})

/** One of the children whom a contact is about. */
export const contactChild = recordType('contact-child', {
  title: 'Child whom the contact is about',
  subject: 'contact',
  fields: {
    givenName: line('Given names', { optional: true, most: 100 }),
    familyName: line('Family name', { optional: true, most: 100 }),
    otherNames: line('Other names', { optional: true, most: 200 }),
    born: day('Date of birth, or when the baby is expected', { optional: true }),
    age: line('Age, if you do not know the date of birth', { optional: true, most: 20 }),
    sex: oneOf('Sex', sexes, { optional: true }),
    address: line('Home address', { optional: true, most: 300 }),
    school: line('School or nursery', { optional: true, most: 150 }),
    nhsNumber: line('NHS number', {
      optional: true,
      shape: [/^\d{3} ?\d{3} ?\d{4}$/, 'An NHS number has 10 figures.'],
      example: '999 123 4567',
    }),
  },
  summary: a => [a.givenName, a.familyName].filter(Boolean).join(' ') || 'A child not named',
  faults: a =>
    a.givenName || a.familyName || a.address || a.nhsNumber
      ? {}
      : { givenName: 'Enter a name; or the address, if you do not know the name.' },
})

/** Which file a child of the contact has here. It names the `contact-child` entry in `amends`. */
export const contactMatched = recordType('contact-matched', {
  title: 'Child known',
  subject: 'contact',
  fields: { child: person('Which child?', {}) },
  summary: () => 'Child’s file found or started',
})

/** What the front door decided, and why: written once, and from it the child’s entries and the letter (FD2). */
export const contactDecided = recordType('contact-decided', {
  title: 'Contact decided',
  subject: 'contact',
  fields: {
    decidedOn: day('When was it decided?', { notAfter: 'today', start: 'today' }),
    level: oneOf('Level of need', levelsOfNeed),
    outcome: oneOf('What was decided?', contactOutcomes),
    need: oneOf('The main need', needs, { when: a => isAccepted(a.outcome) }),
    assessment: oneOf('Which assessment?', assessmentKinds, { when: a => a.outcome === 'assess' }),
    reasons: text('Why?', { hint: 'The referrer is told this, so write it plainly.' }),
    next: text('What happens next, who does it, and by when?', {
      when: a => isAccepted(a.outcome) || a.outcome === 'open-case' || a.outcome === 'early-help',
    }),
    instead: text('What else could the referrer or the family do?', {
      when: a => !isAccepted(a.outcome),
      optional: true,
    }),
    marac: yesNo(heardAtMarac, { optional: true, hint: whatMaracIs }),
    passedTo: manyOf(whoElseIsTold, alsoTold, { optional: true, hint: onlyWhatTheyNeed }),
  },
  happened: a => a.decidedOn,
  marks: () => ['contact-decision'],
  spells: a => [{ closes: 'contact', facts: { outcome: a.outcome, level: a.level } }],
  summary: a => contactOutcomes[a.outcome],
  writtenBy: ['team-manager', 'out-of-hours'],
})

const ways = {
  email: 'By email',
  post: 'By letter',
  spoken: 'Told in person or by telephone',
  none: 'Nobody to tell: no name or address was given',
} as const

/** What the referrer was told. The words are kept as they went. */
export const contactLetter = recordType('contact-letter', {
  title: 'Referrer told',
  subject: 'contact',
  fields: {
    on: day('When?', { notAfter: 'today', start: 'today' }),
    how: oneOf('How?', ways),
    to: line('To whom?', { when: a => a.how !== 'none', most: 300 }),
    letter: text('What it said', { when: a => a.how !== 'none' }),
  },
  happened: a => a.on,
  marks: a => (a.how === 'none' ? [] : ['referrer-told']),
  spells: a => [{ closes: 'contact-reply', facts: { how: a.how } }],
  summary: a => ways[a.how],
})

/** What came of sending it: written by the product when the sender answers. It names the letter in `amends`. */
export const letterDelivery = recordType('letter-delivery', {
  title: 'Delivery of a letter',
  subject: 'contact',
  fields: {
    state: oneOf('What came of it?', { sent: 'Sent', failed: 'Could not be sent' }),
    detail: line('In detail', { optional: true, most: 500 }),
  },
  // The referrer has not heard after all, and waits again.
  spells: a => (a.state === 'failed' ? [{ opens: 'contact-reply', facts: { failed: true } }] : []),
  summary: a => (a.state === 'sent' ? 'Sent' : 'Could not be sent'),
})

/** In the child’s own file: that somebody made contact about them, and what came of it. */
export const contact = recordType('contact', {
  title: 'Contact',
  fields: {
    receivedOn: day('When did it come in?', { notAfter: 'today', start: 'today' }),
    sort: oneOf('What was it?', contactSorts, { start: 'worry' }),
    source: oneOf('Who made it?', referralSources),
    about: text('What was it about?', {}),
    outcome: oneOf('What was decided?', contactOutcomes),
    level: oneOf('Level of need', levelsOfNeed, { optional: true }),
    reasons: text('Why?', {}),
    marac: yesNo(heardAtMarac, { optional: true, when: a => a.sort === 'domestic-abuse', hint: whatMaracIs }),
    passedTo: manyOf(whoElseIsTold, alsoTold, {
      optional: true,
      when: a => isNotice(a.sort),
      hint: onlyWhatTheyNeed,
    }),
    reference: line('Reference of the contact', { optional: true, most: 20 }),
    documents: documents('Files that belong to it', { optional: true }),
  },
  happened: a => a.receivedOn,
  chronology: a =>
    `Contact from ${referralSources[a.source].toLowerCase()}: ${contactOutcomes[a.outcome].toLowerCase()}${a.marac ? '; heard at a MARAC' : ''}`,
  summary: a => `${contactSorts[a.sort]}: ${contactOutcomes[a.outcome].toLowerCase()}`,
  writtenBy: ['team-manager', 'out-of-hours'],
})
