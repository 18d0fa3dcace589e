import { isPaperKind, paperKinds } from '../../improvement/paper-kinds.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** What a paper is, for whom and of which days. Written anew where a day or a name changes: the last one stands. */
export const paperBegun = recordType('paper-begun', {
  title: 'Paper',
  subject: 'paper',
  fields: {
    kind: oneOf('Which paper?', Object.fromEntries(Object.entries(paperKinds).map(([k, v]) => [k, v.title]))),
    body: line('For whom?', { hint: 'The board or the body it goes to.', most: 120 }),
    meeting: day('Day of the meeting, or of the letter', {}),
    asAt: day('Figures as at', { notAfter: 'today', start: 'today' }),
    since: day('Compared with', {
      optional: true,
      hint: 'Left blank, it is compared with the last final paper of its kind for the same body.',
    }),
    inspection: line('Report', { optional: true, most: 40 }),
  },
  summary: a => `${isPaperKind(a.kind) ? paperKinds[a.kind].title : a.kind} for ${a.body}`,
  faults: a => ({
    ...(a.meeting < a.asAt
      ? { meeting: 'The meeting is before the day of the figures. Check both days.' }
      : {}),
    ...(a.since && a.since >= a.asAt
      ? { since: 'This is not before the day of the figures. Choose an earlier day.' }
      : {}),
  }),
})

/** The author's own words in one place of a paper. Blank takes them out; what stood before stays in the file. */
export const paperSectionWritten = recordType('paper-section-written', {
  title: 'Words of a paper',
  subject: 'paper',
  fields: {
    section: line('Place', { most: 60 }),
    text: text('Words', { optional: true, most: 20_000 }),
  },
  summary: a => (a.text === undefined ? 'Words taken out' : 'Words written'),
})

/** A part left out, put back, or moved. */
export const paperPartChosen = recordType('paper-part-chosen', {
  title: 'Part of a paper',
  subject: 'paper',
  fields: {
    part: line('Part', { most: 60 }),
    what: oneOf('What is done with it?', {
      out: 'Left out',
      in: 'Put back',
      up: 'Moved up',
      down: 'Moved down',
    }),
  },
  summary: a => ({ out: 'Part left out', in: 'Part put back', up: 'Part moved', down: 'Part moved' })[a.what],
})

/** The paper as it goes: every word and figure is kept beside these answers, and later figures do not change it. */
export const paperFinished = recordType('paper-finished', {
  title: 'Paper made final',
  subject: 'paper',
  fields: {
    title: line('Title', { most: 400 }),
    hash: line('Fingerprint', {
      shape: [/^[\da-f]{64}$/, 'This is no fingerprint.'],
      example: '0'.repeat(64),
    }),
  },
  summary: () => 'Made final',
})

export const paperReopened = recordType('paper-reopened', {
  title: 'Paper opened again',
  subject: 'paper',
  fields: { why: text('Why is it opened again?', { most: 1000 }) },
  summary: a => `Opened again: ${a.why}`,
})
