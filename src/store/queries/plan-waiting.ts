import type { Viewer } from '../../domain/access/roles.ts'
import { mayNotClose } from '../../domain/improvement/fold-closing.ts'
import { type NextStep, nextSteps } from '../../domain/improvement/next-steps.ts'
import { isRetestDue } from '../../domain/improvement/plan.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { readPlan } from './plan.ts'

/** Something of the improvement plan that waits for one person. */
export interface PlanWait extends NextStep {
  /** The action by its code: "A4". */
  readonly action: string
}

/** Whether anybody ever planned an action with this person as its owner: few look further than this. */
async function ownsAny(db: Db, person: string): Promise<boolean> {
  const found = await db
    .selectFrom('subject')
    .innerJoin('entry', 'entry.subject', 'subject.id')
    .select('subject.id')
    .where('subject.kind', '=', 'action')
    .where('entry.type', '=', 'action-planned')
    .where(eb => eb(eb.ref('entry.answers', '->>').key('owner'), '=', person))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * What of the plan waits for a person: on the actions they own, what presses; and, where they may change the plan,
 * closings that they may decide and closed actions due to be looked at again.
 */
export async function planWaiting(
  db: Db,
  viewer: Viewer,
  today: Day,
  mayEdit: boolean,
): Promise<readonly PlanWait[]> {
  if (!mayEdit && !(await ownsAny(db, viewer.id))) return []
  const { actions, codes } = await readPlan(db)
  return actions.flatMap(action => {
    const code = codes.get(action.id) ?? ''
    const own = action.owner === viewer.id && action.state === 'open'
    const steps = own ? nextSteps(action, today, actions).filter(s => s.presses) : []
    const decides = mayEdit && action.state === 'proposed' && mayNotClose(action, viewer) === undefined
    const looks = mayEdit && isRetestDue(action, today) && action.owner !== viewer.id
    return [
      ...steps,
      ...(decides ? [{ what: `Decide whether it is closed: ${action.what}`, presses: true }] : []),
      ...(looks && action.retestDue
        ? [{ what: `Look whether it still holds: ${action.what}`, by: action.retestDue, presses: true }]
        : []),
    ].map(step => ({ ...step, action: code }))
  })
}
