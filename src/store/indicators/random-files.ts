import fc from 'fast-check'
import { england } from '../../domain/kernel/calendar.ts'
import { addDays, addMonths, type Day, day, dayFromNumber, dayNumber } from '../../domain/kernel/day.ts'
import {
  ethnicities,
  participation,
  placementTypes,
  protectionCategories,
} from '../../domain/records/codes.ts'

/** For tests: the days on which random files are asked about, at the ends of months and years where sums go wrong. */
export const askedOn: readonly Day[] = ['2010-05-31', '2011-02-28', '2011-10-03', '2012-02-29'].map(day)

const FIRST = dayNumber(day('2009-05-01'))
const LAST = dayNumber(day('2012-04-30'))

/** Days that lie on an edge: the day asked about, a quarter and a year before, and their neighbours. */
const edges = askedOn.flatMap(on =>
  [0, -3, -12].flatMap(m => [-1, 0, 1, 3].map(n => addDays(addMonths(on, m), n))),
)

const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber),
  fc.constantFrom(...edges),
)

/** Where the next thing often happens, or just misses: the same day, the day a timescale allows, a year on. */
const steps: readonly ((d: Day) => Day)[] = [
  d => england.add(d, 1),
  d => england.add(d, 10),
  d => england.add(d, 20),
  ...[1, 3, 6, 12, -12].map(n => (d: Day) => addMonths(d, n)),
  ...[1, 2, 3, 7, 42].map(n => (d: Day) => addDays(d, n)),
]

/** Days of one file: most of them on, or a step from, a few days that its records share. */
const daysAround = (shared: readonly Day[]): fc.Arbitrary<Day> => {
  const on = fc.constantFrom(...shared)
  const step = fc.tuple(on, fc.constantFrom(...steps), fc.constantFrom(-1, 0, 0, 1))
  return fc.oneof(
    { weight: 3, arbitrary: on },
    { weight: 3, arbitrary: step.map(([d, move, n]) => addDays(move(d), n)) },
    { weight: 2, arbitrary: anyDay },
  )
}

const code = (codes: object) => fc.constantFrom(...Object.keys(codes))

/** Births on the edge of an age at a day asked about, and on 29 February. */
const birth = fc.oneof(
  anyDay,
  fc
    .tuple(fc.constantFrom(...askedOn), fc.constantFrom(4, 5, 12, 16, 17), fc.constantFrom(-1, 0, 1))
    .map(([on, age, n]) => addDays(addMonths(on, -12 * age), n)),
  fc.constantFrom(day('2008-02-29'), day('2007-02-28'), day('2004-02-29'), day('1995-03-01')),
)

/** What is written in a random file: a type, its answers, and whether it was put right or taken out afterwards. */
export interface Written {
  readonly type: string
  readonly answers: Record<string, unknown>
  readonly after:
    | 'stands'
    | 'withdrawn'
    | { readonly becomes: Record<string, unknown> }
    | { readonly signed: Day }
}

