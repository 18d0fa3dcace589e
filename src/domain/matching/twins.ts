import type { Day } from '../kernel/day.ts'
import { soundsOf } from './sound.ts'
import { sameGroup } from './variants.ts'
import { asOne, wordsIn } from './words.ts'
import { sameName } from './words-alike.ts'

/** What tells twins from one child written down twice. */
export interface Born {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames?: string | null
  readonly born: Day | null
}

/**
 * True where two given names are surely two: no word of the one is a form of a word of the other. A name that is not
 * known is no other name.
 */
export function otherGivenName(a: string | null, b: string | null): boolean {
  const [x, y] = [wordsIn(a ?? ''), wordsIn(b ?? '')]
  const [first, second] = [x[0], y[0]]
  if (first === undefined || second === undefined) return false
  // The name a child is called by comes first; twins may share a second name.
  return !(
    sameName(first, second) ||
    sameName(asOne(x), asOne(y)) ||
    second === asOne(x) ||
    first === asOne(y)
  )
}

const sameFamily = (a: string | null, b: string | null): boolean => {
  const [x, y] = [wordsIn(a ?? ''), wordsIn(b ?? '')]
  return x.some(v => y.some(w => v === w || sameGroup(v, w) || soundsOf(v).narrow === soundsOf(w).narrow))
}

/** True where two given names of children born on one day differ: their files are never joined (twins; rules of matching). */
export const bornTogether = (a: Born, b: Born): boolean =>
  a.born !== null && a.born === b.born && otherGivenName(a.givenName, b.givenName)

/** True where two are probably twins: born on one day, of one family name, by another given name. Never the same child. */
export const probablyTwins = (a: Born, b: Born): boolean =>
  bornTogether(a, b) && sameFamily(a.familyName, b.familyName)
