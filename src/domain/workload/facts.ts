import type { Day } from '../kernel/day.ts'
import { runsOn, type Spell, type SpellKindCode } from '../records/spell.ts'

/** What is asked of a child's case to weigh it, and to say who may hold it. */
export interface CaseFacts {
  readonly inNeed: boolean
  readonly assessed: boolean
  readonly plan: boolean
  readonly lookedAfter: boolean
  /** An order of a court runs for a short while, so that the case is before it still. */
  readonly court: boolean
  /** The day from which the worker has held it; null where nobody does. */
  readonly since: Day | null
  /** Which brothers and sisters are held together: the same for all of them; null where the child is the only one. */
  readonly family: string | null
}

/** Legal statuses that mean a case is before a court: interim care, emergency protection and child assessment orders. */
export const beforeCourt: readonly string[] = ['C1', 'L2', 'L3']

/** The facts of a case from its spells, on a day. */
export function factsOf(spells: readonly Spell[], on: Day, family: string | null = null): CaseFacts {
  const open = (kind: SpellKindCode) => spells.find(s => s.kind === kind && runsOn(s, on))
  const status = open('legal-status')?.facts.status
  return {
    inNeed: open('in-need') !== undefined,
    assessed: open('assessment') !== undefined,
    plan: open('protection-plan') !== undefined,
    lookedAfter: open('looked-after') !== undefined,
    court: typeof status === 'string' && beforeCourt.includes(status),
    since: spells.findLast(s => s.kind === 'allocation' && s.key === 'worker' && runsOn(s, on))?.from ?? null,
    family,
  }
}
