import type { Found } from '../../check/rule.ts'
import { adoptionItems } from './adopters.ts'
import {
  endedInAdoption,
  inAdoptivePlacement,
  underFreeingOrder,
  underPlacementOrder,
} from './adoption-episodes.ts'
import type { AnyTable, Return903 } from './data.ts'
import { rule } from './rule.ts'

/** Reasons for an episode's end that do not bring a plan for adoption to its end: a move, and the adoption itself. */
const GOES_ON = new Set(['X1', 'E11', 'E12'])

/** Care that ended otherwise than by adoption, while a decision to place the child for adoption has no end. */
function leftUndecided(r: Return903, episodes: readonly number[]): Found<AnyTable> {
  const child = r.now.Episodes.text('CHILD')
  const why = r.now.Episodes.text('REC')
  const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
  const reason = r.now.PlacedAdoption.text('REASON_PLACED_CEASED')
  const rows = r.byChild('now', 'PlacedAdoption')
  const left: number[] = []
  const open: number[] = []
  for (const e of episodes) {
    const rec = why[e]
    if (rec == null || GOES_ON.has(rec)) continue
    const decisions = rows.of(child[e])
    const unended = decisions.filter(i => ceased[i] === null || reason[i] === null)
    if (decisions.length === 0 || unended.length > 0) left.push(e)
    open.push(...unended)
  }
  return { Episodes: left, PlacedAdoption: open }
}

/** Whether every decision of a child to place them for adoption was changed; false where there is none. */
function allChanged(r: Return903): (child: string | null | undefined) => boolean {
  const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
  const rows = r.byChild('now', 'PlacedAdoption')
  return child => {
    const decisions = rows.of(child)
    return decisions.length > 0 && decisions.every(i => ceased[i] !== null)
  }
}

const left = {
  needs: ['Episodes', 'PlacedAdoption'],
  fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
  says: 'The child was to be adopted and left care without being adopted, but the decision has not been ended.',
  todo: 'Give the day on which it was decided that the child should no longer be placed for adoption, and why.',
} as const

/** Decisions that a child should no longer be placed for adoption, beside how care ended. */
export const decisionsEndedRules = [
  rule('557', {
    ...left,
    from: 2022,
    to: 2023,
    find: r =>
      leftUndecided(r, [...inAdoptivePlacement(r), ...underPlacementOrder(r), ...underFreeingOrder(r)]),
  }),
  rule('557', {
    ...left,
    from: 2024,
    find: r => leftUndecided(r, [...inAdoptivePlacement(r), ...underPlacementOrder(r)]),
  }),
  rule('558', {
    from: 2022,
    needs: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED', 'REC'],
    says: 'The child was adopted, but it is given that they should no longer be placed for adoption.',
    todo: 'Leave the end of the decision blank where it led to the adoption, or correct why care ended.',
    find: r => {
      const child = r.now.Episodes.text('CHILD')
      const changed = allChanged(r)
      return { Episodes: endedInAdoption(r).filter(e => changed(child[e])) }
    },
  }),
  rule('525', {
    from: 2022,
    needs: ['PlacedAdoption', 'AD1'],
    fields: ['DATE_PLACED_CEASED', ...adoptionItems],
    says: 'There is an adoption, but also the decision that the child should no longer be placed for adoption.',
    todo: 'Leave the end of the decision blank where the child was adopted, or take out the adoption.',
    find: r => {
      const items = adoptionItems.map(item => r.now.AD1.text(item))
      const changed = allChanged(r)
      const decisions = r.byChild('now', 'PlacedAdoption')
      const adoptions: number[] = []
      const ended: number[] = []
      r.byChild('now', 'AD1').each((rows, child) => {
        const filled = rows.filter(a => items.some(cells => cells[a] !== null))
        if (filled.length === 0 || !changed(child)) return
        adoptions.push(...filled)
        ended.push(...decisions.of(child))
      })
      return { PlacedAdoption: ended, AD1: adoptions }
    },
  }),
] as const
