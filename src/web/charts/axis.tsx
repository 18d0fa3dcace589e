import type { ScaleLinear } from 'd3-scale'
import { type Day, shortDay } from '../../domain/kernel/day.ts'
import { type Format, ink, px } from './chart.tsx'
import { textWidth } from './text.ts'

export type Tick = { readonly at: number; readonly label: string }

/** 'Apr 2025'. */
export function shortMonth(month: Day): string {
  return shortDay(month).replace(/^\d+ /, '')
}

/** Values from nought (or the lowest, if below) to the highest, in round steps. All zeros give an axis of one. */
export function valueDomain(values: readonly number[]): [number, number] {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  return high === low ? [0, 1] : [low, high]
}

/**
 * Some four round values with how they are written. `whole` leaves out those between, as there is no half a child;
 * values written alike (0.2 and 0.4 as '0') stand once.
 */
export function valueTicks(scale: ScaleLinear<number, number>, format: Format, whole: boolean): Tick[] {
  const values = scale.ticks(4).filter(value => !whole || Number.isInteger(value))
  const ticks = values.map(value => ({ at: scale(value), label: format(value) }))
  return ticks.filter((tick, index) => ticks.findIndex(other => other.label === tick.label) === index)
}

/** Which of n evenly spaced things to label so that labels have room; always the last. */
export function labelled(n: number, room: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.floor(room / labelWidth))
  const step = Math.max(1, Math.ceil(n / most))
  return Array.from({ length: n }, (_, index) => index).filter(index => (n - 1 - index) % step === 0)
}

/** Lines across the picture, each with its value at the left. */
export function ValueAxis({ ticks, left, right }: { ticks: readonly Tick[]; left: number; right: number }) {
  return (
    <g class="gt-chart__axis" fill={ink.quiet}>
      {ticks.map(({ at, label }) => (
        <>
          <line x1={left} x2={right} y1={px(at)} y2={px(at)} stroke={ink.grid} stroke-width="1" />
          <text x={left - 8} y={px(at)} dy="0.35em" text-anchor="end">
            {label}
          </text>
        </>
      ))}
    </g>
  )
}

/** A line along the foot of the picture with a small stroke and a label at each tick. */
export function FootAxis(props: { ticks: readonly Tick[]; y: number; left: number; right: number }) {
  const { ticks, y, left, right } = props
  return (
    <g class="gt-chart__axis" fill={ink.quiet}>
      <line x1={left} x2={right} y1={y} y2={y} stroke={ink.quiet} stroke-width="1" />
      {ticks.map(({ at, label }) => (
        <>
          <line x1={px(at)} x2={px(at)} y1={y} y2={y + 5} stroke={ink.quiet} stroke-width="1" />
          <text x={px(within(at, label, left, right))} y={y + 20} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
    </g>
  )
}

/** Keeps a centred label inside the picture: it may reach a little past the line at the right, and to the edge at the left. */
function within(at: number, label: string, left: number, right: number): number {
  const half = textWidth(label) / 2
  return Math.max(Math.min(at, Math.max(left, right + 30 - half)), half)
}
