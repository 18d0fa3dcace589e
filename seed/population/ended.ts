import type { Rand } from '../random.ts'
import { ageAt, type N, turns } from '../time.ts'
import type { Child, PlannedPlan, PlannedStay } from './child.ts'

/** Why a plan ended: into care where a stay began that day; else mostly because the child was safer. */
export function planEnded(plan: PlannedPlan, child: Child): PlannedPlan['ended'] {
  if (plan.to === null) return null
  if (child.stays.some(s => s.from === plan.to)) return 'looked-after'
  if (turns(child.born, 18) <= plan.to + 40) return 'eighteen'
  const later = child.plans.some(p => p.from > plan.from) || child.stays.some(s => s.from > plan.from)
  return !later && child.rand.chance(0.06) ? 'moved' : 'safe'
}

const grown = [
  ['E5', 30],
  ['E6', 16],
  ['E7', 8],
  ['E8', 30],
] as const
/** Staying put with foster carers is a reason of its own only in the present returns. */
const grownNow = [...grown, ['E17', 25]] as const

const young = [
  ['E4A', 40],
  ['E4B', 18],
  ['E41', 10],
  ['E46', 5],
  ['E47', 4],
  ['E48', 6],
  ['E3', 4],
  ['E8', 4],
] as const

const mayBeAdopted = (born: N, stay: PlannedStay, to: N) => ageAt(born, to) < 7 && to - stay.from > 330

/** Why a stay ended. */
export function stayEnded(
  stay: PlannedStay,
  child: Child,
  codes: 'now' | 'earlier',
  rand: Rand,
): string | null {
  const { from, to } = stay
  if (to === null) return null
  if (turns(child.born, 18) <= to) return rand.weighted(codes === 'now' ? grownNow : grown)
  if (child.stays.some(s => s.from > from)) return rand.chance(0.6) ? 'E4A' : 'E4B'
  if (mayBeAdopted(child.born, stay, to) && rand.chance(0.6)) return rand.chance(0.45) ? 'E11' : 'E12'
  return to - from < 30 ? (rand.chance(0.5) ? 'E4B' : 'E4A') : rand.weighted(young)
}
