import { grants } from './grants.ts'
import {
  type Action,
  actions,
  type Relationship,
  relationships,
  roles,
  type Sensitivity,
  type Viewer,
} from './roles.ts'

export type Decision =
  | { readonly allow: true; readonly because: string }
  | { readonly allow: false; readonly because: string }

/** What a decision is about: how closely it is held, and what the viewer is to the child. */
export interface Target {
  readonly sensitivity: Sensitivity
  readonly relationships: readonly Relationship[]
}

/** Something that is about no child: figures, the plan, one's own work. */
export const NO_CHILD: Target = { sensitivity: 'ordinary', relationships: [] }

/**
 * Decides one action. The answer always says why; a refusal also says whom to ask. Pure: the relationships are read
 * from the record by the caller, and the same table is read by the SQL reader in `store/access.ts`.
 */
export function decide(viewer: Viewer, action: Action, target: Target = NO_CHILD): Decision {
  const held: readonly Relationship[] = [...target.relationships, 'any']
  const found = grants.find(
    g =>
      g.role === viewer.role &&
      g.action === action &&
      g.sensitivity === target.sensitivity &&
      held.includes(g.relationship),
  )
  if (found) {
    const why = target === NO_CHILD ? 'your role allows it' : relationships[found.relationship]
    return { allow: true, because: `${roles[viewer.role]}: ${why}` }
  }
  return { allow: false, because: refusal(viewer, action, target) }
}

function refusal(viewer: Viewer, action: Action, target: Target): string {
  const who = roles[viewer.role]
  if (target.sensitivity === 'restricted')
    return 'This file is restricted to named people. Ask the service manager who holds the list of names.'
  const ways = grants.filter(
    g => g.role === viewer.role && g.action === action && g.sensitivity === target.sensitivity,
  )
  if (ways.some(g => g.relationship === 'reason'))
    return `${who}: you do not work with this child. Give your reason for looking, and it will be kept on the file's log.`
  if (ways.length > 0)
    return `${who}: you may ${actions[action]} only for children you work with. Ask the allocated worker or their manager.`
  return `A ${who.toLowerCase()} may not ${actions[action]}. Ask your manager if your role has changed.`
}

/** True of a role to which a reason may open a file: of others it is not asked, and would not be kept. */
export const givesReasons = (role: Viewer['role']): boolean =>
  grants.some(g => g.role === role && g.relationship === 'reason')

/** True where giving a reason would open what is refused now. */
export const reasonWouldHelp = (viewer: Viewer, action: Action, target: Target): boolean =>
  !decide(viewer, action, target).allow &&
  decide(viewer, action, { ...target, relationships: [...target.relationships, 'reason'] }).allow
