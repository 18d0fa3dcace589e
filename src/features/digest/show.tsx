import type { Viewer } from '../../domain/access/roles.ts'
import type { Figure } from '../../domain/indicators/figure.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { type ShownFigure, SUPPRESSED, suppress } from '../../domain/indicators/suppress.ts'
import { Tag } from '../../web/govuk/index.ts'

type Cell = ShownFigure['value']

/** Figures as this viewer may see them: elected members see small numbers held back (rules 0.13). */
export const shownTo = (viewer: Viewer, figures: readonly Figure[]): readonly ShownFigure[] =>
  viewer.role === 'elected-member' ? suppress(figures) : figures

/** A figure in words: "86.4%", "441", "c" where it is held back. */
export function valueWords(i: Pick<Indicator, 'unit'>, value: Cell): string {
  if (value === null) return 'nobody to ask about'
  if (value === SUPPRESSED) return 'c'
  return i.unit === 'percent' ? `${value}%` : String(value)
}

export const ofWords = (i: Pick<Indicator, 'unit'>, f: ShownFigure): string =>
  i.unit === 'percent' ? `${f.numerator} of ${f.denominator}` : ''

/** How a figure stands against its target, in words; nothing where either is missing or neither way is good. */
export function against(
  i: Pick<Indicator, 'good'>,
  value: Cell,
  target: number | undefined,
): 'met' | 'not met' | null {
  if (typeof value !== 'number' || target === undefined || i.good === 'neither') return null
  return (i.good === 'high' ? value >= target : value <= target) ? 'met' : 'not met'
}

export function TargetTag({ stands }: { stands: 'met' | 'not met' | null }) {
  if (stands === null) return null
  return (
    <Tag colour={stands === 'met' ? 'green' : 'yellow'}>
      {stands === 'met' ? 'Meets target' : 'Misses target'}
    </Tag>
  )
}
