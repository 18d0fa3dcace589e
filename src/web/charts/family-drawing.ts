interface Point {
  readonly x: number
  readonly y: number
}

/** Somebody in a family's picture: the middle of the symbol, and the words under it. */
export interface FamilyFigure extends Point {
  readonly key: string
  readonly shape: 'square' | 'circle' | 'diamond' | 'triangle' | 'place'
  /** The one whose family it is. */
  readonly self: boolean
  readonly died: boolean
  readonly ended: boolean
  readonly household: boolean
  readonly words: readonly string[]
}

/** A family laid out: symbols in rows, lines between them, outlines round those who live together. */
export interface FamilyDrawing {
  readonly width: number
  readonly height: number
  /** The sides of a symbol. */
  readonly symbol: number
  readonly figures: readonly FamilyFigure[]
  readonly lines: readonly {
    readonly points: readonly Point[]
    readonly ended: boolean
    readonly kind: 'couple' | 'born' | 'care'
  }[]
  readonly outlines: readonly (readonly Point[])[]
}

const marksOf = (f: FamilyFigure): string =>
  [f.died && 'has died', f.ended && 'ended', f.household && !f.self && 'lives with the child']
    .filter(w => w !== false)
    .join(', ')

/** The picture in words, generation by generation. */
export function describeFamily({ figures }: FamilyDrawing): string {
  const rows = [...Map.groupBy(figures, f => f.y).values()]
  const said = rows.map(row =>
    row.map(f => [f.words.join(' '), marksOf(f)].filter(w => w !== '').join(', ')).join('; '),
  )
  return said.length === 0 ? 'Nobody is recorded.' : `${said.join('. ')}.`
}
