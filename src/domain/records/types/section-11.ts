import { challengeViews, ratings } from '../../quality/section-11.ts'
import { sectionElevenStandards } from '../../quality/section-11-standards.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// A round is a file; the answer of each agency is another, so that an agency reads and writes its own and no other.

const standards = Object.fromEntries(sectionElevenStandards.map(s => [s.code, s.title]))
const standard = oneOf('Standard', standards)
const by = line('Your name and post', { hint: 'Such as: Pat Wren, head of safeguarding', most: 120 })

export const roundBegun = recordType('agency-round', {
  title: 'Section 11 round',
  subject: 'section-11',
  fields: {
    title: line('What is this round called?', { hint: 'Such as: Section 11 audit 2026', most: 100 }),
    due: day('By when should agencies answer?', {}),
    board: line('To which board does it report?', { optional: true, most: 10 }),
  },
  summary: a => a.title,
})

export const roundClosed = recordType('agency-round-closed', {
  title: 'Round closed',
  subject: 'section-11',
  fields: { why: text('What is to be said of it?', { optional: true, most: 1000 }) },
  summary: () => 'Round closed',
})

/** An agency is asked. The key of its code stands beside these answers, as `key`: the code itself is kept nowhere. */
export const agencyAsked = recordType('agency-asked', {
  title: 'Agency asked',
  subject: 'agency-audit',
  fields: {
    round: line('Round', { most: 10 }),
    agency: line('Agency', { most: 100 }),
    contact: line('Who is asked to answer?', { most: 120 }),
    email: line('Email', { optional: true, most: 200 }),
  },
  summary: a => `${a.agency} asked`,
})

/** A new letter: the code of the one before stops working. The new key stands beside these answers, as `key`. */
export const agencyNewCode = recordType('agency-new-code', {
  title: 'New code',
  subject: 'agency-audit',
  fields: { why: line('Why?', { optional: true, most: 200 }) },
  summary: () => 'A new letter with a new code',
})

export const agencyChased = recordType('agency-chased', {
  title: 'Reminded',
  subject: 'agency-audit',
  fields: {
    how: line('How, and what was said?', { hint: 'Such as: rang Pat Wren, promised by Friday', most: 300 }),
  },
  summary: a => `Reminded: ${a.how}`,
})

export const agencyLeft = recordType('agency-left', {
  title: 'Not asked any more',
  subject: 'agency-audit',
  fields: { why: line('Why are they not asked any more?', { most: 300 }) },
  summary: a => `Not asked any more: ${a.why}`,
})

export const agencyStandard = recordType('agency-standard', {
  title: 'Answer to a standard',
  subject: 'agency-audit',
  fields: {
    standard,
    rating: oneOf('How far is it met?', ratings, { optional: true }),
    evidence: text('What shows it?', { optional: true, most: 4000 }),
    action: text('What will you do?', { optional: true, most: 1500 }),
    owner: line('Who does it?', { hint: 'A post, or a name and a post.', optional: true, most: 120 }),
    due: day('By when?', { optional: true }),
    by,
  },
  summary: a =>
    `${standards[a.standard] ?? a.standard}: ${a.rating ? ratings[a.rating].toLowerCase() : 'begun'}`,
})

export const agencyDocuments = recordType('agency-documents', {
  title: 'Documents that show it',
  subject: 'agency-audit',
  fields: { documents: documents('Documents that show it', { optional: true }), by },
  summary: () => 'Documents sent',
})

export const agencyFinished = recordType('agency-finished', {
  title: 'Answer finished',
  subject: 'agency-audit',
  fields: { by },
  summary: a => `Finished by ${a.by}`,
})

export const agencyChallenged = recordType('agency-challenged', {
  title: 'Answer challenged',
  subject: 'agency-audit',
  fields: {
    standard,
    view: oneOf('What do you say of their own rating?', challengeViews),
    agreed: oneOf('Which rating stands?', ratings),
    why: text('Why?', { most: 2000 }),
    who: line('Who looked at it?', { hint: 'Such as: Pat Wren of the police, for the board', most: 120 }),
  },
  summary: a => `${standards[a.standard] ?? a.standard}: ${challengeViews[a.view].toLowerCase()}`,
})

export const agencyActionSaid = recordType('agency-action-said', {
  title: 'Action said to be done',
  subject: 'agency-audit',
  fields: { standard, what: text('What was done?', { most: 1500 }), by },
  summary: a => `Said to be done: ${a.what}`,
})

export const agencyActionSeen = recordType('agency-action-seen', {
  title: 'Action looked at',
  subject: 'agency-audit',
  fields: {
    standard,
    done: yesNo('Is it done?', {}),
    what: text('What did you see?', { most: 1500 }),
    again: day('If not: by when now?', { optional: true }),
  },
  summary: a => (a.done ? 'Action done' : 'Action not done yet'),
  faults: a => (!a.done && !a.again ? { again: 'It is not done yet. Say by when it must be.' } : {}),
})

/** What is missing before an answer can be finished, of one standard. */
export const missingOf = (a: {
  readonly rating: string | null
  readonly evidence: string | null
  readonly action: string | null
  readonly owner: string | null
  readonly by: string | null
}): Readonly<Record<string, string>> => {
  if (a.rating === null) return { rating: 'Choose how far it is met.' }
  const short = a.rating === 'part' || a.rating === 'no'
  return {
    ...(a.evidence === null
      ? { evidence: a.rating === 'none' ? 'Say why it does not apply to you.' : 'Say what shows it.' }
      : {}),
    ...(short && a.action === null ? { action: 'Say what you will do about it.' } : {}),
    ...(short && a.owner === null ? { owner: 'Say who does it.' } : {}),
    ...(short && a.by === null ? { by: 'Say by when, such as 31/3/2027.' } : {}),
  }
}
