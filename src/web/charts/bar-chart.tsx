import { scaleLinear } from 'd3-scale'
import { valueDomain } from './axis.tsx'
import {
  type ChartBase,
  type ChartTable,
  count,
  type Format,
  Frame,
  fontSize,
  ink,
  look,
  px,
} from './chart.tsx'
import { textWidth, wrap } from './text.ts'

export type Bar = {
  readonly label: string
  /** null where there is no figure, or none that may be shown; then `note` says which. */
  readonly value: number | null
  /** Written after the value, or instead of it: '27 of 34', 'fewer than 5'. */
  readonly note?: string | undefined
  /** The bar this is about, among those it is compared with: darker, its words bold. */
  readonly strong?: boolean | undefined
}

export type BarData = {
  readonly bars: readonly Bar[]
  readonly format?: Format | undefined
  /** What the rows and the values are, for the table: 'Team', 'Children'. */
  readonly what?: { readonly label: string; readonly value: string } | undefined
  /** A value to compare with, drawn as a line through all bars. */
  readonly comparator?: { readonly value: number; readonly label: string } | undefined
}

export type BarChartProps = ChartBase & BarData

const lineHeight = fontSize + 3
const thickness = 20

/** Bars from nought, one under the other, each with its label and its value in words. */
export function BarChart(props: BarChartProps) {
  const { bars, format = count, comparator, width = 640 } = props
  const anyStrong = bars.some(bar => bar.strong)
  const labels = bars.map(bar => wrap(bar.label, 28))
  const written = bars.map(bar => writtenValue(bar, format))
  const left = Math.max(0, ...labels.flat().map(line => textWidth(line))) + 10
  // A bold value is a little wider than a plain one.
  const right = width - Math.max(0, ...written.map(value => textWidth(value))) - 14
  const values = bars.flatMap(bar => bar.value ?? [])
  const x = scaleLinear()
    .domain(valueDomain(comparator ? [...values, comparator.value] : values))
    .range([left, Math.max(left + 40, right)])
  const rows = labels.map(lines => Math.max(thickness, lines.length * lineHeight) + 12)
  const tops = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, row) => sum + row, comparator ? 26 : 4),
  )
  const bottom = rows.reduce((sum, row) => sum + row, comparator ? 26 : 4)
  return (
    <Frame {...props} kind="bars" desc={props.desc ?? describeBars(props)} width={width} height={bottom + 4}>
      {comparator && (
        <g class="gt-chart__target">
          <line
            x1={px(x(comparator.value))}
            x2={px(x(comparator.value))}
            y1={22}
            y2={bottom}
            stroke={ink.text}
            stroke-width="1.5"
            stroke-dasharray="6 4"
          />
          <text
            x={px(x(comparator.value))}
            y={14}
            text-anchor={x(comparator.value) > width / 2 ? 'end' : 'start'}
          >
            {`${comparator.label} ${format(comparator.value)}`}
          </text>
        </g>
      )}
      {bars.map((bar, index) => {
        const middle = (tops[index] ?? 0) + (rows[index] ?? 0) / 2
        const lines = labels[index] ?? []
        const from = x(Math.min(0, bar.value ?? 0))
        const to = x(Math.max(0, bar.value ?? 0))
        const weight = bar.strong ? 'bold' : undefined
        return (
          <g class="gt-chart__bar">
            {lines.map((line, row) => (
              <text
                x={left - 10}
                y={px(middle + (row - (lines.length - 1) / 2) * lineHeight)}
                dy="0.35em"
                text-anchor="end"
                font-weight={weight}
              >
                {line}
              </text>
            ))}
            <rect
              x={px(from)}
              y={px(middle - thickness / 2)}
              width={px(to - from)}
              height={thickness}
              fill={anyStrong && !bar.strong ? ink.muted : look(0).colour}
            />
            {/* Paper around the letters keeps the comparator's line from running through them. */}
            <text
              x={px(to + 6)}
              y={px(middle)}
              dy="0.35em"
              font-weight={weight}
              stroke={ink.paper}
              stroke-width="5"
              paint-order="stroke"
            >
              {written[index]}
            </text>
          </g>
        )
      })}
      <line
        x1={px(x(0))}
        x2={px(x(0))}
        y1={comparator ? 26 : 4}
        y2={bottom}
        stroke={ink.quiet}
        stroke-width="1"
      />
    </Frame>
  )
}

function writtenValue({ value, note }: Bar, format: Format): string {
  if (value === null) return note ?? 'no figure'
  return note ? `${format(value)} (${note})` : format(value)
}

function describeBars({ bars, comparator, format = count }: BarData): string {
  const said = bars.map(bar => `${bar.label}: ${writtenValue(bar, format)}`)
  const compared = comparator ? [`${comparator.label}: ${format(comparator.value)}`] : []
  return `${[...said, ...compared].join('; ')}.`
}

/** The figures behind the bars: a row a bar, and one for what they are compared with. */
export function barTable({ bars, comparator, what, format = count }: BarData): ChartTable {
  const rows = bars.map(bar => [bar.label, writtenValue(bar, format)])
  return {
    head: [what?.label ?? 'Group', what?.value ?? 'Value'],
    rows: comparator ? [...rows, [comparator.label, format(comparator.value)]] : rows,
  }
}
