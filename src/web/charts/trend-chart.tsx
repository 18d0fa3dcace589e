import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Day } from '../../domain/kernel/day.ts'
import { FootAxis, labelled, shortMonth, ValueAxis, valueDomain, valueTicks } from './axis.tsx'
import { type ChartBase, type ChartTable, count, type Format, Frame, ink, look, px } from './chart.tsx'
import { EndLabels, endLabelWidth } from './end-labels.tsx'
import { Marker } from './marker.tsx'
import { textWidth } from './text.ts'
import { describeTrend, type TrendData } from './trend-data.ts'

export type TrendChartProps = ChartBase & TrendData & { readonly height?: number | undefined }

/**
 * One or several series over months, from nought, with a target if there is one. A month without a value is a
 * gap in the line. Each line is named at its end with its last value; there is no legend to look up.
 */
export function TrendChart(props: TrendChartProps) {
  const { months, series, target, format = count, width = 640, height = 280 } = props
  const values = series.flatMap(({ values }) => values.filter(value => value !== null))
  const domain = valueDomain(target ? [...values, target.value] : values)
  const top = 16
  const bottom = height - 36
  const y = scaleLinear().domain(domain).nice(4).range([bottom, top])
  const ticks = valueTicks(y, format, values.every(Number.isInteger))
  const left = Math.max(...ticks.map(tick => textWidth(tick.label))) + 14
  const ends = endsOf(props, y)
  const right = width - endLabelWidth(ends)
  const x = (index: number) =>
    months.length > 1 ? left + (index * (right - left)) / (months.length - 1) : (left + right) / 2
  const feet = labelled(months.length, right - left, 86).map(index => ({
    at: x(index),
    label: shortMonthAt(months, index),
  }))
  return (
    <Frame {...props} kind="trend" desc={props.desc ?? describeTrend(props)} width={width} height={height}>
      <ValueAxis ticks={ticks} left={left} right={right} />
      <FootAxis ticks={feet} y={bottom} left={left} right={right} />
      {target && (
        <line
          class="gt-chart__target"
          x1={left}
          x2={right}
          y1={px(y(target.value))}
          y2={px(y(target.value))}
          stroke={ink.text}
          stroke-width="1.5"
          stroke-dasharray="6 4"
        />
      )}
      {series.map((one, index) => (
        <SeriesLine values={one.values} index={index} x={x} y={y} />
      ))}
      <EndLabels
        ends={ends.map(end => ({ ...end, from: x(end.index) }))}
        at={right}
        top={top}
        bottom={bottom}
      />
    </Frame>
  )
}

type Place = (value: number) => number

function SeriesLine(props: { values: readonly (number | null)[]; index: number; x: Place; y: Place }) {
  const { values, index, x, y } = props
  const { colour, dash } = look(index)
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, at) => px(x(at)))
    .y(value => px(y(value ?? 0)))(values)
  const last = values.findLastIndex(value => value !== null)
  // A value between two gaps has no line to be seen by, so it gets a marker, as the last value does.
  const alone = (at: number) => values[at - 1] == null && values[at + 1] == null
  return (
    <g class={`gt-chart__series gt-chart__series--${index + 1}`}>
      {path && (
        <path
          d={path}
          fill="none"
          stroke={colour}
          stroke-width="2.5"
          stroke-dasharray={dash}
          stroke-linejoin="round"
        />
      )}
      {values.map(
        (value, at) =>
          value !== null &&
          (at === last || alone(at)) && <Marker shape={index} x={x(at)} y={y(value)} colour={colour} />,
      )}
    </g>
  )
}

/** What is written at the right: each series by its last value, and the target. */
function endsOf({ series, months, target, format = count }: TrendData, y: Place) {
  const ends = series.flatMap(({ name, values }, index) => {
    const last = values.findLastIndex(value => value !== null)
    const value = values[last]
    if (value == null) return []
    // When the newest months are missing, the label says how old the figure is.
    const stale = last < months.length - 1 ? ` (${shortMonthAt(months, last)})` : ''
    const several = series.length > 1
    return [
      {
        index: last,
        y: y(value),
        name: several ? name : '',
        value: format(value) + stale,
        colour: look(index).colour,
      },
    ]
  })
  const goal = target && {
    index: months.length - 1,
    y: y(target.value),
    name: target.label ?? 'Target',
    value: format(target.value),
    colour: ink.quiet,
  }
  return goal ? [...ends, goal] : ends
}

function shortMonthAt(months: readonly Day[], index: number): string {
  const month = months[index]
  return month ? shortMonth(month) : ''
}

/** The figures behind a trend: a row a month, a column a series; the target in a column of its own. */
export function trendTable({ months, series, target, format = count }: TrendData): ChartTable {
  const targets = target ? [target.label ?? 'Target'] : []
  return {
    head: ['Month', ...series.map(({ name }) => name), ...targets],
    rows: months.map((month, index) => [
      shortMonth(month),
      ...series.map(({ values }) => written(values[index], format)),
      ...(target ? [format(target.value)] : []),
    ]),
  }
}

function written(value: number | null | undefined, format: Format): string {
  return value == null ? 'no figure' : format(value)
}
