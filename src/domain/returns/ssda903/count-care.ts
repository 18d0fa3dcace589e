import type { Day } from '../../kernel/day.ts'
import type { Episode } from './stretches.ts'

interface Days {
  readonly values: Readonly<{ CHILD: string; DECOM: Day; DEC: Day | null }>
}

/** The children of whom some episode had begun by a day, and had not ended by it. */
export const lookedAfter = (episodes: readonly Days[], on: Day): number =>
  new Set(
    episodes
      .filter(({ values: v }) => v.DECOM <= on && (v.DEC === null || v.DEC > on))
      .map(e => e.values.CHILD),
  ).size

/**
 * How often care began and ended for one child. On any day come, in this order: episodes that end, an episode of that
 * one day, episodes that begin. Where none runs on through the day, care ended with each of these that gives a reason
 * or that nothing follows, and began with each that follows none, or one that ended care.
 */
export function beginningsAndEnds(rows: readonly Episode[]): { periods: number; leavings: number } {
  const days = new Set(rows.flatMap(({ values: v }) => (v.DEC === null ? [v.DECOM] : [v.DECOM, v.DEC])))
  const total = { periods: 0, leavings: 0 }
  for (const on of days) {
    if (rows.some(({ values: v }) => v.DECOM < on && (v.DEC === null || v.DEC > on))) continue
    const single = (r: Episode) => r.values.DECOM === r.values.DEC
    const ending = rows.filter(r => r.values.DEC === on && !single(r))
    const within = rows.filter(r => r.values.DEC === on && single(r))
    const beginning = rows.filter(r => r.values.DECOM === on && !single(r))
    const steps = [ending, within, beginning].filter(step => step.length > 0)
    const gives = (step: readonly Episode[]) => step.some(r => r.values.REC !== null && r.values.REC !== 'X1')
    const left = (i: number) => i === steps.length - 1 || gives(steps[i] ?? [])
    steps.forEach((step, i) => {
      if (step !== beginning && left(i)) total.leavings += 1
      if (step !== ending && (i === 0 || left(i - 1))) total.periods += 1
    })
  }
  return total
}
