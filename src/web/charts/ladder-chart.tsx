import { scaleLinear } from 'd3-scale'
import { type Day, dayNumber, dayOf, parts } from '../../domain/kernel/day.ts'
import { FootAxis } from './axis.tsx'
import { type ChartBase, Frame, fontSize, ink, look, px } from './chart.tsx'
import { describeLadder, type LadderData, type LadderLane, type Rung } from './ladder-data.ts'
import { Marker } from './marker.tsx'
import { textWidth } from './text.ts'

export type LadderChartProps = ChartBase & LadderData

const STEP = 24
const TITLE = 30
const GAP = 18

/**
 * Grades over the years as steps, one small picture for each thing graded, all on one line of time. A grade stands until
 * the next, or until it is graded no more; the riser is dotted where the rules of grading changed, because what was
 * asked changed too.
 */
export function LadderChart(props: LadderChartProps) {
  const { lanes, levels, to, width = 720 } = props
  const names = levels.map(words => words.join(' / '))
  const left = Math.max(0, ...names.map(name => textWidth(name))) + 16
  const right = width - 16
  const days = lanes.flatMap(l => l.rungs.map(r => r.on)).toSorted()
  const first = days[0] ?? to
  const from = dayOf(parts(first).year, 1, 1) ?? first
  const x = scaleLinear()
    .domain([dayNumber(from), Math.max(dayNumber(to), dayNumber(from) + 365)])
    .range([left, right])
  const tall = TITLE + (levels.length - 1) * STEP + GAP
  const bottom = lanes.length * tall
  return (
    <Frame
      {...props}
      kind="ladder"
      desc={props.desc ?? describeLadder(props)}
      width={width}
      height={bottom + 34}
    >
      {lanes.map((lane, n) => (
        <Panel lane={lane} names={names} top={n * tall} left={left} right={right} x={d => x(dayNumber(d))} />
      ))}
      <FootAxis
        ticks={years(from, to, d => x(dayNumber(d)), right - left)}
        y={bottom}
        left={left}
        right={right}
      />
    </Frame>
  )
}

/** A tick on 1 January of each year, or of every few where there is no room for all. */
function years(from: Day, to: Day, x: (d: Day) => number, room: number) {
  const first = parts(from).year
  const count = parts(to).year - first + 1
  const step = Math.max(1, Math.ceil((count * 52) / room))
  return Array.from({ length: Math.ceil(count / step) }, (_, n) => first + n * step).flatMap(year => {
    const on = dayOf(year, 1, 1)
    return on ? [{ at: x(on), label: String(year) }] : []
  })
}

interface PanelProps {
  readonly lane: LadderLane
  readonly names: readonly string[]
  readonly top: number
  readonly left: number
  readonly right: number
  readonly x: (d: Day) => number
}

function Panel({ lane, names, top, left, right, x }: PanelProps) {
  const y = (level: number) => top + TITLE + (level - 1) * STEP
  const { colour } = look(0)
  return (
    <g class="gt-chart__lane">
      <text x={0} y={top + 14} font-weight="bold">
        {lane.name}
      </text>
      {names.map((name, i) => (
        <g class="gt-chart__axis" fill={ink.quiet}>
          <line x1={left} x2={right} y1={px(y(i + 1))} y2={px(y(i + 1))} stroke={ink.grid} stroke-width="1" />
          <text x={left - 10} y={px(y(i + 1))} dy="0.35em" text-anchor="end" font-size={fontSize - 1}>
            {name}
          </text>
        </g>
      ))}
      {lane.rungs.map((rung, i) => (
        <Step rung={rung} next={lane.rungs[i + 1]} right={right} x={x} y={y} colour={colour} />
      ))}
      {lane.rungs.map(rung => (
        <Marker shape={0} x={x(rung.on)} y={y(rung.level)} colour={colour} />
      ))}
    </g>
  )
}

interface StepProps {
  readonly rung: Rung
  readonly next: Rung | undefined
  readonly right: number
  readonly x: (d: Day) => number
  readonly y: (level: number) => number
  readonly colour: string
}

/** From one grade to the next, or to the end of the picture. */
function Step({ rung, next, right, x, y, colour }: StepProps) {
  const end = rung.until ?? next?.on
  const [from, till, at] = [px(x(rung.on)), px(end ? x(end) : right), px(y(rung.level))]
  const same = next === undefined || next.era === rung.era
  return (
    <>
      <line x1={from} x2={till} y1={at} y2={at} stroke={colour} stroke-width="2.5" />
      {next && rung.until === undefined && next.level !== rung.level && (
        <line
          x1={till}
          x2={till}
          y1={at}
          y2={px(y(next.level))}
          stroke={colour}
          stroke-width="2"
          stroke-dasharray={same ? undefined : '3 4'}
        />
      )}
    </>
  )
}
