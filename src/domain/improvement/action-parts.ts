import type { Day } from '../kernel/day.ts'

export const EVIDENCE_KINDS = {
  audit: 'Audit',
  data: 'Figures',
  voice: 'What children and families say',
  observation: 'Seen in practice',
  document: 'Document',
} as const
export type EvidenceKind = keyof typeof EVIDENCE_KINDS

export const EVIDENCE_QUALITIES = { strong: 'Strong', partial: 'Partial', weak: 'Weak' } as const
export type EvidenceQuality = keyof typeof EVIDENCE_QUALITIES

/** Something that shows what was done or what came of it, and how far it can be relied on. */
export interface Evidence {
  readonly id: string
  readonly kind: EvidenceKind
  readonly what: string
  readonly quality: EvidenceQuality
  readonly why: string
  readonly on: Day
  readonly by: string
  readonly link?: string
  /** Files kept with the action, as a `documents` field holds them. */
  readonly documents: readonly string[]
}

/** What stands in the way. */
export interface Barrier {
  readonly id: string
  readonly what: string
  readonly on: Day
  readonly by: string
  /** Who is to clear it. */
  readonly who?: string
  readonly cleared?: { readonly on: Day; readonly by: string; readonly how: string }
}

/** A question that somebody put to the action, and what was answered. */
export interface Challenge {
  readonly id: string
  readonly question: string
  readonly askedBy: string
  readonly board?: string
  readonly on: Day
  readonly by: string
  readonly answers: readonly { readonly on: Day; readonly by: string; readonly text: string }[]
}

export interface BoardDecision {
  readonly id: string
  readonly board: string
  readonly decision: string
  readonly on: Day
  readonly by: string
}

/** A proposal to close, and what somebody else decided. */
export interface Closure {
  readonly id: string
  readonly on: Day
  readonly by: string
  readonly why: string
  readonly decided?: {
    readonly agreed: boolean
    readonly on: Day
    readonly by: string
    readonly why: string
    readonly retest?: Day
  }
}

/** A look, some time after closing, at whether it still holds; and where it did not, or somebody opened it, an opening again. */
export interface Retest {
  readonly id: string
  readonly on: Day
  readonly by: string
  readonly stands: boolean
  readonly why: string
  readonly next?: Day
}

/** Open barriers, and questions nobody has answered. */
export const openBarriers = (list: readonly Barrier[]): readonly Barrier[] => list.filter(b => !b.cleared)
export const unanswered = (list: readonly Challenge[]): readonly Challenge[] =>
  list.filter(c => c.answers.length === 0)
