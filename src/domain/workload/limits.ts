import { addMonths, type Day } from '../kernel/day.ts'
import type { Standing } from '../timescales/timescale.ts'

interface LimitRow {
  readonly code: string
  readonly title: string
  readonly value: number
  readonly source: string
  readonly standing: Standing
}

/** How much work one person may have at once: the rows that hold where a person's own record says nothing else. */
export const limits = {
  most: {
    code: 'most',
    title: 'Most work at once, by weight, where a person’s own limit is not recorded',
    value: 22,
    source: 'Local rule: no national number. Set by the authority',
    standing: 'local',
  },
  newlyQualified: {
    code: 'newly-qualified',
    title: 'Of this, a newly qualified worker has at most, per cent',
    value: 90,
    source: 'Assessed and supported year in employment: 90 per cent over the year',
    standing: 'supported',
  },
  assessedYear: {
    code: 'assessed-year',
    title: 'How long a worker is newly qualified, months',
    value: 12,
    source: 'Assessed and supported year in employment',
    standing: 'supported',
  },
} as const satisfies Readonly<Record<string, LimitRow>>

/** True within the assessed year that began on `from`. */
export const isNewlyQualified = (from: Day | null, on: Day): boolean =>
  from !== null && from <= on && on < addMonths(from, limits.assessedYear.value)

/** The most work a person may have at once on a day, by weight; rounded down to a half. */
export function limitOf(
  worker: { readonly most: number | null; readonly newlyQualified: Day | null },
  on: Day,
): number {
  const most = worker.most ?? limits.most.value
  if (!isNewlyQualified(worker.newlyQualified, on)) return most
  return Math.floor((most * limits.newlyQualified.value * 2) / 100) / 2
}
