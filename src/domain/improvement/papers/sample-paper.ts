import { addMonths, day } from '../../kernel/day.ts'
import type { Finding, Inspection } from '../fold-findings.ts'
import type { Measure } from '../measure.ts'
import type { PaperKind } from '../paper-kinds.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { Action, Mark } from '../plan.ts'
import type { PlanLine } from '../plan-lines.ts'
import type { Risk } from '../risk.ts'
import { setOf } from './outlines.ts'
import type { PaperInput, SetLine } from './part.ts'

// An invented plan to write papers from, for tests.

const finding = (id: string, text: string, more: Partial<Finding> = {}): Finding => ({
  id,
  section: 'looked-after',
  band: 'three-months',
  due: day('2026-09-12'),
  text,
  agencies: ['Eastmere Council'],
  confirmed: { by: 'Ada Finch', on: day('2026-06-13') },
  ...more,
})

export const sampleInspection: Inspection = {
  id: 'insp',
  kind: 'inspection',
  title: null,
  body: null,
  link: null,
  documents: [],
  file: 'eastmere.txt',
  framework: 'slac-2009',
  visit: 'standard',
  authority: 'Eastmere',
  inspectedFrom: day('2026-05-11'),
  inspectedTo: day('2026-05-22'),
  published: day('2026-06-12'),
  received: null,
  judgements: [
    { section: 'safeguarding', area: 'Overall effectiveness', grade: 'Adequate' },
    { section: 'looked-after', area: 'Being healthy', grade: null },
  ],
  findings: [finding('1', 'hold reviews on time'), finding('2', 'see the dentist', { band: 'six-months' })],
  unsure: [],
}

export const mark = (brag: Mark['brag'], on: string): Mark => ({ brag, on: day(on), by: 'Bo Marsh' })

export const reviewsMeasure: Measure = {
  id: 'm-reviews',
  kind: 'indicator',
  indicator: 'NI66',
  team: 'North',
  baseline: { value: 62.5, on: day('2026-05-31') },
  target: { value: 90, by: day('2026-12-31') },
  good: 'high',
}

export const reviews: Action = {
  id: 'a1',
  source: {
    inspection: 'insp',
    finding: '1',
    text: 'hold reviews on time',
    section: 'looked-after',
    band: null,
  },
  also: [],
  what: 'Book reviews a month ahead',
  outcome: 'Plans are looked at in time.',
  lead: 'Bo Marsh, service manager',
  partners: ['School nursing'],
  due: day('2026-09-12'),
  revisions: [
    { due: day('2026-10-01'), why: 'Two posts empty.', agreedBy: 'the board', on: day('2026-08-01') },
  ],
  milestones: [
    { id: 'm1', what: 'List agreed', by: day('2026-07-01'), met: day('2026-09-02') },
    { id: 'm2', what: 'List checked', by: day('2026-11-20') },
  ],
  depends: [],
  measures: [reviewsMeasure],
  deliveries: [mark('amber', '2026-08-01'), mark('blue', '2026-09-05')],
  impacts: [mark('green', '2026-09-05')],
  progress: [{ on: day('2026-09-01'), author: 'Cass Reed', text: 'The list is in use.' }],
  evidence: [],
  barriers: [],
  challenges: [],
  decisions: [],
  closures: [],
  retests: [],
  state: 'open',
  claimedComplete: day('2026-09-05'),
}

const { claimedComplete: _c, ...open } = reviews
export const dentist: Action = {
  ...open,
  id: 'a2',
  source: { ...reviews.source, finding: '2', text: 'see the dentist' },
  what: 'Agree places',
  measures: [],
  deliveries: [mark('red', '2026-08-01')],
  milestones: [],
}

export const reviewsLine: PlanLine = {
  ref: '1',
  action: reviews,
  measures: [
    {
      measure: reviewsMeasure,
      name: 'reviews on time',
      current: { value: 71.23, on: day('2026-10-31'), numerator: 52, denominator: 73 },
      before: { value: 68.2, on: day('2026-08-31') },
      history: [
        { month: day('2026-08-31'), value: 68.2 },
        { month: day('2026-09-30'), value: null },
        { month: day('2026-10-31'), value: 71.23 },
      ],
    },
  ],
}
export const dentistLine: PlanLine = { ref: '2', action: dentist, measures: [] }

export const sampleRisk: Risk = {
  id: 'r1',
  code: 'R1',
  title: 'Dentists',
  cause: 'Too few',
  event: 'places end',
  consequence: 'children wait',
  description: 'Too few dentists take children: they wait.',
  owner: 'Di Vale, director',
  mitigation: 'Ask the neighbours.',
  actions: ['A2'],
  indicators: [],
  likelihood: 4,
  impact: 3,
  target: { likelihood: 2, impact: 3 },
  review: day('2026-12-01'),
  ratings: [],
}

const sampleSet = (codes: readonly string[]): readonly SetLine[] =>
  codes.map((code, n) => ({
    code,
    name: `Children of ${code}`,
    unit: n % 4 === 3 ? 'number' : 'percent',
    good: n % 3 === 0 ? 'high' : n % 3 === 1 ? 'low' : 'neither',
    ...(n % 2 === 0 ? { target: 90 } : {}),
    now:
      n === 2 ? 'held' : { value: 40 + n * 3.3, on: day('2026-10-31'), numerator: 20 + n, denominator: 60 },
    before: n === 4 ? null : { value: 44, on: day('2026-08-31'), numerator: 22, denominator: 50 },
    history: [0, 1, 2].map(m => ({
      month: addMonths(day('2026-08-31'), m),
      value: n === 2 ? null : 40 + n + m,
    })),
  }))

/** All that a paper of a kind is made from. */
export const sampleInput = (kind: PaperKind, more: Partial<PaperInput> = {}): PaperInput => ({
  kind,
  body: paperKinds[kind].body,
  meeting: day('2026-11-17'),
  asAt: day('2026-10-31'),
  since: day('2026-08-31'),
  until: day('2026-11-30'),
  council: 'Eastmere Council',
  inspection: sampleInspection,
  sources: [sampleInspection],
  lines: [reviewsLine, dentistLine],
  risks: [sampleRisk],
  set: sampleSet(setOf(kind)),
  names: {},
  written: new Map(),
  bound: new Map(),
  ...more,
})
