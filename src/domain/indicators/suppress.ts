import type { Figure } from './figure.ts'

/** The mark of published statistics for a figure held back because it speaks of too few (rules 0.13). */
export const SUPPRESSED = 'c'

type Cell = number | typeof SUPPRESSED

/** A figure as elected members and the public may see it. */
export interface ShownFigure {
  readonly code: string
  readonly name: string
  readonly numerator: Cell
  readonly denominator: Cell
  readonly value: Cell | null
  readonly split: string | null
}

/** The most that is held back; nought says nothing about anyone. */
const FEW = 4

const few = (n: number): boolean => n >= 1 && n <= FEW

type Quantity = (f: Figure) => number
const asked: Quantity = f => f.denominator
const yes: Quantity = f => f.numerator
const no: Quantity = f => f.denominator - f.numerator

/**
 * Holds back more parts, the smallest first, until those held back can't be worked out by taking the parts shown from
 * a total shown: at least two of them, and enough children in them that any one could be more than a few. Whoever reads
 * it knows that none of them is nought: five that come to five would be one each.
 */
function protect(held: Set<Figure>, parts: readonly Figure[], of: Quantity): void {
  const inHeld = () => parts.filter(p => held.has(p))
  const enough = () => {
    const hidden = inHeld().filter(p => of(p) > 0)
    return hidden.length === 0 || (hidden.length >= 2 && hidden.reduce((n, p) => n + of(p) - 1, 1) > FEW)
  }
  while (!enough()) {
    const next = parts.filter(p => !held.has(p) && of(p) > 0).sort((a, b) => of(a) - of(b))[0]
    if (!next) return
    held.add(next)
  }
}

function suppressTable(table: readonly Figure[]): readonly ShownFigure[] {
  const parts = table.filter(f => f.split !== null)
  const total = table.find(f => f.split === null)
  // Of a whole that is held back no part is shown, noughts neither: four parts held of a whole of four are one each.
  const everything = new Set(table)
  const fewAsked = total !== undefined && few(asked(total))
  const fewCounted = fewAsked || (total !== undefined && (few(yes(total)) || few(no(total))))

  const asking = fewAsked ? everything : new Set(parts.filter(f => few(asked(f))))
  if (!fewAsked) protect(asking, parts, asked)

  const counting = fewCounted
    ? everything
    : new Set(parts.filter(f => few(yes(f)) || few(no(f)) || asking.has(f)))
  if (!fewCounted) {
    protect(counting, parts, yes)
    protect(counting, parts, no)
  }
  return table.map(f => ({
    ...f,
    numerator: counting.has(f) ? SUPPRESSED : f.numerator,
    denominator: asking.has(f) ? SUPPRESSED : f.denominator,
    value: counting.has(f) ? SUPPRESSED : f.value,
  }))
}

/**
 * Holds back figures that speak of one to four children, those that let one be worked out, and the rest of a whole
 * of which only one to four are left. Order is kept.
 * @param figures of any number of indicators; of each, the whole (`split` null) and the parts of one split
 */
export function suppress(figures: readonly Figure[]): readonly ShownFigure[] {
  const tables = Map.groupBy(figures, f => f.code)
  const shown = new Map<Figure, ShownFigure>()
  for (const table of tables.values())
    suppressTable(table).forEach((s, i) => {
      const f = table[i]
      if (f) shown.set(f, s)
    })
  return figures.flatMap(f => shown.get(f) ?? [])
}
