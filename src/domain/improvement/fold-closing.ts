import { addMonths, type Day } from '../kernel/day.ts'
import type { Closure } from './action-parts.ts'
import type { PlanEntry } from './facts.ts'
import { dated, type Step } from './fold-step.ts'
import type { Action } from './plan.ts'

/** How long after closing it is looked at again, where nobody says otherwise. */
const RETEST_MONTHS = 6

/** When a closed action is looked at again, where nobody says otherwise. */
export const usualRetest = (closed: Day): Day => addMonths(closed, RETEST_MONTHS)

/** The proposal that waits for somebody to decide. */
export const waitingClosure = (action: Pick<Action, 'closures' | 'state'>): Closure | undefined =>
  action.state === 'proposed' ? action.closures.at(-1) : undefined

/**
 * Why a person may not decide the closure that waits, in words; undefined where they may. Neither the one who proposed
 * it nor the owner closes an action.
 */
export function mayNotClose(
  action: Pick<Action, 'closures' | 'state' | 'owner' | 'lead'>,
  person: { readonly id: string; readonly name: string },
): string | undefined {
  const waiting = waitingClosure(action)
  if (!waiting) return 'Nobody has proposed to close this action. Propose it first.'
  if (waiting.by === person.id)
    return 'You proposed to close this action, so somebody else decides. Ask a colleague who may change the plan.'
  if (leads(action, person))
    return 'You lead this action, so somebody else decides whether it is closed. Ask a colleague who may change the plan.'
  return undefined
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether words such as "Bo Marsh, team manager" or "MARSH, Bo" name a person: all of the name is in them. */
export function names(words: string, name: string): boolean {
  const said = new Set(wordsIn(words))
  const parts = wordsIn(name)
  return parts.length > 0 && parts.every(p => said.has(p))
}

/** Whether somebody leads an action: as its owner, or by their name where no owner is chosen. */
export const leads = (
  action: Pick<Action, 'owner' | 'lead'>,
  person: { readonly id: string; readonly name: string },
): boolean => action.owner === person.id || names(action.lead, person.name)

/** An action opened again is no longer complete: it stands at risk until somebody marks it otherwise. */
const opened = (action: Action, entry: PlanEntry, why: string): Action => {
  const { retestDue: _, ...rest } = action
  const mark = { brag: 'amber', on: entry.happened, by: entry.author, why: `Opened again: ${why}` } as const
  return { ...rest, state: 'open', deliveries: dated([...action.deliveries, mark]) }
}

/** What proposing, deciding and looking again make of an action. */
export const closingSteps: Readonly<Record<string, Step>> = {
  'closure-proposed': (action, entry, a) => {
    if (action.state !== 'open')
      return { fault: 'It is closed, or somebody has proposed to close it, already.' }
    const { id, happened: on, author: by } = entry
    return {
      ...action,
      state: 'proposed',
      closures: [...action.closures, { id, on, by, why: a.text('why') }],
    }
  },
  'closure-decided': (action, entry, a) => {
    const waiting = waitingClosure(action)
    if (!waiting) return { fault: 'Nobody had proposed to close it, or it was decided already.' }
    if (waiting.by === entry.author || action.owner === entry.author)
      return { fault: 'Neither who proposed it nor the owner can close an action.' }
    const agreed = a.choice('agreed', ['yes', 'no']) === 'yes'
    const retest = agreed ? (a.maybeDay('retest') ?? usualRetest(entry.happened)) : undefined
    const decided = {
      agreed,
      on: entry.happened,
      by: entry.author,
      why: a.text('why'),
      ...(retest ? { retest } : {}),
    }
    return {
      ...action,
      state: agreed ? 'closed' : 'open',
      closures: action.closures.map(c => (c.id === waiting.id ? { ...c, decided } : c)),
      ...(retest ? { retestDue: retest } : {}),
    }
  },
  'retest-done': (action, entry, a) => {
    if (action.state !== 'closed') return { fault: 'Only a closed action is looked at again.' }
    const stands = a.choice('stands', ['yes', 'no']) === 'yes'
    const why = a.text('why')
    const next = stands ? a.maybeDay('next') : undefined
    const { id, happened: on, author: by } = entry
    const done = { id, on, by, stands, why, ...(next ? { next } : {}) }
    const { retestDue: _, ...rest } = action
    const after = { ...rest, retests: [...action.retests, done], ...(next ? { retestDue: next } : {}) }
    return stands ? after : opened(after, entry, why)
  },
}

/**
 * The day from which an action is said to be complete: since the first of an unbroken run of blue marks; otherwise since
 * it was put forward for closing.
 */
export function claimedFrom(action: Action): Day | undefined {
  const { deliveries } = action
  const run = deliveries.slice(deliveries.findLastIndex(m => m.brag !== 'blue') + 1)
  const waiting = action.state === 'open' ? undefined : action.closures.at(-1)
  return run[0]?.on ?? waiting?.on
}
