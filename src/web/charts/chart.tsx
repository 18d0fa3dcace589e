import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The figures of a chart as a table, for the page to print beneath it. All rows are as long as the head. */
export type ChartTable = { readonly head: string[]; readonly rows: string[][] }

/** How a value is written, with its unit. */
export type Format = (value: number) => string

export const count: Format = value =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value)
export const percent: Format = value => `${count(value)}%`

/** What every chart takes. `id` makes the ids of title and description: one chart, one id on a page. */
export type ChartBase = {
  readonly id: string
  readonly title: string
  /** What the picture shows, for who cannot see it. Written from the figures unless given. */
  readonly desc?: string | undefined
  /** Pixels; a page may shrink the picture to fit. */
  readonly width?: number | undefined
}

/** Ink and lines. Each series colour has 4.5:1 on white, and comes with a dash and a marker of its own. */
export const ink = {
  text: '#0b0c0c',
  quiet: '#484949',
  grid: '#cecece',
  muted: '#7b848b',
  paper: '#ffffff',
} as const
export const series = [
  { colour: '#12436d', tint: '#d5e3f0', dash: undefined },
  { colour: '#801650', tint: '#f3dfe9', dash: '8 4' },
  { colour: '#1f5c3d', tint: '#dcebe1', dash: '2 4' },
  { colour: '#8a3f06', tint: '#f7e6d6', dash: '10 3 2 3' },
  { colour: '#3d3d3d', tint: '#e4e4e4', dash: '5 2' },
] as const

/** The look of the nth series or lane. They come round again after five: more cannot be told apart anyway. */
export function look(index: number): (typeof series)[number] {
  return series[index % series.length] ?? series[0]
}

export const fontSize = 15
const fontFamily = 'Arial, Helvetica, sans-serif'

type FrameProps = ChartBase & {
  readonly kind: string
  readonly desc: string
  readonly width: number
  readonly height: number
  readonly children: ComponentChildren
}

/** The picture itself. Size and font are attributes, so it looks the same outside the page. */
export function Frame({ id, title, desc, kind, width, height, children }: FrameProps) {
  return (
    <svg
      class={`gt-chart gt-chart--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={fontFamily}
      font-size={fontSize}
      fill={ink.text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {children}
    </svg>
  )
}

/** A chart as an SVG document of its own, to be made a picture for a paper. */
export function standaloneSvg(chart: JSX.Element): string {
  return renderToString(chart)
}

/** Rounded to a tenth of a pixel, so that the page stays small. */
export function px(value: number): number {
  return Math.round(value * 10) / 10
}
