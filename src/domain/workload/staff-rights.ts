import type { Role, Viewer } from '../access/roles.ts'
import { overTeams } from '../access/writes.ts'

interface Member {
  readonly id: string
  readonly role: Role
  readonly team: string | null
}

/** What of a colleague’s details somebody may change: all of them; what bears on their work; or nothing. */
export type StaffRights = 'all' | 'work' | 'none'

/** Whoever signs in as one of these reads what nobody else does: their accounts are for a director to look after. */
const guarded: ReadonlySet<Role> = new Set<Role>(['director', 'designated-officer'])

/** True where somebody may give a role to a colleague, or take it from them. */
export const mayGive = (viewer: Pick<Viewer, 'role'>, role: Role): boolean =>
  viewer.role === 'director' || !guarded.has(role)

/**
 * A director changes everybody’s details but their own, an administrator of accounts those of most; a team manager what
 * bears on the work of their team. A role and
 * a team say what a person may open, so nobody gives them to themselves, and a manager to nobody.
 */
export function staffRights(viewer: Viewer, member: Member): StaffRights {
  if (viewer.id === member.id) return 'none'
  if (viewer.role === 'director') return 'all'
  if (viewer.role === 'administrator') return mayGive(viewer, member.role) ? 'all' : 'none'
  const own = viewer.role === 'team-manager' && viewer.team !== null && member.team === viewer.team
  return own && member.role === 'social-worker' ? 'work' : 'none'
}

/** Cover is arranged by the manager of the team, and by service managers and directors for anybody. Reviewing officers have no team. */
export const mayArrangeCover = (viewer: Viewer, member: Member): boolean =>
  overTeams(viewer.role) ||
  (viewer.role === 'team-manager' &&
    (member.team === null || (viewer.team !== null && member.team === viewer.team)))

/** The questions of a colleague’s details that their manager may answer. */
export const workFields = [
  'registered',
  'registration',
  'newlyQualifiedFrom',
  'agency',
  'share',
  'limit',
  'reach',
] as const
