import type { Role, Viewer } from '../access/roles.ts'
import { overTeams } from '../access/writes.ts'

interface Member {
  readonly id: string
  readonly role: Role
  readonly team: string | null
}

/** What of a colleague’s details somebody may change: all of them; what bears on their work; or nothing. */
export type StaffRights = 'all' | 'work' | 'none'

/**
 * A director changes everybody’s details but their own; a team manager what bears on the work of their team. A role and
 * a team say what a person may open, so nobody gives them to themselves, and a manager to nobody.
 */
export function staffRights(viewer: Viewer, member: Member): StaffRights {
  if (viewer.id === member.id) return 'none'
  if (viewer.role === 'director') return 'all'
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
