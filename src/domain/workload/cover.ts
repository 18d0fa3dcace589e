import type { Role } from '../access/roles.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly working: boolean
  readonly registered: boolean
}

/** Who may stand in for whom: what the one may do for their children, the other must be allowed to do too. */
const standsIn: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  'social-worker': ['social-worker', 'team-manager'],
  'team-manager': ['team-manager'],
  'reviewing-officer': ['reviewing-officer'],
}

/** True where somebody’s work is with children, and so is covered while they are away. */
export const isCovered = (role: Role): boolean => standsIn[role] !== undefined

/**
 * Why somebody can’t stand in for another; undefined where they can.
 * @param byAway the one who would stand in is away in that time as well
 */
export function coverFault(away: Person, by: Person, byAway: boolean): string | undefined {
  if (by.id === away.id) return `${away.name} can’t cover for themselves. Choose somebody else.`
  if (!by.working) return `${by.name} no longer works here. Choose somebody who does.`
  if (!standsIn[away.role]?.includes(by.role))
    return `${by.name} can’t do what ${away.name} does for their children. Choose somebody in the same role.`
  if (away.registered && !by.registered)
    return `${by.name} is not recorded as a registered social worker, and ${away.name} is. Choose somebody who is.`
  if (byAway) return `${by.name} is away in that time too. Choose somebody who is here.`
  return undefined
}
