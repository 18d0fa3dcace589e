import type { Kin, Self } from './kin.ts'
import type { Figure, Shape } from './plan.ts'
import type { Relative } from './relatives.ts'

const shapeOf = (sex: string | null, unborn: boolean): Shape =>
  unborn ? 'triangle' : sex === 'M' ? 'square' : sex === 'F' ? 'circle' : 'diamond'

function ageWords(r: Relative): string {
  if (r.died) return 'has died'
  if (r.ended) return r.to ? `until ${r.to.slice(0, 4)}` : ''
  if (r.born === null) return ''
  const year = /\b\d{4}\b/.exec(r.born)?.[0]
  return year ? `${r.unborn ? 'expected' : 'born'} ${year}` : r.born
}

const figure = (r: Relative): Figure => ({
  key: r.key,
  shape: shapeOf(r.sex, r.unborn),
  self: false,
  died: r.died,
  ended: r.ended,
  household: r.household,
  words: [r.title, r.name, ageWords(r)].filter(w => w !== ''),
})

const selfFigure = (s: Self, household: boolean): Figure => ({
  key: s.key,
  shape: shapeOf(s.sex, s.unborn),
  self: true,
  died: false,
  ended: false,
  household,
  words: [s.called, s.age],
})

const placeFigure = ({ key, words }: NonNullable<Kin['place']>): Figure => ({
  key,
  shape: 'place',
  self: false,
  died: false,
  ended: false,
  household: true,
  words,
})

/** Each generation from the left to the right: the father's side, then the mother's, then what belongs to no side. */
export function rowsOf(k: Kin): readonly (readonly Figure[])[] {
  const parents = [
    ...k.kin.father,
    ...k.spare,
    ...(k.stepOnLeft ? k.steps : []),
    ...k.couple,
    ...(k.stepOnLeft ? [] : k.steps),
    ...k.kin.mother,
    ...k.kin.unknown,
    ...k.carers,
  ]
  const beside = [...k.partners, ...k.halves.mother, ...k.stepSiblings, ...k.halves.unknown, ...k.others]
  const everybody = [...parents, ...beside, ...k.halves.father, ...k.full.flatMap(f => f.relative ?? [])]
  const shared = k.place !== null || everybody.some(r => r.household) || k.own.some(r => r.household)
  return [
    [...k.grandparents.father, ...k.grandparents.mother, ...k.grandparents.unknown].map(figure),
    [...parents.map(figure), ...(k.place ? [placeFigure(k.place)] : [])],
    [
      ...k.halves.father.map(figure),
      ...k.full.map(f => (f.relative ? figure(f.relative) : selfFigure(k.self, shared))),
      ...beside.map(figure),
    ],
    k.own.map(figure),
  ]
}
