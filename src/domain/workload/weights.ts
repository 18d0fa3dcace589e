import { addDays, type Day } from '../kernel/day.ts'
import type { Standing } from '../timescales/timescale.ts'
import type { CaseFacts } from './facts.ts'

/** How a row counts: the heaviest `is` that fits, and every `adds`; then every `share` of the whole. */
type How = 'is' | 'adds' | 'share'

/** One reason why a case weighs what it does: a row. */
export interface Weight {
  readonly code: string
  readonly title: string
  readonly how: How
  readonly weight: number
  readonly fits: (f: CaseFacts, on: Day) => boolean
  readonly source: string
  readonly standing: Standing
}

/** A case is new to its worker for this many days. */
const NEW = 28

const local = {
  source: 'Local rule: no national weights. Set by the authority',
  standing: 'local',
} as const

/** What work weighs: 1 is a child in need whom the worker knows. Halves only, so that sums are exact. */
export const weights: readonly Weight[] = [
  { code: 'held', title: 'A child with a worker', how: 'is', weight: 0.5, fits: () => true, ...local },
  { code: 'in-need', title: 'Child in need', how: 'is', weight: 1, fits: f => f.inNeed, ...local },
  { code: 'looked-after', title: 'Looked after', how: 'is', weight: 1, fits: f => f.lookedAfter, ...local },
  { code: 'plan', title: 'Child protection plan', how: 'is', weight: 1.5, fits: f => f.plan, ...local },
  { code: 'assessed', title: 'Being assessed', how: 'adds', weight: 0.5, fits: f => f.assessed, ...local },
  { code: 'court', title: 'Before the court', how: 'adds', weight: 1, fits: f => f.court, ...local },
  {
    code: 'new',
    title: 'New to the worker, in the first four weeks',
    how: 'adds',
    weight: 0.5,
    fits: (f, on) => f.since === null || addDays(f.since, NEW) > on,
    ...local,
  },
]

/** What each further child of a family weighs, of what that child would weigh alone: visits and meetings are shared. */
export const family: Weight = {
  code: 'family',
  title: 'Brother or sister of a child whom the worker has',
  how: 'share',
  weight: 0.5,
  fits: f => f.family !== null,
  ...local,
}
