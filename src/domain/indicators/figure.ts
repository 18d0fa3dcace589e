import type { Indicator } from './indicator.ts'

/** What a list of children comes to. `split` is null for the whole, or names a group: "Under 5". */
export interface Figure {
  readonly code: string
  readonly name: string
  readonly numerator: number
  readonly denominator: number
  /** A percentage to one decimal, null where there is nobody to ask about; or, for a count, the number. */
  readonly value: number | null
  readonly split: string | null
}

export function figure(
  i: Pick<Indicator, 'code' | 'name' | 'unit'>,
  numerator: number,
  denominator: number,
  split: string | null = null,
): Figure {
  const share = denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10
  return {
    code: i.code,
    name: i.name,
    numerator,
    denominator,
    value: i.unit === 'count' ? numerator : share,
    split,
  }
}