const record = (type: string, answers: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Written> =>
  fc.record({
    type: fc.constant(type),
    answers,
    after: fc.oneof(
      { weight: 8, arbitrary: fc.constant('stands' as const) },
      { weight: 1, arbitrary: fc.constant('withdrawn' as const) },
      { weight: 1, arbitrary: fc.record({ becomes: answers }) },
    ),
  })

const details = record(
  'person-details',
  fc
    .tuple(anyDay, birth, fc.integer({ min: 0, max: 5 }), code(ethnicities))
    .map(([asOf, on, n, ethnicity]) => ({
      asOf,
      unborn: n === 0,
      ...(n === 0 ? { expected: on } : { born: on }),
      sex: n === 0 ? 'U' : n % 2 === 0 ? 'F' : 'M',
      ethnicity,
    })),
)

const worker = '01890a5d-ac96-774b-bcce-b302099a8057'
const as = fc.constantFrom('worker', 'worker', 'reviewing')

const one = (when: fc.Arbitrary<Day>): fc.Arbitrary<Written> =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: record('became-looked-after', fc.record({ from: when, need: fc.constant('N1') })),
    },
    {
      weight: 1,
      arbitrary: record('ceased-looked-after', fc.record({ on: when, reason: fc.constant('E8') })),
    },
    {
      weight: 1,
      arbitrary: record(
        'legal-status',
        fc.record({ from: when, status: fc.constantFrom('V2', 'V3', 'V4', 'C2') }),
      ),
    },
    {
      weight: 4,
      arbitrary: record(
        'placement',
        fc.record({
          from: when,
          type: fc.oneof(fc.constantFrom('U6', 'T0', 'T4'), code(placementTypes)),
          longTerm: fc.boolean(),
        }),
      ),
    },
    {
      weight: 4,
      arbitrary: record(
        'looked-after-review',
        fc.record({ heldOn: when, participation: code(participation) }),
      ),
    },
    {
      weight: 6,
      arbitrary: record(
        'statutory-visit',
        fc.record({ visitedOn: when, seen: fc.constantFrom('alone', 'alone', 'with-others', 'no') }),
      ),
    },
    {
      weight: 2,
      arbitrary: record(
        'health-assessment',
        fc.record({ on: when, outcome: fc.constantFrom('held', 'held', 'missed') }),
      ),
    },
    { weight: 1, arbitrary: record('dental-check', fc.record({ on: when })) },
    { weight: 2, arbitrary: record('immunisation', fc.record({ on: when, upToDate: fc.boolean() })) },
    { weight: 1, arbitrary: record('sdq', fc.record({ on: when, scored: fc.boolean() })) },
    {
      weight: 2,
      arbitrary: record(
        'protection-plan-started',
        fc.record({ conferenceOn: when, category: code(protectionCategories) }),
      ),
    },
    {
      weight: 2,
      arbitrary: record('protection-review', fc.record({ heldOn: when, keepsPlan: fc.boolean() })),
    },
    {
      weight: 1,
      arbitrary: record('protection-plan-ended', fc.record({ endedOn: when, reason: fc.constant('safe') })),
    },
    {
      weight: 2,
      arbitrary: record('referral-received', fc.record({ receivedOn: when, source: fc.constant('6') })),
    },
    {
      weight: 2,
      arbitrary: record(
        'referral-decided',
        fc.record(
          {
            decidedOn: when,
            decision: fc.constantFrom('assess', 'protect', 'advice', 'nfa'),
            assessment: fc.constantFrom('initial', 'single'),
          },
          { requiredKeys: ['decidedOn', 'decision'] },
        ),
      ),
    },
    {
      weight: 2,
      arbitrary: record(
        'allocation',
        fc.record({
          from: when,
          as,
          worker: fc.constant(worker),
          team: fc.constantFrom('North', 'South', 'O’Shea’s'),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: record('allocation-ended', fc.record({ on: when, as, why: fc.constant('Left.') })),
    },
    {
      weight: 2,
      arbitrary: record('missing-episode', fc.record({ from: when, kind: fc.constantFrom('M', 'A') })),
    },
    {
      weight: 2,
      arbitrary: record(
        'returned',
        fc.tuple(when, fc.option(fc.integer({ min: 0, max: 6 }))).map(([on, n]) => ({
          on,
          interviewOffered: n !== null,
          ...(n === null ? {} : { interviewOn: addDays(on, n) }),
        })),
      ),
    },
    {
      weight: 1,
      arbitrary: record('private-fostering', fc.record({ awareOn: when, carer: fc.constant('An aunt') })),
    },
    {
      weight: 1,
      arbitrary: record('private-fostering-ended', fc.record({ on: when, reason: fc.constant('home') })),
    },
  )

const assessmentKind = fc.constantFrom('initial', 'core', 'single')

/** What an accepted referral leads to: assessments and their signing, supervision, an end. */
const inNeed = (when: fc.Arbitrary<Day>): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 3, arbitrary: record('assessment-begun', fc.record({ on: when, kind: assessmentKind })) },
    {
      weight: 6,
      arbitrary: fc
        .record({ on: when, kind: assessmentKind, signed: when, outcome: fc.constantFrom('core', 'close') })
        .map(({ signed, ...answers }) => ({
          type: 'assessment',
          answers: { ...answers, seen: 'alone', seenOn: answers.on },
          after: { signed },
        })),
    },
    {
      weight: 3,
      arbitrary: record('case-supervision', fc.record({ on: when, decision: fc.constant('Go on') })),
    },
    { weight: 1, arbitrary: record('case-closed', fc.record({ on: when, reason: fc.constant('RC7') })) },
  )

const early = fc.integer({ min: FIRST - 400, max: FIRST + 500 }).map(dayFromNumber)

/** Long spells to hang the rest on: without them few children are in care for a year. */
const start: fc.Arbitrary<readonly Written[]> = fc.oneof(
  record('became-looked-after', fc.record({ from: early, need: fc.constant('N1') })).map(w => [w]),
  record(
    'protection-plan-started',
    fc.record({ conferenceOn: early, category: code(protectionCategories) }),
  ).map(w => [w]),
  record(
    'referral-decided',
    fc.record({ decidedOn: early, decision: fc.constant('assess'), assessment: assessmentKind }),
  ).map(w => [w]),
  fc.constant([]),
)

const REGULAR: Readonly<Record<string, (d: Day, odd: boolean) => Record<string, unknown>>> = {
  'statutory-visit': d => ({ visitedOn: d, seen: 'alone' }),
  'looked-after-review': (d, odd) => ({ heldOn: d, participation: odd ? 'PN7' : 'PN6' }),
  'protection-review': d => ({ heldOn: d, keepsPlan: true }),
  'health-assessment': d => ({ on: d, outcome: 'held' }),
  sdq: d => ({ on: d, scored: true }),
  placement: d => ({ from: d, type: 'U6' }),
  'case-supervision': d => ({ on: d, decision: 'Go on' }),
}

/** Something done again and again, as work that is mostly on time. */
const regular: fc.Arbitrary<readonly Written[]> = fc
  .tuple(fc.constantFrom(...Object.keys(REGULAR)), early, fc.integer({ min: 8, max: 180 }), fc.nat(25))
  .map(([type, from, every, times]) =>
    Array.from({ length: times }, (_, i) => ({
      type,
      answers: REGULAR[type]?.(addDays(from, i * every), every % 2 === 1) ?? {},
      after: 'stands' as const,
    })),
  )

/** For tests: the entries of one child's file, in the order written, which is not the order things happened. */
export const randomFile: fc.Arbitrary<readonly Written[]> = fc
  .array(anyDay, { minLength: 1, maxLength: 5 })
  .chain(shared =>
    fc.tuple(
      fc.array(details, { maxLength: 2 }),
      start,
      fc.array(regular, { maxLength: 3 }),
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: one(daysAround(shared)) },
          { weight: 1, arbitrary: inNeed(daysAround(shared)) },
        ),
        {
          minLength: 1,
          maxLength: 24,
          size: 'max',
        },
      ),
    ),
  )
  .map(([who, core, rounds, what]) => [...who, ...core, ...rounds.flat(), ...what])
