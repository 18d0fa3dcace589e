import { partOf, writtenIn } from './parts.ts'
import type { Role } from './roles.ts'

/** Who writes, decides and oversees what others of these roles do, beside what is said of themselves. */
const standsFor: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  'service-manager': ['team-manager', 'director'],
}

/** What is written by hand with a child and needs no social worker: the only records of those who are none. */
const handsOn: ReadonlySet<string> = new Set([
  'case-note',
  'statutory-visit',
  'missing-episode',
  'returned',
  'care-leaver-contact',
  'amendment',
  'withdrawal',
])
const unqualified: ReadonlySet<Role> = new Set<Role>(['family-support', 'lead-practitioner'])

/**
 * True where a role writes a kind of record.
 * @param writtenBy the roles that its type names; null where it names none, and all who may write in the file do
 */
export function mayWrite(role: Role, type: string, writtenBy: readonly Role[] | null): boolean {
  const part = partOf(role)
  if (part && !writtenIn(part).includes(type)) return false
  return writtenBy === null
    ? !unqualified.has(role) || handsOn.has(type)
    : writtenBy.includes(role) || (standsFor[role] ?? []).some(r => writtenBy.includes(r))
}

/** Those who see and manage every team, not one. */
export const overTeams = (role: Role): boolean => role === 'director' || role === 'service-manager'
