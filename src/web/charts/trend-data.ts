import type { Day } from '../../domain/kernel/day.ts'
import { shortMonth } from './axis.tsx'
import { count, type Format } from './chart.tsx'

/** `values` has one entry for each month; null where there is no figure. */
export type TrendSeries = { readonly name: string; readonly values: readonly (number | null)[] }

export type TrendData = {
  /** Any day of each month, evenly spaced, oldest first. */
  readonly months: readonly Day[]
  readonly series: readonly TrendSeries[]
  readonly target?: { readonly value: number; readonly label?: string | undefined } | undefined
  readonly format?: Format | undefined
}

/** The trend in words: where each series began and ended, its lowest and highest, and the target. */
export function describeTrend({ months, series, target, format = count }: TrendData): string {
  const said = series.map(({ name, values }) => {
    const points = months.flatMap((month, index) => {
      const value = values[index]
      return value == null ? [] : [{ month: shortMonth(month), value }]
    })
    const [first] = points
    const last = points.at(-1)
    if (!first || !last) return `${name}: no figures.`
    const at = (point: typeof first) => `${format(point.value)} in ${point.month}`
    if (points.length === 1) return `${name}: ${at(first)}, the only figure.`
    const ordered = points.toSorted((a, b) => a.value - b.value)
    const range = `lowest ${at(ordered[0] ?? first)}, highest ${at(ordered.at(-1) ?? last)}`
    return `${name}: from ${at(first)} to ${at(last)}; ${range}.`
  })
  const goal = target ? [`${target.label ?? 'Target'}: ${format(target.value)}.`] : []
  return [...said, ...goal].join(' ')
}
