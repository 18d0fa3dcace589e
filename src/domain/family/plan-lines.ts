import type { Born, Kin } from './kin.ts'
import type { Couple, Descent } from './plan.ts'
import type { Relative } from './relatives.ts'

/** Brothers and sisters born on one day. A year alone does not tell. */
function twinsAmong(list: readonly Born[]): Descent['twins'] {
  const dated = list.filter(r => /^\d{4}-\d{2}-\d{2}$/.test(r.born ?? ''))
  const days = Map.groupBy(dated, r => r.born)
  return [...days.values()].filter(g => g.length > 1).map(g => g.map(r => r.key))
}

const line = (
  parents: readonly string[],
  children: readonly Born[],
  more: Partial<Descent> = {},
): Descent => ({
  parents,
  children: children.map(c => c.key),
  twins: twinsAmong(children),
  ended: false,
  kind: 'born',
  side: 'right',
  ...more,
})

const from = (
  parent: Relative | undefined,
  children: readonly Born[],
  more: Partial<Descent> = {},
): readonly Descent[] => (parent && children.length > 0 ? [line([parent.key], children, more)] : [])

/** Two grandparents of one side stand on either side of their child's line; a third has no line. */
const above = (old: readonly Relative[], parent: Relative | undefined): readonly Descent[] =>
  parent
    ? old.slice(0, 2).map((g, i) => line([g.key], [parent], { twins: [], side: i === 0 ? 'right' : 'left' }))
    : []

/** By what lines the generations hang together. */
export function descentsOf(k: Kin): readonly Descent[] {
  const me: readonly Born[] = [{ key: k.self.key, born: null }]
  const ended = k.couple.length > 0 && k.couple.every(p => p.ended)
  const parents = k.couple.map(p => p.key)
  const [step] = k.steps.length === 1 ? k.steps : []
  return [
    ...(parents.length > 0 || k.full.length > 1 ? [line(parents, k.full, { ended })] : []),
    ...from(k.mother, k.halves.mother),
    ...from(k.father, k.halves.father, { side: 'left' }),
    ...from(step, k.stepSiblings),
    ...k.spare.flatMap(p => from(p, me, { ended: p.ended })),
    ...above(k.grandparents.father, k.father),
    ...above(k.grandparents.mother, k.mother),
    ...(k.own.length > 0
      ? [line([k.self.key], k.own, { side: k.partners.length > 0 ? 'left' : 'right' })]
      : []),
    ...k.carers.flatMap(c => from(c, me, { kind: 'care', ended: c.ended, side: 'left' })),
    ...(k.place ? [line([k.place.key], me, { kind: 'care', side: 'left' })] : []),
  ]
}

/** Who is joined side by side: the parents, a parent and their partner, the child and theirs. */
export function couplesOf(k: Kin): readonly Couple[] {
  const [left, right] = k.couple
  const [step] = k.steps
  const [partner] = k.partners
  const beside = right ?? left
  return [
    ...(left && right ? [{ left: left.key, right: right.key, ended: left.ended || right.ended }] : []),
    ...(step && k.stepWith && k.stepOnLeft
      ? [{ left: step.key, right: k.stepWith.key, ended: step.ended }]
      : []),
    ...(step && beside && k.stepWith === beside && !k.stepOnLeft
      ? [{ left: beside.key, right: step.key, ended: step.ended }]
      : []),
    ...(partner ? [{ left: k.self.key, right: partner.key, ended: partner.ended }] : []),
  ]
}
