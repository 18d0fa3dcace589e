import type { Standing } from '../timescales/timescale.ts'
import type { AgeBand } from './bands.ts'
import type { Condition } from './condition.ts'

interface Declaration {
  /** The question in plain words: "Of the …, how many …?" */
  readonly question: string
  /** Whom it is about: the denominator. */
  readonly of: Condition
  /** Who of them counts: the numerator. */
  readonly yes: Condition
  readonly good: 'high' | 'low' | 'neither'
  /** A percentage of those it is about, or the number of those who count. */
  readonly unit: 'percent' | 'count'
  /** How many months, to the day, it looks back; null where it looks at the day alone. */
  readonly months: number | null
  readonly ageBands: readonly AgeBand[]
  readonly source: string
  readonly standing: Standing
  /** What a reader must know to trust it, or to compare it. */
  readonly notes: readonly string[]
}

/**
 * A question over children at the end of a day, whose answer is a list of children with a yes or no each. The figure
 * is only the list's summary: `numerator` counts the yeses, `denominator` the list.
 */
export interface Indicator extends Declaration {
  /** Fixed: targets, plans and other systems name it by this. */
  readonly code: string
  readonly name: string
}

type Given = Pick<Declaration, 'question' | 'of' | 'yes' | 'good' | 'ageBands' | 'source' | 'standing'> &
  Partial<Declaration>

/** Declares an indicator: a percentage over the 12 months to the day, where not said otherwise. */
export const indicator = (code: string, name: string, given: Given): Indicator => ({
  code,
  name,
  unit: 'percent',
  months: 12,
  notes: [],
  ...given,
})
