import type { PlannedPlacement } from '../care/placements.ts'
import type { PlannedStay } from '../population/child.ts'
import { type N, toDay, workingOnOrBefore } from '../time.ts'
import { type Case, managerOn, workerOn } from './case.ts'

/** Who adopts, and how they live together. */
const couples = [
  ['MF', 'L11'],
  ['MF', 'L11'],
  ['MF', 'L3'],
  ['FF', 'L12'],
  ['MM', 'L2'],
  ['F1', 'L0'],
] as const

/** Before a child is adopted: the decision that they should be, in time for the placement order, and the match. */
export function writeAdoption(
  c: Case,
  stay: PlannedStay,
  order: N | undefined,
  placements: readonly PlannedPlacement[],
): void {
  if (stay.ended !== 'E11' && stay.ended !== 'E12') return
  const rand = c.child.rand.fork(`adoption ${stay.from}`)
  const placed = placements.find(p => p.type.startsWith('A'))?.from
  const first = Math.min(order ?? Number.POSITIVE_INFINITY, placed ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first)) return
  const decided = Math.max(stay.from, workingOnOrBefore(first - rand.int(12, 45)))
  c.file.write(
    'adoption-decision',
    decided,
    managerOn(c, decided).id,
    { on: toDay(decided) },
    { lag: rand.int(0, 3) },
  )
  if (placed === undefined) return
  const [adopters, status] = rand.pick(couples)
  const matched = Math.max(decided, workingOnOrBefore(placed - rand.int(8, 25)))
  c.file.write(
    'adoption-match',
    matched,
    workerOn(c, matched).id,
    { on: toDay(matched), adopters, status, carers: false },
    { lag: rand.int(0, 3), sensitivity: 'confidential' },
  )
}
