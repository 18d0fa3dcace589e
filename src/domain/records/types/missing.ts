import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const kinds = { M: 'Missing: nobody knows where', A: 'Away without authorisation: place known' } as const

/** Starts an episode; it stays open until the return is recorded (rules R112, R114). */
export const missingEpisode = recordType('missing-episode', {
  title: 'Missing episode',
  fields: {
    from: day('Since which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    kind: oneOf('Missing or away?', kinds),
    told: text('Who has been told, and what is being done?', { optional: true }),
  },
  happened: a => a.from,
  spells: a => [{ opens: 'missing', facts: { kind: a.kind } }],
  chronology: a => kinds[a.kind],
  summary: a => kinds[a.kind],
})

export const returned = recordType('returned', {
  title: 'Returned from missing',
  fields: {
    on: day('When did the child come back?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    interviewOffered: yesNo('Was a return interview offered?', { optional: true }),
    interviewOn: day('When was the interview held?', {
      notAfter: 'today',
      optional: true,
      when: a => a.interviewOffered === true,
    }),
    learned: text('What did we learn from the child?', { optional: true }),
  },
  happened: a => a.on,
  marks: a => (a.interviewOn ? ['return-interview'] : []),
  spells: a => [
    { closes: 'missing', facts: { interviewOffered: a.interviewOffered, interviewOn: a.interviewOn } },
  ],
  chronology: () => 'Returned from missing',
  summary: a => (a.interviewOn ? 'Returned; interview held' : 'Returned; no interview yet'),
  faults: a =>
    a.interviewOn && a.interviewOn < a.on ? { interviewOn: 'This is before the child came back.' } : {},
})
