import { rowsOf } from './cells.ts'
import type { ColumnOf, Return903 } from './data.ts'

/** Picks episodes by a code, once for all rules that ask: those that have to do with adoption are few among many. */
function pick(
  column: ColumnOf<'Episodes'>,
  ...codes: readonly string[]
): (r: Return903) => readonly number[] {
  const kept = new WeakMap<Return903, readonly number[]>()
  const wanted = new Set(codes)
  return r => {
    const before = kept.get(r)
    if (before) return before
    const found = rowsOf(r.now.Episodes.text(column), code => code !== null && wanted.has(code))
    kept.set(r, found)
    return found
  }
}

/** Episodes in a placement for adoption. */
export const inAdoptivePlacement = pick('PLACE', 'A3', 'A4', 'A5', 'A6')
/** Episodes under a placement order. */
export const underPlacementOrder = pick('LS', 'E1')
/** Episodes under a freeing order, which courts made until 2005. */
export const underFreeingOrder = pick('LS', 'D1')
/** Episodes that ended because the child was adopted. */
export const endedInAdoption = pick('REC', 'E11', 'E12')
