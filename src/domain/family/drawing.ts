import type { Figure } from './plan.ts'

/** The measures of the picture, in pixels. `slot` is kept by each figure with its words; a line passes between slots. */
export const measures = { slot: 148, symbol: 44, words: 84, zone: 60, margin: 16 } as const

export interface Point {
  readonly x: number
  readonly y: number
}

/** A figure in its place: the middle of its symbol. */
export interface Placed extends Figure, Point {
  readonly row: number
}

export interface Line {
  readonly points: readonly Point[]
  readonly ended: boolean
  readonly kind: 'couple' | 'born' | 'care'
}

export interface FamilyDrawing {
  readonly width: number
  readonly height: number
  /** The sides of a symbol. */
  readonly symbol: number
  readonly figures: readonly Placed[]
  readonly lines: readonly Line[]
  /** Round those who live with the child: one or more closed outlines. */
  readonly outlines: readonly (readonly Point[])[]
}
