import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Day } from '../../domain/kernel/day.ts'
import { type ChartBase, type ChartTable, type Format, Frame, look, px } from './chart.tsx'
import { trendTable } from './trend-chart.tsx'
import { describeTrend } from './trend-data.ts'

export type SparkData = {
  readonly months: readonly Day[]
  readonly values: readonly (number | null)[]
  readonly format?: Format | undefined
}

type SparkProps = ChartBase & SparkData

/** A trend the size of a word, for a cell of a table beside the figure itself. It shows a course, not a size. */
export function Spark(props: SparkProps) {
  const { months, values, format, width = 96 } = props
  const height = 26
  const y = scaleLinear()
    .domain(closeDomain(values.filter(value => value !== null)))
    .range([height - 5, 5])
  const x = (index: number) =>
    months.length > 1 ? 4 + (index * (width - 10)) / (months.length - 1) : width / 2
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, index) => px(x(index)))
    .y(value => px(y(value ?? 0)))(values)
  const last = values.findLastIndex(value => value !== null)
  const desc = props.desc ?? describeTrend({ months, series: [{ name: props.title, values }], format })
  const { colour } = look(0)
  return (
    <Frame {...props} kind="spark" desc={desc} width={width} height={height}>
      {/* Round ends show a value that stands alone between gaps as a dot. */}
      {path && (
        <path
          d={path}
          fill="none"
          stroke={colour}
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      )}
      {last >= 0 && <circle cx={px(x(last))} cy={px(y(values[last] ?? 0))} r="3" fill={colour} />}
    </Frame>
  )
}

/** Lowest to highest, but at least a fifth of the highest, so that a ripple does not look like a wave. */
function closeDomain(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const missing = Math.max(0, Math.max(Math.abs(high), Math.abs(low)) / 5 - (high - low))
  return high === low && high === 0 ? [0, 1] : [low - missing / 2, high + missing / 2]
}

/** The figures behind the line, a row a month. */
export function sparkTable({ months, values, format }: SparkData, name: string): ChartTable {
  return trendTable({ months, series: [{ name, values }], format })
}
