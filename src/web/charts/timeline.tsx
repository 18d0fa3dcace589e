import { FootAxis } from './axis.tsx'
import { type ChartBase, Frame, ink, look, px } from './chart.tsx'
import { Marker } from './marker.tsx'
import { textWidth, wrap } from './text.ts'
import { describeTimeline, type TimelineData, visible } from './timeline-data.ts'
import { calendarTicks, layOut, type Placed, place } from './timeline-layout.ts'

type TimelineProps = ChartBase & TimelineData

const rowHeight = 26
const barHeight = 20

/**
 * What lasted and what happened, in lanes over one line of days: placements, legal status, plans, events. A span
 * that goes on has an open right end. Every span and mark carries its own words.
 */
export function Timeline(props: TimelineProps) {
  const { from, to, today, width = 900 } = props
  const names = props.lanes.map(lane => wrap(lane.name, 16))
  // The names are bold, and so a little wider than words are taken to be.
  const left = Math.max(60, ...names.flat().map(line => textWidth(line) * 1.1)) + 16
  const right = width - 24
  const bounds = { from, to, left, right }
  const top = today ? 22 : 6
  const lanes = props.lanes.map((lane, index) => {
    const placed = layOut(visible(lane, from, to), bounds)
    const rows = Math.max(1, ...placed.map(thing => thing.row + 1))
    return {
      name: names[index] ?? [],
      placed,
      height: Math.max(rows * rowHeight, (names[index]?.length ?? 1) * 18) + 10,
    }
  })
  const tops = lanes.map((_, index) => lanes.slice(0, index).reduce((sum, lane) => sum + lane.height, top))
  const bottom = lanes.reduce((sum, lane) => sum + lane.height, top)
  const todayAt = today && today >= from && today <= to ? place(today, bounds) : undefined
  return (
    <Frame
      {...props}
      kind="timeline"
      desc={props.desc ?? describeTimeline(props)}
      width={width}
      height={bottom + 34}
    >
      {calendarTicks(bounds).map(({ at }) => (
        <line x1={px(at)} x2={px(at)} y1={top} y2={bottom} stroke={ink.grid} stroke-width="1" />
      ))}
      {todayAt !== undefined && (
        <g class="gt-chart__today">
          <line x1={px(todayAt)} x2={px(todayAt)} y1={16} y2={bottom} stroke={ink.text} stroke-width="1.5" />
          <text x={px(todayAt)} y={12} text-anchor={todayAt > width - 60 ? 'end' : 'middle'} font-size="14">
            Today
          </text>
        </g>
      )}
      {lanes.map((lane, index) => {
        const laneTop = tops[index] ?? top
        return (
          <g class="gt-chart__lane">
            {index > 0 && (
              <line x1={0} x2={right} y1={laneTop} y2={laneTop} stroke={ink.grid} stroke-width="1" />
            )}
            {lane.name.map((line, row) => (
              <text x={0} y={laneTop + 5 + barHeight / 2 + row * 18} dy="0.35em" font-weight="bold">
                {line}
              </text>
            ))}
            {lane.placed.map(thing => (
              <Thing thing={thing} lane={index} y={laneTop + 5 + thing.row * rowHeight} />
            ))}
          </g>
        )
      })}
      <FootAxis ticks={calendarTicks(bounds)} y={bottom} left={left} right={right} />
    </Frame>
  )
}

function Thing({ thing, lane, y }: { thing: Placed; lane: number; y: number }) {
  const { colour, tint } = look(lane)
  const words = 'span' in thing ? thing.span.label : thing.mark.label
  return (
    <g>
      {'span' in thing ? (
        <path
          d={spanPath(px(thing.x1), px(thing.x2), y, thing.span.to === undefined)}
          fill={tint}
          stroke={colour}
          stroke-width="1.5"
        />
      ) : (
        <Marker shape={lane} x={thing.x} y={y + barHeight / 2} colour={colour} />
      )}
      {thing.label && (
        <text
          x={px(thing.label.x)}
          y={y + barHeight / 2}
          dy="0.35em"
          text-anchor={thing.label.anchor}
          font-size="14"
        >
          {words}
        </text>
      )}
    </g>
  )
}

/** A box; one that still goes on runs out in a point to the right instead of a wall. */
function spanPath(x1: number, x2: number, y: number, open: boolean): string {
  const foot = y + barHeight
  return open
    ? `M${x1} ${y}H${x2}L${x2 + 8} ${y + barHeight / 2}L${x2} ${foot}H${x1}Z`
    : `M${x1} ${y}H${x2}V${foot}H${x1}Z`
}
