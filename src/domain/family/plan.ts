import { type Kin, kinOf, type Place, type Self } from './kin.ts'
import { couplesOf, descentsOf } from './plan-lines.ts'
import { rowsOf } from './plan-rows.ts'
import type { Relative } from './relatives.ts'

export type Shape = 'square' | 'circle' | 'diamond' | 'triangle' | 'place'

/** Somebody in the picture, or the place where the child lives. */
export interface Figure {
  readonly key: string
  readonly shape: Shape
  /** The child whose file it is: a double outline. */
  readonly self: boolean
  readonly died: boolean
  readonly ended: boolean
  readonly household: boolean
  /** What they are to the child, their name, and what is known of their age. */
  readonly words: readonly string[]
}

/** Children of one or two people, from the left to the right. Twins hang from one point. */
export interface Descent {
  readonly parents: readonly string[]
  readonly children: readonly string[]
  readonly twins: readonly (readonly string[])[]
  readonly ended: boolean
  readonly kind: 'born' | 'care'
  /** Beside which side of a lone parent the line goes down. */
  readonly side: 'left' | 'right'
}

export interface Couple {
  readonly left: string
  readonly right: string
  readonly ended: boolean
}

/** Who stands where in the picture: four generations, grandparents first, each from the left to the right. */
export interface FamilyPlan {
  readonly rows: readonly (readonly Figure[])[]
  readonly couples: readonly Couple[]
  readonly descents: readonly Descent[]
}

/**
 * The plan of the picture: who stands in which generation, in which order, and by what lines they belong together.
 * Only what the record says is drawn: whoever has no known place in the family stands at the side, without a line.
 */
export function familyPlan(self: Self, relatives: readonly Relative[], place: Place | null): FamilyPlan {
  const kin: Kin = kinOf(self, relatives, place)
  return { rows: rowsOf(kin), couples: couplesOf(kin), descents: descentsOf(kin) }
}
