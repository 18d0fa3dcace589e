import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import type { Clock } from '../timescales/timescale.ts'

/** Something that is to come, as a young person would be told. */
export interface ToCome {
  readonly what: string
  readonly due: Day
}

/** What of clocks a young person is told, in plain words. What nobody does with them is left out. */
const plain: Readonly<Record<string, string>> = {
  'looked-after-visit': 'Your social worker comes to see you',
  'looked-after-review': 'Your review meeting: how things are, and what happens next',
  'health-assessment': 'A check of your health',
  'dental-check': 'A check of your teeth',
  'education-plan-begun': 'Your first plan for school',
  'education-plan': 'Your plan for school is looked at again',
  'pathway-plan': 'Your first pathway plan: getting ready for later',
  'pathway-review': 'Your pathway plan is looked at again',
}

/** What is to come for a young person, the soonest first. */
export const toCome = (clocks: readonly Clock[], today: Day): readonly ToCome[] =>
  clocks
    .filter(c => c.met === null && c.starts <= today && (c.ended === null || c.ended > today))
    .flatMap(c => {
      const what = plain[c.series]
      return what ? [{ what, due: c.due }] : []
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

/** A piece of a plan: its heading, and what was written under it. */
export interface Piece {
  readonly title: string
  readonly words: string
}
export interface OwnPart {
  readonly title: string
  readonly on: Day
  readonly pieces: readonly Piece[]
}

/** Which answers of which record are a young person’s own to read, each with a heading in plain words. */
const shown: readonly {
  readonly type: string
  readonly title: string
  readonly answers: readonly (readonly [name: string, title: string])[]
}[] = [
  {
    type: 'pathway-plan',
    title: 'Your pathway plan',
    answers: [
      ['said', 'What you want'],
      ['home', 'Where you live, and money'],
      ['work', 'Learning and work'],
      ['well', 'Health, family and friends'],
    ],
  },
  {
    type: 'education-plan',
    title: 'Your plan for school',
    answers: [
      ['views', 'What you said'],
      ['targets', 'What you are working on'],
    ],
  },
  {
    type: 'looked-after-review',
    title: 'Your last review meeting',
    answers: [
      ['views', 'What you wanted people to know'],
      ['decisions', 'What was decided'],
    ],
  },
]

/** The answers that a young person reads, by the record they stand in: the forms of these say so. */
export const readByChild: readonly (readonly [type: string, answer: string])[] = shown.flatMap(
  ({ type, answers }) => answers.map(([name]) => [type, name] as const),
)

/**
 * What a young person reads of their file: of each plan and of reviews the last, and of it only what is for them.
 * @param happenings those entries that the reader may read at all
 */
export const ownParts = (happenings: readonly Standing[]): readonly OwnPart[] =>
  shown.flatMap(({ type, title, answers }) => {
    const last = happenings
      .filter(e => e.type === type && !e.withdrawn)
      .toSorted((a, b) => (a.happened === b.happened ? a.seq - b.seq : a.happened < b.happened ? -1 : 1))
      .at(-1)
    if (!last) return []
    const pieces = answers.flatMap(([name, heading]) => {
      const words = last.answers[name]
      return typeof words === 'string' && words !== '' ? [{ title: heading, words }] : []
    })
    return pieces.length > 0 ? [{ title, on: last.happened, pieces }] : []
  })
