import { ink, px } from './chart.tsx'
import type { FamilyFigure } from './family-drawing.ts'

/** The outline of a symbol round a point, `half` its half side. */
function outline(shape: FamilyFigure['shape'], x: number, y: number, half: number): string {
  const [l, r, t, b] = [px(x - half), px(x + half), px(y - half), px(y + half)]
  switch (shape) {
    case 'square':
      return `M${l} ${t}H${r}V${b}H${l}Z`
    case 'circle':
      return `M${l} ${px(y)}A${half} ${half} 0 1 1 ${r} ${px(y)}A${half} ${half} 0 1 1 ${l} ${px(y)}Z`
    case 'diamond':
      return `M${px(x)} ${t}L${r} ${px(y)}L${px(x)} ${b}L${l} ${px(y)}Z`
    case 'triangle':
      return `M${px(x)} ${t}L${r} ${b}H${l}Z`
    case 'place':
      return `M${l} ${px(y - half * 0.15)}L${px(x)} ${t}L${r} ${px(y - half * 0.15)}V${b}H${l}Z`
  }
}

/** One symbol: doubled for the child whose family it is, crossed for who has died, dashed for what has ended. */
export function FamilySymbol({ figure, size }: { figure: FamilyFigure; size: number }) {
  const { shape, x, y, self, died, ended } = figure
  const half = size / 2
  const line = { fill: ink.paper, stroke: ink.text, 'stroke-width': 2, 'stroke-linejoin': 'round' as const }
  const [l, r, t, b] = [px(x - half), px(x + half), px(y - half), px(y + half)]
  return (
    <>
      <path d={outline(shape, x, y, half)} {...line} {...(ended ? { 'stroke-dasharray': '5 4' } : {})} />
      {self && <path d={outline(shape, x, shape === 'triangle' ? y + 2 : y, half - 6)} {...line} />}
      {died && <path d={`M${l} ${t}L${r} ${b}M${r} ${t}L${l} ${b}`} {...line} />}
    </>
  )
}
