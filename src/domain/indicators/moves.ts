import type { Day } from '../kernel/day.ts'
import { type Folded, viewOn } from './answer.ts'
import type { Indicator } from './indicator.ts'
import { find } from './read/find.ts'
import type { View } from './read/view.ts'

/** By how much one child's file moves a figure: each −1, 0 or 1. */
export interface Move {
  readonly indicator: Indicator
  readonly numerator: number
  readonly denominator: number
}

/** For which of them a file counts on a day, and for which of those in the numerator. */
function counts(
  indicators: readonly Indicator[],
  f: Folded,
  on: Day,
): readonly (readonly [number, number])[] {
  const views = new Map<number | null, View>()
  const viewFor = (months: number | null): View => {
    const known = views.get(months)
    if (known) return known
    const made = viewOn(f, on, months)
    views.set(months, made)
    return made
  }
  return indicators.map(i => {
    const view = viewFor(i.months)
    if (!find(i.of, view).holds) return [0, 0]
    return [find(i.yes, view).holds ? 1 : 0, 1]
  })
}

/**
 * What a change of one child's file does to the figures of a day: a figure counted before the change, moved by this, is the
 * figure counted after it. Pure.
 * @returns those that it moves, and no others
 */
export function moves(
  indicators: readonly Indicator[],
  before: Folded,
  after: Folded,
  on: Day,
): readonly Move[] {
  const was = counts(indicators, before, on)
  const is = counts(indicators, after, on)
  return indicators.flatMap((indicator, n) => {
    const [[a, b], [c, d]] = [was[n] ?? [0, 0], is[n] ?? [0, 0]]
    return a === c && b === d ? [] : [{ indicator, numerator: c - a, denominator: d - b }]
  })
}
