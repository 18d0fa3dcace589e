import type { Day } from '../kernel/day.ts'

/** Reasons for which a child stops being looked after by being adopted (SSDA903 guide). */
export const ADOPTED: readonly string[] = ['E11', 'E12']

interface Life {
  readonly born: Day | null
  /** The day of the adoption with which the file ended. */
  readonly adopted: Day | null
  /** The day on which the file was begun. */
  readonly begun: Day
}

const mayBeNewLife = (old: Life, other: Life): boolean =>
  old.adopted !== null && other.begun >= old.adopted && (old.born === null || other.born === old.born)

/**
 * True where one of two files may be the other child's life after adoption: begun after it, and born on the same day.
 * The new file of an adopted child is never joined to the old (SSDA903 guide), whatever somebody wrote.
 */
export const neverJoined = (a: Life, b: Life): boolean => mayBeNewLife(a, b) || mayBeNewLife(b, a)
