import type { Viewer } from '../../domain/access/roles.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { type ShownFigure, SUPPRESSED } from '../../domain/indicators/suppress.ts'
import { Tag } from '../../web/govuk/index.ts'

type Cell = ShownFigure['value']

/** Somebody who is shown figures, and never children. */
export const isMember = (viewer: Viewer): boolean => viewer.role === 'elected-member'

/** For those who see figures with some held back: why, and of what day they are. */
export const HeldBack = () => (
  <p class="govuk-body">
    Figures are those of the end of a month. Figures of one to four children are shown as “c”, so that no
    child can be known by them. So is the next smallest part, where the small one could be had by taking the
    others from the whole; and of a whole that is held back, every part. Where one figure asks about some of
    the children of another, and only one to four of them are not in both, one of the two is held back.
  </p>
)

/** A figure in words: "86.4%", "441", "c" where it is held back. */
export function valueWords(i: Pick<Indicator, 'unit'>, value: Cell): string {
  if (value === null) return 'nobody to ask about'
  if (value === SUPPRESSED) return 'c'
  return i.unit === 'percent' ? `${value}%` : String(value)
}

export const ofWords = (i: Pick<Indicator, 'unit'>, f: ShownFigure): string =>
  i.unit === 'percent' ? `${f.numerator} of ${f.denominator}` : ''

/** How a figure stands against its target; null where either is missing or neither way is good. */
export function against(
  i: Pick<Indicator, 'good' | 'unit'>,
  value: Cell,
  target: number | undefined,
): { readonly met: boolean; readonly words: string } | null {
  if (typeof value !== 'number' || target === undefined || i.good === 'neither') return null
  const met = i.good === 'high' ? value >= target : value <= target
  const gap = Math.round(Math.abs(value - target) * 10) / 10
  const unit = i.unit === 'percent' ? (gap === 1 ? ' point' : ' points') : ''
  return { met, words: met ? 'Meets target' : `${gap}${unit} ${value < target ? 'under' : 'over'} target` }
}

/** In words, with colour only for what is met: a page of warnings warns of nothing. */
export function Against({ stands }: { stands: ReturnType<typeof against> }) {
  if (stands === null) return null
  return stands.met ? <Tag colour="green">{stands.words}</Tag> : <span>{stands.words}</span>
}
