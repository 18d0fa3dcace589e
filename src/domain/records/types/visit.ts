import { type VisitCode, visitCodes } from '../../readiness/visit-kinds.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { wholeNumber } from '../kinds/number.ts'
import { person, worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Days that lie ahead, where the usual hint speaks of yesterday. */
const AHEAD = 'Such as 27/3/2026'
const inspector = () => worker('Inspector', {})

/** A visit by inspectors, in its own file. Written again in whole when its days or its scope change. */
export const visitPlanned = recordType('visit-planned', {
  title: 'Inspectors’ visit',
  subject: 'visit',
  fields: {
    kind: oneOf('What kind of visit?', visitCodes satisfies Record<VisitCode, string>),
    notice: day('Notice given on', { notAfter: 'today', start: 'today' }),
    from: day('On site from', { hint: AHEAD }),
    to: day('On site until', { hint: AHEAD }),
    lead: line('Lead inspector', { optional: true, most: 150 }),
    scope: text('What will they look at?', {
      optional: true,
      most: 2000,
      hint: 'Their own words, where the letter gives them.',
    }),
  },
  summary: a => visitCodes[a.kind],
  faults: a => ({
    ...(a.from < a.notice ? { from: 'This is before notice was given. Check both days.' } : {}),
    ...(a.to < a.from ? { to: 'This is before they come. Check both days.' } : {}),
  }),
})

export const visitOver = recordType('visit-over', {
  title: 'Visit ended',
  subject: 'visit',
  fields: { on: day('Ended on', { notAfter: 'today', start: 'today' }) },
  happened: a => a.on,
  summary: () => 'The visit ended, and all that it opened was closed',
})

/** An inspector's account: open from the first day until the end of the last, in England. */
export const inspectorAdmitted = recordType('inspector-admitted', {
  title: 'Inspector let in',
  subject: 'visit',
  fields: {
    inspector: inspector(),
    name: line('Name of the inspector', { most: 100 }),
    from: day('May sign in from', { hint: AHEAD }),
    until: day('May sign in until the end of', { hint: AHEAD }),
  },
  spells: a => [
    {
      opens: 'admitted',
      key: a.inspector,
      on: a.from,
      facts: { by: a.inspector, until: a.until },
    },
  ],
  summary: a => `${a.name} may sign in until the end of ${a.until}`,
  faults: a => (a.until < a.from ? { until: 'This is before the first day. Check both days.' } : {}),
})

export const inspectorEnded = recordType('inspector-ended', {
  title: 'Inspector’s account ended',
  subject: 'visit',
  fields: { inspector: inspector(), why: line('Why?', { optional: true }) },
  spells: a => [{ closes: 'admitted', key: a.inspector }],
  summary: () => 'The account of an inspector was ended',
})

const sampledKey = (a: { readonly inspector: string; readonly child: string }) => `${a.inspector} ${a.child}`

/** A child's file given to one inspector, how it was chosen, and out of how many, so that a draw can be repeated. */
export const sampleAdded = recordType('visit-sample-added', {
  title: 'File put in the sample',
  subject: 'visit',
  fields: {
    child: person('Child', {}),
    inspector: inspector(),
    until: day('Until', {}),
    how: oneOf('How was it chosen?', {
      random: 'Drawn at random from a list',
      asked: 'Asked for by its ID',
    }),
    list: wholeNumber('From which of the inspectors’ lists?', { from: 1, to: 11, optional: true }),
    asAt: day('The list as at', { optional: true }),
    outOf: wholeNumber('Out of how many children?', { from: 1, to: 1_000_000, optional: true }),
    seed: line('Seed of the draw', { optional: true, most: 60 }),
  },
  spells: a => [
    {
      opens: 'sampled',
      key: sampledKey(a),
      facts: { by: a.inspector, child: a.child, until: a.until },
    },
  ],
  summary: () => 'A file was put in the sample',
})

export const sampleRemoved = recordType('visit-sample-removed', {
  title: 'File taken out of the sample',
  subject: 'visit',
  fields: { child: person('Child', {}), inspector: inspector(), why: line('Why?', { optional: true }) },
  spells: a => [{ closes: 'sampled', key: sampledKey(a) }],
  summary: () => 'A file was taken out of the sample',
})

/** What can be shown to inspectors beside the sampled files, each switched on by the visit's team. */
export const shareable = {
  lists: 'The child-level lists',
  figures: 'The figures of the digest',
  'self-evaluation': 'The self-evaluation',
  plan: 'The improvement plan',
  documents: 'Policies and other documents made ready',
} as const
export type Shareable = keyof typeof shareable

export const visitShared = recordType('visit-shared', {
  title: 'Shown to the inspectors',
  subject: 'visit',
  fields: { what: oneOf('What?', shareable), shown: yesNo('Shown to them?', {}) },
  summary: a =>
    `${shareable[a.what]}: ${a.shown ? 'shown to the inspectors' : 'no longer shown to the inspectors'}`,
})

/** The only thing that an inspector writes: it stands on the visit, and never on a child. */
export const requestMade = recordType('visit-request', {
  title: 'Request of an inspector',
  subject: 'visit',
  fields: {
    what: text('What would you like to see or to know?', {
      most: 2000,
      hint: 'Do not name a child: give the child ID.',
    }),
    by: day('By when?', { optional: true, hint: AHEAD }),
  },
  summary: a => a.what,
})

export const requestAnswered = recordType('visit-request-answered', {
  title: 'Answer to an inspector',
  subject: 'visit',
  fields: {
    request: line('Request', { most: 40 }),
    answer: text('Answer', { most: 4000 }),
    link: line('Address of a page that answers it', {
      optional: true,
      most: 300,
      shape: [
        /^\/inspection\/mine[!-~]*$|^\/child\/[!-~]+$/,
        'Give a page that inspectors may open: of a sampled child, or of theirs at /inspection/mine.',
      ],
      example: '/inspection/mine/plan',
    }),
    documents: documents('Documents', { optional: true }),
  },
  summary: a => a.answer,
})
