/** A number that a figure shows: how many children it asks about, or how many of them are a yes. */
export interface Cell {
  readonly code: string
  readonly of: 'asked' | 'yes'
}

/** Children who can be counted by taking some cells (`less`) from others (`of`); there are never fewer than none. */
export interface Rest {
  readonly of: readonly Cell[]
  readonly less: readonly Cell[]
}

/** Indicators of which some count children of others. */
export interface Family {
  /** In the order in which they are kept: what a later one would tell of an earlier one, the later one holds back. */
  readonly cells: readonly Cell[]
  readonly rests: readonly Rest[]
}

const asks = (code: string): Cell => ({ code, of: 'asked' })
const yes = (code: string): Cell => ({ code, of: 'yes' })

/** Each counts some of the children of every one before it. */
const nested = (...cells: readonly Cell[]): readonly Rest[] =>
  cells.flatMap((outer, n) => cells.slice(n + 1).map(inner => ({ of: [outer], less: [inner] })))

/** No child is in two of the parts, and all are in the whole: several together can be taken from it. */
function apart(whole: Cell, parts: readonly Cell[]): readonly Rest[] {
  const sets = Array.from({ length: 2 ** parts.length }, (_, n) => parts.filter((_, bit) => n & (1 << bit)))
  return sets.filter(s => s.length > 1).map(less => ({ of: [whole], less }))
}

/** Whoever is in the outer and not in the inner is in the third, which comes after both in its family. */
const between = (third: Cell, outer: Cell, inner: Cell): Rest => ({ of: [third, inner], less: [outer] })

const categories = ['CPCAT-NEG', 'CPCAT-EMO', 'CPCAT-PHY', 'CPCAT-SAB']

/** Indicators that ask about the very same children. */
export const alike: readonly (readonly string[])[] = [
  ['CP', ...categories, 'CPVISITS'],
  ['LAC', 'NI62', 'LACVISITS', 'LACSEEN'],
  ['HEALTH', 'DENTAL', 'IMMS'],
]

/**
 * What the figures of one day tell of each other. UNALLOCATED, which asks about nearly all of these children, is not here: it
 * is a count, and nobody is shown of how many.
 */
export const families: readonly Family[] = [
  {
    cells: [asks('CP'), asks('NI67'), asks('NI65'), ...categories.map(yes)],
    rests: [
      ...nested(asks('CP'), asks('NI67')),
      // A plan that has not lasted three months began within the year.
      between(asks('NI65'), asks('CP'), asks('NI67')),
      ...apart(asks('CP'), categories.map(yes)),
    ],
  },
  {
    cells: [
      ...['LAC', 'HEALTH', 'NI66', 'PARTICIPATION', 'IHA', 'SDQ'].map(asks),
      ...['LACVISITS', 'LACSEEN'].map(yes),
    ],
    rests: [
      ...nested(asks('LAC'), asks('NI66'), asks('HEALTH'), asks('SDQ')),
      ...nested(asks('LAC'), asks('PARTICIPATION')),
      // Who has been looked after for twenty working days and not for a year became so within the year.
      between(asks('IHA'), asks('NI66'), asks('HEALTH')),
      ...nested(yes('LACSEEN'), yes('LACVISITS')),
    ],
  },
]

const leads: ReadonlyMap<string, string> = new Map(
  alike.flatMap(codes => codes.map((code): [string, string] => [code, codes[0] ?? code])),
)

/** One name for cells that are the same number: that of the first indicator that asks about the same children. */
export const cellKey = ({ code, of }: Cell): string =>
  of === 'asked' ? `asked ${leads.get(code) ?? code}` : `yes ${code}`

/** Those without which nobody can say what of these indicators is to be held back, and these themselves. */
export function relatives(codes: readonly string[]): readonly string[] {
  const asked = new Set(codes.map(code => cellKey(asks(code))))
  const near = families.filter(f => f.cells.some(c => asked.has(cellKey(asks(c.code)))))
  return [...new Set([...codes, ...near.flatMap(f => f.cells.map(c => c.code))])]
}
