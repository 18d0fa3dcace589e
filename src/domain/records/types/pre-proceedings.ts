import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const outcomes = {
  down: 'Stepped down: the child is safe without the court',
  court: 'Care proceedings',
} as const

const soFar = (label: string) => day(label, { notAfter: 'today', optional: true })

/**
 * The time before care proceedings, in which parents are told in a letter what must change (Public Law Outline). One
 * record, amended as it goes on, so that it reads as one story. The census asks for these from 2026-27.
 */
export const preProceedings = recordType('pre-proceedings', {
  title: 'Pre-proceedings',
  help: 'Record it when it is decided to begin. Amend the same record as things happen.',
  fields: {
    from: day('When was it decided to begin?', { notAfter: 'today', start: 'today' }),
    why: text('Why, and what must change?', {}),
    letterSent: soFar('When was the letter before proceedings sent?'),
    groupOffered: yesNo('Did the letter offer a family group meeting?', { optional: true }),
    groupHeld: yesNo('Was a family group meeting held?', { optional: true }),
    firstMeeting: soFar('When was the first meeting with the parents?'),
    reviews: wholeNumber('How many review meetings have there been?', { from: 0, to: 50, optional: true }),
    outcome: oneOf('How did it end?', outcomes, { optional: true }),
    decidedOn: day('When was that decided?', { notAfter: 'today', when: a => a.outcome !== undefined }),
    courtOn: day('When was the application made to the court?', {
      notAfter: 'today',
      when: a => a.outcome === 'court',
      optional: true,
    }),
    courtLetter: day('When were the parents told in a letter that the council goes to court?', {
      notAfter: 'today',
      when: a => a.outcome === 'court',
      optional: true,
    }),
  },
  happened: a => a.from,
  spells: a => [
    { opens: 'pre-proceedings' },
    ...(a.outcome && a.decidedOn
      ? [{ closes: 'pre-proceedings', on: a.decidedOn, facts: { outcome: a.outcome } } as const]
      : []),
  ],
  chronology: a =>
    a.outcome ? `Pre-proceedings: ${outcomes[a.outcome].toLowerCase()}` : 'Pre-proceedings begun',
  summary: a => (a.outcome ? outcomes[a.outcome] : 'Pre-proceedings begun'),
  writtenBy: ['social-worker', 'team-manager'],
  faults: a => ({
    ...(a.letterSent && a.letterSent < a.from
      ? { letterSent: 'This is before it was decided to begin. Check both days.' }
      : {}),
    ...(a.decidedOn && a.decidedOn < a.from
      ? { decidedOn: 'This is before it began. Check both days.' }
      : {}),
  }),
})
