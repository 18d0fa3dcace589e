import type { CaseFile } from '../casework/file.ts'
import type { Day } from '../kernel/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import { type RelationshipKind, relationshipKinds } from '../records/types/relationship.ts'
import { inverseOf } from './inverses.ts'

/** What one record says of somebody, seen from this child's side. */
export interface Claim {
  readonly entry: string
  readonly happened: Day
  /** The id of the other child's file that says it; null where it stands on this file. */
  readonly toldBy: string | null
  readonly kind: RelationshipKind
  /** The id of the other's file, where they have one. */
  readonly person: string | null
  readonly name: string | null
  readonly sex: string | null
  readonly born: string | null
  readonly side: 'mother' | 'father' | null
  readonly agency: string | null
  readonly contact: string | null
  readonly responsibility: boolean | null
  readonly household: boolean | null
  readonly died: boolean
  readonly from: Day | null
  readonly to: Day | null
}

/** A relationship on another child's file that names this child. */
export interface Told {
  readonly entry: string
  readonly subject: string
  readonly happened: Day
  readonly answers: Answers
  /** The sex of the child on whose file it is written. */
  readonly sex: string | null
}

const words = (v: unknown): string | null => (typeof v === 'string' && v.trim() !== '' ? v.trim() : null)
const yes = (v: unknown): boolean | null => (typeof v === 'boolean' ? v : null)
const dayIn = (v: unknown): Day | null => words(v) as Day | null
const sideIn = (v: unknown) => (v === 'mother' || v === 'father' ? v : null)
const isKind = (v: unknown): v is RelationshipKind =>
  typeof v === 'string' && Object.hasOwn(relationshipKinds, v)

/** What this file itself says, in the order it happened. */
export const ownClaims = (file: CaseFile): readonly Claim[] =>
  file.happenings.flatMap(e => {
    const a = e.answers
    if (e.type !== 'relationship' || e.withdrawn || !isKind(a.kind)) return []
    return [
      {
        entry: e.id,
        happened: e.happened,
        toldBy: null,
        kind: a.kind,
        person: words(a.child),
        name: words(a.name),
        sex: words(a.sex),
        born: words(a.born),
        side: sideIn(a.side),
        agency: words(a.agency),
        contact: words(a.contact),
        responsibility: yes(a.responsibility),
        household: yes(a.household),
        died: a.died === true,
        from: dayIn(a.from),
        to: dayIn(a.to),
      },
    ]
  })

/**
 * What other files say, turned round: "sister" there is a sister here. Only what holds of both is taken over: the kind,
 * the days, whether they live together, and the parent that half-siblings share.
 */
export const toldClaims = (told: readonly Told[]): readonly Claim[] =>
  told.flatMap(t => {
    const a = t.answers
    const kind = isKind(a.kind) ? inverseOf(a.kind, t.sex) : null
    if (kind === null) return []
    return [
      {
        entry: t.entry,
        happened: t.happened,
        toldBy: t.subject,
        kind,
        person: t.subject,
        name: null,
        sex: null,
        born: null,
        side: kind === 'half-sibling' ? sideIn(a.side) : null,
        agency: null,
        contact: null,
        responsibility: null,
        household: yes(a.household),
        died: false,
        from: dayIn(a.from),
        to: dayIn(a.to),
      },
    ]
  })
