import type { Day } from '../kernel/day.ts'

/** A report as far as it is needed to say where a council stands. */
export interface Standing {
  readonly subject: string
  readonly dated: Day | null
  readonly level: number | null
  readonly grade: string | null
}

/** Where a council stood when it was told, and where it stands now. */
export interface ThenNow<R extends Standing> {
  /** The report in which it was first told. */
  readonly first: R
  /** Its latest graded report since; null where it has had none. */
  readonly latest: R | null
  /** Levels gained since: over nought is better. Null where either is not graded. */
  readonly moved: number | null
  /**
   * Whether the latest report since that asks anything asks it again; null where none has asked anything since. A
   * report without areas says nothing about the theme.
   */
  readonly again: boolean | null
}

/**
 * What came after a council was told something.
 * @param reports the council's, oldest first
 * @param asks the reports that ask anything, and those of them that ask this
 * @returns undefined where no report of the council asks it
 */
export function thenAndNow<R extends Standing>(
  reports: readonly R[],
  asks: { readonly anything: ReadonlySet<string>; readonly this: ReadonlySet<string> },
): ThenNow<R> | undefined {
  const at = reports.findIndex(r => asks.this.has(r.subject))
  const first = reports[at]
  if (!first) return undefined
  const since = reports.slice(at + 1)
  const latest = since.findLast(r => r.level !== null) ?? null
  const last = since.findLast(r => asks.anything.has(r.subject))
  return {
    first,
    latest,
    moved: latest?.level != null && first.level !== null ? first.level - latest.level : null,
    again: last ? asks.this.has(last.subject) : null,
  }
}
