import type { Relative } from './relatives.ts'

/** The child in the middle of the picture. */
export interface Self {
  readonly key: string
  readonly called: string
  readonly sex: string | null
  readonly unborn: boolean
  readonly born: string | null
  readonly age: string
}

/** Where the child lives while looked after, as the record has it. */
export interface Place {
  readonly key: string
  readonly words: readonly string[]
  readonly carer: string | null
}

/** One of a row of brothers and sisters. */
export interface Born {
  readonly key: string
  readonly born: string | null
}

export interface Sided {
  readonly father: readonly Relative[]
  readonly mother: readonly Relative[]
  readonly unknown: readonly Relative[]
}

/** A family sorted by what each is to the child. */
export interface Kin {
  readonly self: Self
  readonly place: Place | null
  /** The one or two parents between whom the child stands, from the left to the right. */
  readonly couple: readonly Relative[]
  readonly father: Relative | undefined
  readonly mother: Relative | undefined
  /** More fathers or mothers than the picture's couple has room for. */
  readonly spare: readonly Relative[]
  readonly steps: readonly Relative[]
  /** The parent whose partner the one step-parent is, where the record tells. */
  readonly stepWith: Relative | undefined
  readonly stepOnLeft: boolean
  readonly grandparents: Sided
  readonly kin: Sided
  readonly halves: Sided
  /** The child and full brothers and sisters, in their order. */
  readonly full: readonly (Born & { readonly relative: Relative | null })[]
  readonly stepSiblings: readonly Relative[]
  readonly partners: readonly Relative[]
  readonly own: readonly Relative[]
  readonly carers: readonly Relative[]
  readonly others: readonly Relative[]
}

const last = (born: string | null): string => born ?? '9999'
const byAge = (a: Born, b: Born): number =>
  last(a.born) < last(b.born) ? -1 : last(a.born) > last(b.born) ? 1 : 0

/** The two between whom the child stands; more fathers or mothers than one are told apart by lines of their own. */
function coupleOf(relatives: readonly Relative[]): readonly Relative[] {
  const of = (kind: Relative['kind']) => relatives.filter(r => r.kind === kind)
  const [father, mother] = [of('father')[0], of('mother')[0]]
  if (father && mother) return [father, mother]
  return [...of('father'), ...of('parent'), ...of('mother')].slice(0, 2)
}

/** A step-parent belongs to the one parent at home with whom they live; otherwise nobody can tell to whom. */
function stepWith(steps: readonly Relative[], couple: readonly Relative[]): Relative | undefined {
  const home = couple.filter(p => p.household)
  return steps.length === 1 && steps[0]?.household && home.length === 1 ? home[0] : undefined
}

const sided = (list: readonly Relative[]): Sided => ({
  father: list.filter(r => r.side === 'father'),
  mother: list.filter(r => r.side === 'mother'),
  unknown: list.filter(r => r.side === null),
})

/** The child among full brothers and sisters, the eldest first; last, beside a partner, where there is one. */
function fullOf(self: Self, siblings: readonly Relative[], partnered: boolean): Kin['full'] {
  const others = siblings.map(r => ({ key: r.key, born: r.born, relative: r }))
  const me = { key: self.key, born: self.born, relative: null }
  return partnered ? [...others.sort(byAge), me] : [...others, me].sort(byAge)
}

/** Sorts a family for the picture. Professionals are no part of it. */
export function kinOf(self: Self, relatives: readonly Relative[], place: Place | null): Kin {
  const of = (...kinds: readonly Relative['kind'][]) => relatives.filter(r => kinds.includes(r.kind))
  const couple = coupleOf(relatives)
  const steps = of('step-parent')
  const partners = of('partner')
  const home = stepWith(steps, couple)
  return {
    self,
    place,
    couple,
    father: couple.find(r => r.kind === 'father'),
    mother: couple.find(r => r.kind === 'mother'),
    spare: of('father', 'mother', 'parent').filter(r => !couple.includes(r)),
    steps,
    stepWith: home,
    stepOnLeft: home !== undefined && couple.length === 2 && home === couple[0],
    grandparents: sided(of('grandparent')),
    kin: sided(of('relative')),
    halves: sided(of('half-sibling').toSorted(byAge)),
    full: fullOf(self, of('sibling'), partners.length > 0),
    stepSiblings: of('step-sibling').toSorted(byAge),
    partners,
    own: of('child').toSorted(byAge),
    // The carer of the placement is drawn once, as the place.
    carers: of('carer').filter(r => place === null || r.ended || r.name !== place.carer),
    others: of('cared-for', 'other'),
  }
}
