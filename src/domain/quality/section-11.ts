import type { Day } from '../kernel/day.ts'

/** How an agency, or whoever looked at its answer, says a standard is met. */
export const ratings = {
  full: 'Met in full',
  part: 'Met in part',
  no: 'Not met',
  none: 'Does not apply to us',
} as const
export type Rating = keyof typeof ratings
export const RATINGS = Object.keys(ratings) as readonly Rating[]
export const isRating = (value: unknown): value is Rating =>
  typeof value === 'string' && Object.hasOwn(ratings, value)

/** Ratings after which something must be done. */
export const fallsShort = (r: Rating | null | undefined): boolean => r === 'part' || r === 'no'

/** What a challenge says of an agency's own rating. */
export const challengeViews = {
  agree: 'We agree',
  shown: 'Not shown by what was sent',
  more: 'More is needed',
} as const
export type ChallengeView = keyof typeof challengeViews

/** One thing that section 11 of the Children Act 2004 asks of every agency. */
export interface SectionElevenStandard {
  readonly code: string
  readonly title: string
  readonly question: string
  /** What would show it. */
  readonly evidence: string
  readonly looksLike: Readonly<Record<Exclude<Rating, 'none'>, string>>
}

/** What stands of one standard: the agency's own words. */
export interface StandardAnswer {
  readonly standard: string
  readonly rating: Rating | null
  readonly evidence: string | null
  readonly action: string | null
  readonly owner: string | null
  readonly by: Day | null
}

export interface Challenged {
  readonly view: ChallengeView
  /** The rating that stands after it. */
  readonly agreed: Rating
  readonly why: string
  readonly who: string
  readonly by: string
  readonly on: Day
}

/** How an action of an agency stands. */
export interface ActionState {
  readonly state: 'open' | 'said' | 'done'
  readonly words: string | null
  readonly on: Day | null
  /** A new date, where it was not done by the last. */
  readonly again: Day | null
}

/** The answer of one agency to one round. */
export interface AgencyAnswer {
  readonly id: string
  /** Its reference: what the agency types beside its code. */
  readonly code: string
  readonly round: string
  readonly agency: string
  readonly contact: string
  readonly email: string | null
  /** Made of the code of the last letter; null once it was taken back. */
  readonly key: string | null
  /** On which days it was reminded, and how. */
  readonly chased: readonly { readonly on: Day; readonly how: string; readonly by: string }[]
  readonly answers: ReadonlyMap<string, StandardAnswer>
  readonly documents: readonly { readonly value: string; readonly by: string; readonly on: Day }[]
  readonly lastBy: string | null
  readonly finished: { readonly by: string; readonly on: Day } | null
  readonly challenges: ReadonlyMap<string, Challenged>
  readonly actions: ReadonlyMap<string, ActionState>
  readonly left: { readonly on: Day; readonly why: string } | null
  readonly seq: number
}

/** A round: one set of questions to some agencies. */
export interface Round {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly sent: Day
  readonly due: Day
  /** The code of the board it reports to. */
  readonly board: string | null
  readonly closed: Day | null
  readonly seq: number
}

/** The rating that stands: the one agreed after a challenge, else the agency's own once it has finished. */
export function ratingNow(a: AgencyAnswer, standard: string): Rating | null {
  const agreed = a.challenges.get(standard)?.agreed
  return agreed ?? (a.finished ? (a.answers.get(standard)?.rating ?? null) : null)
}

/** By when an action is to be done: its last date. */
export const actionDue = (a: AgencyAnswer, standard: string): Day | null =>
  a.actions.get(standard)?.again ?? a.answers.get(standard)?.by ?? null

/** How many standards an agency has answered so far. */
export const answered = (a: AgencyAnswer): number =>
  [...a.answers.values()].filter(s => s.rating !== null).length

/** Not finished, and past the day by which it was asked. */
export const isLate = (a: AgencyAnswer, round: Round, on: Day): boolean =>
  a.left === null && a.finished === null && round.due < on

/** Of the agencies to which a standard applies and that have finished: how many meet it in full, and of how many. */
export function metOf(all: readonly AgencyAnswer[], standard: string) {
  const given = all.flatMap(a => ratingNow(a, standard) ?? []).filter(r => r !== 'none')
  return { met: given.filter(r => r === 'full').length, of: given.length }
}

/** Standards that some agency falls short of, the weakest first. */
export function roundThemes(all: readonly AgencyAnswer[], standards: readonly SectionElevenStandard[]) {
  return standards
    .map(s => ({
      standard: s,
      ...metOf(all, s.code),
      short: all.filter(a => fallsShort(ratingNow(a, s.code))),
    }))
    .filter(t => t.short.length > 0)
    .toSorted((a, b) => a.met / a.of - b.met / b.of || b.short.length - a.short.length)
}
