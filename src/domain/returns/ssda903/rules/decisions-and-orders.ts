import type { Found } from '../../check/rule.ts'
import { inAdoptivePlacement, underFreeingOrder, underPlacementOrder } from './adoption-episodes.ts'
import { at } from './cells.ts'
import type { AnyTable, Return903 } from './data.ts'
import { rule } from './rule.ts'

interface Pairs {
  readonly Episodes: readonly number[]
  readonly PlacedAdoption: readonly number[]
}

/** The episodes whose child had no decision for a placement for adoption yet when they began, but has a later one. */
function decidedLate(r: Return903, episodes: readonly number[]): Pairs {
  const began = r.now.Episodes.days('DECOM')
  const child = r.now.Episodes.text('CHILD')
  const decided = r.now.PlacedAdoption.days('DATE_PLACED')
  const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
  const rows = r.byChild('now', 'PlacedAdoption')
  const early: number[] = []
  const late: number[] = []
  for (const e of episodes) {
    const day = at(began, e)
    const decisions = rows.of(child[e])
    if (decisions.some(i => at(decided, i) <= day && !(at(ceased, i) < day))) continue
    const after = decisions.filter(i => at(decided, i) > day)
    if (after.length > 0) early.push(e)
    late.push(...after)
  }
  return { Episodes: early, PlacedAdoption: late }
}

/**
 * Whose order came without a decision: the episodes of a child without any, or else what there is of the decision and
 * is not whole: no day, or an end with only one of its day and its reason.
 */
function withoutDecision(r: Return903, episodes: readonly number[]): Found<AnyTable> {
  const child = r.now.Episodes.text('CHILD')
  const decided = r.now.PlacedAdoption.text('DATE_PLACED')
  const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
  const reason = r.now.PlacedAdoption.text('REASON_PLACED_CEASED')
  const rows = r.byChild('now', 'PlacedAdoption')
  const none: number[] = []
  const half: number[] = []
  for (const e of episodes) {
    const decisions = rows.of(child[e])
    if (decisions.length === 0) none.push(e)
    const dated = decisions.some(i => decided[i] !== null)
    half.push(...decisions.filter(i => !dated || (ceased[i] === null) !== (reason[i] === null)))
  }
  return { Episodes: none, PlacedAdoption: half }
}

const needs = ['Episodes', 'PlacedAdoption'] as const
const decision = ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] as const

/** Placements for adoption and the court's orders for them: each comes after a decision. */
export const decisionsAndOrdersRules = [
  rule('551', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED', 'PLACE'],
    says: 'The child is in a placement for adoption, but there is no day of the decision that they should be.',
    todo: 'Give the day of the decision, or correct the placement.',
    find: r => {
      const child = r.now.Episodes.text('CHILD')
      const decided = r.now.PlacedAdoption.text('DATE_PLACED')
      const rows = r.byChild('now', 'PlacedAdoption')
      return {
        Episodes: inAdoptivePlacement(r).filter(e => rows.of(child[e]).every(i => decided[i] === null)),
      }
    },
  }),
  rule('552', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED', 'DECOM'],
    says: 'The child was placed for adoption before the decision that they should be.',
    todo: 'Check the day of the decision, and the day of the placement.',
    find: r => decidedLate(r, inAdoptivePlacement(r)),
  }),
  rule('553', {
    from: 2022,
    needs,
    fields: decision,
    says: 'There is a placement order, but the decision to place the child for adoption is not there, or not whole.',
    todo: 'Give the day of the decision; where it was changed, the day and the reason as well.',
    find: r => withoutDecision(r, underPlacementOrder(r)),
  }),
  rule('554', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED', 'DECOM', 'LS'],
    says: 'The placement order was made before the decision that the child should be placed for adoption.',
    todo: 'Check the day of the decision, and the day of the order. It may be right where the order is of an earlier year.',
    find: r => decidedLate(r, underPlacementOrder(r)),
  }),
  rule('555', {
    from: 2022,
    to: 2023,
    needs,
    fields: decision,
    says: 'There is a freeing order, but the decision to place the child for adoption is not there, or not whole.',
    todo: 'Give the day of the decision, or correct the legal status.',
    find: r => withoutDecision(r, underFreeingOrder(r)),
  }),
  rule('556', {
    from: 2022,
    to: 2023,
    needs,
    fields: ['DATE_PLACED', 'DECOM'],
    says: 'The freeing order was made before the decision that the child should be placed for adoption.',
    todo: 'Check the day of the decision, and the legal status.',
    find: r => ({ Episodes: decidedLate(r, underFreeingOrder(r)).Episodes }),
  }),
] as const
