import type { Role } from './roles.ts'

/**
 * A part of a file, for those whom only that part concerns (rules §4): the record types it is made of, which they read
 * and write, and the series of clocks that belong to it. Whoever is let into a part is shown nothing of the rest.
 */
export interface Part {
  readonly title: string
  readonly types: readonly string[]
  readonly series: readonly string[]
}

const health: Part = {
  title: 'Health',
  types: [
    'health-assessment',
    'dental-check',
    'immunisation',
    'development-check',
    'sdq',
    'substance-misuse',
  ],
  series: ['health-assessment', 'dental-check', 'immunisations', 'sdq'],
}

const leavingCare: Part = {
  title: 'Leaving care',
  types: ['care-leaver-contact', 'pathway-plan', 'pathway-plan-ended'],
  series: ['pathway-plan', 'pathway-review', 'leaver-contact'],
}

const education: Part = {
  title: 'Education',
  types: ['education-plan', 'education-plan-rating', 'education-place'],
  series: ['education-plan-begun', 'education-plan'],
}

const parts: Partial<Readonly<Record<Role, Part>>> = {
  'looked-after-nurse': health,
  'personal-adviser': leavingCare,
  'virtual-head': education,
}

/** The part of a file that a role reads and writes; none where it has the whole, or nothing. */
export const partOf = (role: Role): Part | null => parts[role] ?? null

/** Where the file of a child begins for a role. */
export const fileAt = (role: Role, code: string): string =>
  partOf(role) === null ? `/child/${code}` : `/child/${code}/part`
