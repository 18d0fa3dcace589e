import { fontSize, px } from './chart.tsx'
import { spread, textWidth, wrap } from './text.ts'

export type EndLabel = {
  readonly y: number
  readonly name: string
  readonly value: string
  readonly colour: string
}

const lineHeight = fontSize + 3
const gap = 14

/** The lines of a label: the name, broken where it is long, then the value. */
function linesOf({ name, value }: EndLabel): string[] {
  return [...wrap(name, 20), value]
}

/** How much room at the right the labels take. */
export function endLabelWidth(ends: readonly EndLabel[]): number {
  return gap + Math.max(20, ...ends.flatMap(end => linesOf(end).map(line => textWidth(line))))
}

type Props = {
  /** `from` is where the line ends, when that is before the right edge. */
  readonly ends: readonly (EndLabel & { readonly from: number })[]
  readonly at: number
  readonly top: number
  readonly bottom: number
}

/** Names and last values at the ends of lines, moved apart where they would cover each other. */
export function EndLabels({ ends, at, top, bottom }: Props) {
  const wanted = ends.map(end => ({ y: end.y, height: linesOf(end).length * lineHeight + 4 }))
  const places = spread(wanted, top - 12, bottom + 12)
  return (
    <g class="gt-chart__labels">
      {ends.map((end, index) => {
        const middle = places[index] ?? end.y
        const lines = linesOf(end)
        const first = middle - ((lines.length - 1) * lineHeight) / 2
        const far = Math.abs(middle - end.y) > 8 || end.from < at - 1
        return (
          <>
            {far && (
              <line
                x1={px(end.from + 6)}
                y1={px(end.y)}
                x2={at + gap - 4}
                y2={px(middle)}
                stroke={end.colour}
                stroke-width="0.75"
              />
            )}
            {lines.map((line, row) => (
              <text
                x={at + gap}
                y={px(first + row * lineHeight)}
                dy="0.35em"
                fill={end.colour}
                font-weight={row === lines.length - 1 ? 'bold' : undefined}
              >
                {line}
              </text>
            ))}
          </>
        )
      })}
    </g>
  )
}
