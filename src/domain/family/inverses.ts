import type { RelationshipKind } from '../records/types/relationship.ts'

/** What somebody is to the other when the other is this to them. A parent's word goes by the parent's sex. */
interface Inverse {
  readonly F: RelationshipKind
  readonly M: RelationshipKind
  readonly U: RelationshipKind
}

const whatever = (kind: RelationshipKind): Inverse => ({ F: kind, M: kind, U: kind })
const parent: Inverse = { F: 'mother', M: 'father', U: 'parent' }

/**
 * The table of inverses: the key is what the other is to the child in whose file it is written, the value what that
 * child is to the other, by the child's own sex. Without an inverse the other has no file that could show one.
 */
export const inverses: Readonly<Record<RelationshipKind, Inverse | null>> = {
  mother: whatever('child'),
  father: whatever('child'),
  parent: whatever('child'),
  'step-parent': whatever('relative'),
  sibling: whatever('sibling'),
  'half-sibling': whatever('half-sibling'),
  'step-sibling': whatever('step-sibling'),
  grandparent: whatever('relative'),
  relative: whatever('relative'),
  partner: whatever('partner'),
  child: parent,
  carer: whatever('cared-for'),
  'cared-for': whatever('carer'),
  professional: null,
  other: whatever('other'),
}

/**
 * What the writer's child is to the other.
 * @param kind what the other is to the writer's child
 * @param sex of the writer's child: F, M, or anything else where it is not known
 */
export function inverseOf(kind: RelationshipKind, sex: string | null): RelationshipKind | null {
  const by = inverses[kind]
  if (by === null) return null
  return sex === 'F' ? by.F : sex === 'M' ? by.M : by.U
}

const PARENTS: ReadonlySet<RelationshipKind> = new Set(['mother', 'father', 'parent'])

/** True where two say the same of somebody, one perhaps less exactly: a parent may turn out to be the mother. */
export const agree = (a: RelationshipKind, b: RelationshipKind): boolean =>
  a === b || (PARENTS.has(a) && PARENTS.has(b) && (a === 'parent' || b === 'parent'))

const WORDS: Readonly<Partial<Record<RelationshipKind, { readonly F: string; readonly M: string }>>> = {
  parent: { F: 'Mother', M: 'Father' },
  'step-parent': { F: 'Step-mother or parent’s partner', M: 'Step-father or parent’s partner' },
  sibling: { F: 'Sister', M: 'Brother' },
  'half-sibling': { F: 'Half-sister', M: 'Half-brother' },
  'step-sibling': { F: 'Step-sister', M: 'Step-brother' },
  grandparent: { F: 'Grandmother', M: 'Grandfather' },
  child: { F: 'Their own daughter', M: 'Their own son' },
}

/** The kind in words, as exact as the sex of the other lets it be; undefined where no one word does it. */
export function exactWord(kind: RelationshipKind, sex: string | null): string | undefined {
  return sex === 'F' || sex === 'M' ? WORDS[kind]?.[sex] : undefined
}
