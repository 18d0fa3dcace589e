import { GRADES, type Grade } from './grades.ts'
import { type Pair, weightedKappa } from './kappa.ts'

export interface GradedTwice {
  readonly first: Grade
  readonly second: Grade
}

export interface Agreement {
  readonly pairs: number
  /** Per cent, or null without pairs. */
  readonly exact: number | null
  readonly withinOne: number | null
  readonly linear: number | null
  readonly quadratic: number | null
  readonly words: string
}

/** With fewer files than these, one audit more or less would change what is said. */
export const FEW_FILES = 20

// The bands are those in common use (Landis and Koch 1977); the words are ours.
const bands: readonly (readonly [from: number, words: string])[] = [
  [0.8, 'The two graders nearly always agree beyond chance.'],
  [0.6, 'The two graders agree well beyond chance.'],
  [0.4, 'The two graders agree fairly, and not so well that a grade can stand alone.'],
  [0.2, 'The two graders agree little more than chance. Grade some files together before relying on grades.'],
  [0, 'The two graders hardly agree more than chance. Grade some files together before relying on grades.'],
]
const WORSE = 'The two graders agree less than chance would. They read the standards differently: talk first.'

function saidOf(files: number, kappa: number | null): string {
  if (files === 0) return 'Nothing has been graded twice yet.'
  const few =
    files < FEW_FILES
      ? ` From ${files === 1 ? 'one file' : `${files} files`} alone: too few to lean on, ${FEW_FILES} at least are wanted.`
      : ''
  if (kappa === null)
    return `Both gave one and the same grade throughout, so chance cannot be told apart.${few}`
  return `${bands.find(([from]) => kappa >= from)?.[1] ?? WORSE}${few}`
}

const share = (n: number, of: number) => (of === 0 ? null : Math.round((n / of) * 1000) / 10)

/**
 * How far two auditors who graded the same thing, each without the other's grade, agree.
 * @param files how many files the pairs come from, where one file gives several
 */
export function agreement(all: readonly GradedTwice[], files = all.length): Agreement {
  const pairs: readonly Pair[] = all.map(g => [GRADES.indexOf(g.first), GRADES.indexOf(g.second)])
  const apart = (most: number) => pairs.filter(([a, b]) => Math.abs(a - b) <= most).length
  const quadratic = weightedKappa(pairs, GRADES.length, 'quadratic')
  const linear = weightedKappa(pairs, GRADES.length, 'linear')
  return {
    pairs: pairs.length,
    exact: share(apart(0), pairs.length),
    withinOne: share(apart(1), pairs.length),
    linear,
    quadratic,
    words: saidOf(files, linear),
  }
}
