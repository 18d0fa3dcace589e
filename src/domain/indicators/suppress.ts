import type { Figure } from './figure.ts'
import { type Cell, cellKey, families, type Rest } from './nestings.ts'

/** The mark of published statistics for a figure held back because it speaks of too few (rules 0.13). */
export const SUPPRESSED = 'c'

type Shown = number | typeof SUPPRESSED

/** A figure as elected members and the public may see it. */
export interface ShownFigure {
  readonly code: string
  readonly name: string
  readonly numerator: Shown
  readonly denominator: Shown
  readonly value: Shown | null
  readonly split: string | null
}

/** The most that is held back; nought says nothing about anyone. */
const FEW = 4

const few = (n: number): boolean => n >= 1 && n <= FEW

/** Where a number stands: in the whole (null), or in a part of it. */
type Place = string | null

type Quantity = (part: Place) => number

/**
 * Holds back more parts, the smallest first, until those held back can't be worked out by taking the parts shown from
 * a total shown: at least two of them, and enough children in them that any one could be more than a few. Whoever reads
 * it knows that none of them is nought: five that come to five would be one each.
 */
function protect(held: Set<Place>, parts: readonly Place[], of: Quantity): void {
  const enough = () => {
    const hidden = parts.filter(p => held.has(p) && of(p) > 0)
    return hidden.length === 0 || (hidden.length >= 2 && hidden.reduce((n, p) => n + of(p) - 1, 1) > FEW)
  }
  while (!enough()) {
    const [next] = parts.filter(p => !held.has(p) && of(p) > 0).sort((a, b) => of(a) - of(b))
    if (next === undefined) return
    held.add(next)
  }
}

/** The numbers of a day, and what of them is held back so far. */
interface Sheet {
  readonly parts: readonly Place[]
  readonly number: (cell: Cell, place: Place) => number
  readonly held: (cell: Cell, place: Place) => boolean
}

/**
 * Where one cell is held back, those before it being decided.
 * @param rests what can be worked out by this cell and those before it
 */
function heldOf(cell: Cell, rests: readonly Rest[], { parts, number, held }: Sheet): ReadonlySet<Place> {
  const worth = (r: Rest, place: Place) =>
    r.of.reduce((n, c) => n + number(c, place), 0) - r.less.reduce((n, c) => n + number(c, place), 0)
  const before = (r: Rest) => [...r.of, ...r.less].filter(c => cellKey(c) !== cellKey(cell))
  const heldIn = (r: Rest, place: Place) => before(r).some(c => held(c, place))
  const everywhere = new Set([null, ...parts])
  const percentage = (place: Place) => cell.of === 'yes' && held({ ...cell, of: 'asked' }, place)

  // What bounds a whole that is held back leaves room for any small number.
  const tells = (r: Rest) => (heldIn(r, null) ? worth(r, null) <= FEW : few(worth(r, null)))
  // Of a whole that is held back no part is shown, noughts neither: four parts held of a whole of four are one each.
  if (percentage(null) || rests.some(tells)) return everywhere

  const known = rests.filter(r => !heldIn(r, null))
  // Three that bound each other do so in each part, and those bounds come to more than the bound of their wholes.
  if (rests.some(r => r.of.length > 1 && heldIn(r, null))) return new Set(parts)

  const found = new Set(parts.filter(p => percentage(p) || known.some(r => few(worth(r, p)) || heldIn(r, p))))
  for (let size = -1; size < found.size; ) {
    size = found.size
    for (const r of known) protect(found, parts, p => worth(r, p))
  }
  return found
}

/** What a cell tells by itself: how many it counts, and how many were asked about and are not a yes. */
const own = (cell: Cell): readonly Rest[] => [
  { of: [cell], less: [] },
  ...(cell.of === 'yes' ? [{ of: [{ ...cell, of: 'asked' as const }], less: [cell] }] : []),
]

/** All cells of some indicators, in the order in which they are kept: first whom each asks about. */
function inOrder(codes: readonly string[]): readonly Cell[] {
  const all = (['asked', 'yes'] as const).flatMap(what => [
    ...families.flatMap(f => f.cells.filter(c => c.of === what)),
    ...codes.map((code): Cell => ({ code, of: what })),
  ])
  return [...new Map(all.map(c => [cellKey(c), c])).values()]
}

const at = (cell: Cell, place: Place): string => JSON.stringify([cellKey(cell), place])

/** The numbers that are held back of some figures, each by {@link at}. */
function heldAmong(figures: readonly Figure[]): ReadonlySet<string> {
  const numbers = new Map(
    figures.flatMap(({ code, split, denominator, numerator }): [string, number][] => [
      [at({ code, of: 'asked' }, split), denominator],
      [at({ code, of: 'yes' }, split), numerator],
    ]),
  )
  const held = new Set<string>()
  const sheet: Sheet = {
    parts: [...new Set(figures.map(f => f.split))].filter(p => p !== null),
    number: (cell, place) => numbers.get(at(cell, place)) ?? 0,
    held: (cell, place) => held.has(at(cell, place)),
  }
  const decided = new Set<string>()
  for (const cell of inOrder(figures.map(f => f.code)).filter(c => numbers.has(at(c, null)))) {
    decided.add(cellKey(cell))
    const rests = [...families.flatMap(f => f.rests), ...own(cell)].filter(r => {
      const keys = [...r.of, ...r.less].map(cellKey)
      return keys.includes(cellKey(cell)) && keys.every(key => decided.has(key))
    })
    for (const place of heldOf(cell, rests, sheet)) held.add(at(cell, place))
  }
  return held
}

/**
 * Holds back figures that speak of one to four children, those that let one be worked out, and the rest of a whole
 * of which only one to four are left; also where one indicator, taken from another, would leave so few. Order is kept.
 * @param figures of one day: of any number of indicators with all their `relatives`, of each the whole (`split` null) and the
 * parts of one split
 */
export function suppress(figures: readonly Figure[]): readonly ShownFigure[] {
  const wholes = figures.filter(f => f.split === null).map(f => f.code)
  if (new Set(wholes).size < wholes.length) throw new Error('Figures are held back a day at a time.')
  const held = heldAmong(figures)
  return figures.map(f => {
    const counted = held.has(at({ code: f.code, of: 'yes' }, f.split))
    return {
      ...f,
      numerator: counted ? SUPPRESSED : f.numerator,
      denominator: held.has(at({ code: f.code, of: 'asked' }, f.split)) ? SUPPRESSED : f.denominator,
      value: counted ? SUPPRESSED : f.value,
    }
  })
}
