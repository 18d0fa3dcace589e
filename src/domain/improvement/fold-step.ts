import type { Day } from '../kernel/day.ts'
import type { Answers } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import type { Action } from './plan.ts'

/** What an entry makes of an action, or why it cannot stand. */
export type Step = (action: Action, entry: PlanEntry, a: Answers) => Action | { readonly fault: string }

/** Oldest first by the day they are of, whenever they were written down. */
export const dated = <T extends { readonly on: Day }>(list: readonly T[]): readonly T[] =>
  list.toSorted((x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0))
