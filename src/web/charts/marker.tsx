import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'
import { ink, px } from './chart.tsx'

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond2, symbolStar] as const

/** A small shape at a point: the nth series always has the nth shape, so it is known without its colour. */
export function Marker(props: { shape: number; x: number; y: number; colour: string; size?: number }) {
  const { shape, x, y, colour, size = 70 } = props
  const path = symbol(shapes[shape % shapes.length] ?? symbolCircle, size)()
  return (
    <path
      d={path ?? ''}
      transform={`translate(${px(x)} ${px(y)})`}
      fill={colour}
      stroke={ink.paper}
      stroke-width="1.5"
    />
  )
}
