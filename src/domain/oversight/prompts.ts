import { type Day, daysBetween, longDay } from '../kernel/day.ts'

/** What a prompt is picked from: facts of one child’s record, as the supervisor may read it. */
export interface CaseFacts {
  /** Since when the present worker holds the child. */
  readonly heldSince: Day | null
  readonly seenAlone: Day | null
  /** The child’s own words or ways were last written down. */
  readonly heard: Day | null
  readonly lookedAfter: boolean
  /** Placements begun in the last twelve months. */
  readonly placements: number
  /** Times missing in the last 90 days. */
  readonly missing: number
  readonly planSince: Day | null
  readonly moved: Day | null
  /** Brothers and sisters whom the same worker holds. */
  readonly siblings: readonly string[]
  /** Visits whose words stand elsewhere too, by the same author. */
  readonly repeated: number
  /** What was decided of the child, is past its day, and has had nothing since. */
  readonly undone: number
  readonly lateWithoutReason: number
  /** The child was last thought about in supervision. */
  readonly discussed: Day | null
  /** Years; null where no birth is recorded. */
  readonly age: number | null
}

interface Prompt {
  readonly code: string
  readonly when: (f: CaseFacts, today: Day) => boolean
  /** A question to think with, never one that a yes answers. */
  readonly ask: (f: CaseFacts, today: Day) => string
}

/** More than this many days ago; never counts from the day the worker began. */
const over = (last: Day | null, since: Day | null, today: Day, days: number): boolean => {
  const from = last ?? since
  return from !== null && daysBetween(from, today) > days
}

const weeks = (from: Day, today: Day): string => `${Math.floor(daysBetween(from, today) / 7)} weeks`

/**
 * What a supervisor might ask, each picked by a rule from the record; the most pressing first. Local: an authority may
 * hold others. Source: what inspections and reviews of practice say is not asked (rules R170–R173).
 */
export const prompts: readonly Prompt[] = [
  {
    code: 'not-seen-alone',
    when: (f, t) => f.age !== null && f.age >= 2 && over(f.seenAlone, f.heldSince, t, 42),
    ask: (f, t) =>
      f.seenAlone
        ? `Not seen alone for ${weeks(f.seenAlone, t)}. What might this child tell us that nobody else is there to hear?`
        : 'The record shows no visit on which this child was seen alone. What stands in the way, and for whom?',
  },
  {
    code: 'placements',
    when: f => f.placements >= 3,
    ask: f =>
      `${f.placements} placements in a year. How does this child understand the moves, and what would make this one last?`,
  },
  {
    code: 'missing',
    when: f => f.missing >= 2,
    ask: f => `Missing ${f.missing} times in three months. What is the child going to, and what from?`,
  },
  {
    code: 'undone',
    when: f => f.undone > 0,
    ask: f =>
      `${f.undone === 1 ? 'A decision is' : `${f.undone} decisions are`} past the day and nothing has moved since. Was it the right decision, or is something in the way?`,
  },
  {
    code: 'drift',
    when: (f, t) => over(f.moved, f.heldSince, t, 28),
    ask: (f, t) =>
      `Nothing has moved for ${weeks(f.moved ?? f.heldSince ?? t, t)}. If nothing changed for a year, what would this child’s life be like?`,
  },
  {
    code: 'long-plan',
    when: (f, t) => f.planSince !== null && daysBetween(f.planSince, t) > 456,
    ask: f =>
      `On a protection plan since ${f.planSince ? longDay(f.planSince) : ''}. What is safer now than then, and what would tell us that the plan is not working?`,
  },
  {
    code: 'same-words',
    when: f => f.repeated > 0,
    ask: () =>
      'The same words stand in more than one visit. What is different about this child, or about that day?',
  },
  {
    code: 'siblings',
    when: f => f.siblings.length > 0,
    ask: f =>
      `${f.siblings.join(' and ')} ${f.siblings.length === 1 ? 'is' : 'are'} held by the same worker. How is life at home different for each of them?`,
  },
  {
    code: 'not-heard',
    when: (f, t) => over(f.heard, f.heldSince, t, 90),
    ask: () =>
      'The child’s own words have not been written down for three months. Whose voice is loudest in this file?',
  },
  {
    code: 'late',
    when: f => f.lateWithoutReason > 1,
    ask: f =>
      `${f.lateWithoutReason} things are late and nobody has said why. What is getting in the way: time, worry, or not knowing how to begin?`,
  },
  {
    code: 'not-discussed',
    when: (f, t) => over(f.discussed, f.heldSince, t, 61),
    ask: () =>
      'This child has not been thought about in supervision for two months. What makes this one easy to leave?',
  },
]

/** The questions for one child, the most pressing few. */
export const promptsFor = (facts: CaseFacts, today: Day, most = 3): readonly string[] =>
  prompts
    .filter(p => p.when(facts, today))
    .slice(0, most)
    .map(p => p.ask(facts, today))
