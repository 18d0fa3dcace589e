interface MeterProps {
  readonly value: number
  /** The most there should be. */
  readonly most: number
}

const WIDTH = 96

/** How much there is of the most there should be, as a bar with a mark. The words beside it say the same. */
export function Meter({ value, most }: MeterProps) {
  const scale = Math.max(value, most * 1.25, 1)
  const at = (n: number) => (Math.min(n, scale) / scale) * WIDTH
  return (
    <svg
      class={`gt-meter${value > most ? ' gt-meter--over' : ''}`}
      viewBox={`0 0 ${WIDTH} 12`}
      width={WIDTH}
      height={12}
      aria-hidden="true"
      focusable="false"
    >
      <rect class="gt-meter__whole" x="0" y="2" width={WIDTH} height="8" />
      <rect class="gt-meter__part" x="0" y="2" width={at(value)} height="8" />
      <rect class="gt-meter__most" x={at(most) - 1} y="0" width="2" height="12" />
    </svg>
  )
}
