import { type Day, longDay } from '../kernel/day.ts'
import { openBarriers, unanswered } from './action-parts.ts'
import { type Action, dueNow, isOverdue, isRetestDue } from './plan.ts'

/** What an action waits for, in the order in which somebody should look at it. */
export interface NextStep {
  readonly what: string
  readonly by?: Day
  /** Its day has passed, or nobody has answered. */
  readonly presses: boolean
}

/** What comes next on an action on a day. Nothing where it is closed and need not be looked at yet. */
export function nextSteps(
  action: Action,
  on: Day,
  others: readonly Pick<Action, 'id' | 'what' | 'state'>[],
): readonly NextStep[] {
  if (action.state === 'closed') return retest(action, on)
  const waits = action.depends.flatMap(d => others.filter(o => o.id === d.action && o.state !== 'closed'))
  const steps = action.milestones.filter(m => m.met === undefined)
  return [
    ...unanswered(action.challenges).map(c => ({
      what: `Answer ${c.askedBy}, who asked on ${longDay(c.on)}: ${c.question}`,
      presses: true,
    })),
    ...openBarriers(action.barriers).map(b => ({
      what: `Clear what stands in the way${b.who ? ` (${b.who})` : ''}: ${b.what}`,
      presses: true,
    })),
    ...waits.map(o => ({ what: `Wait for another action: ${o.what}`, presses: false })),
    ...steps
      .toSorted((a, b) => (a.by < b.by ? -1 : 1))
      .map(m => ({ what: m.what, by: m.by, presses: m.by < on })),
    ...(action.measures.length === 0 ? [{ what: 'Say how success will be measured', presses: false }] : []),
    last(action, on),
  ]
}

/** What ends an action: its due day; once it is said to be complete, closing it. */
function last(action: Action, on: Day): NextStep {
  if (action.state === 'proposed')
    return { what: 'Somebody else decides whether it is closed', presses: true }
  if (action.claimedComplete)
    return { what: 'Show that it is better for children, and propose to close it', presses: false }
  return { what: 'The whole of it is due', by: dueNow(action), presses: isOverdue(action, on) }
}

const retest = (action: Action, on: Day): readonly NextStep[] =>
  action.retestDue
    ? [{ what: 'Look whether it still holds', by: action.retestDue, presses: isRetestDue(action, on) }]
    : []
