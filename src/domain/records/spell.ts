import type { Day } from '../kernel/day.ts'

interface SpellKind {
  readonly title: string
  /** It can't outlive this one: a placement ends when the child stops being looked after. */
  readonly within?: string
}

/** The things that last. */
export const spellKinds = {
  referral: { title: 'Referral being decided' },
  allocation: { title: 'Allocated' },
  /** Folded from the others: see `casework/unheld.ts`. */
  'without-worker': { title: 'Without a worker' },
  'protection-plan': { title: 'Child protection plan' },
  'looked-after': { title: 'Looked after' },
  placement: { title: 'Placement', within: 'looked-after' },
  'placement-arranged': { title: 'Placement arranged with a carer' },
  'legal-status': { title: 'Legal status', within: 'looked-after' },
  'leaving-care': { title: 'Pathway plan' },
  missing: { title: 'Missing' },
  'private-fostering': { title: 'Privately fostered' },
  restriction: { title: 'Restricted file' },
  'in-need': { title: 'Open to children’s social care' },
  assessment: { title: 'Assessment', within: 'in-need' },
  'need-plan': { title: 'Child in need plan', within: 'in-need' },
  enquiry: { title: 'Section 47 enquiry', within: 'in-need' },
  'pre-proceedings': { title: 'Pre-proceedings', within: 'in-need' },
  'early-help': { title: 'Early help' },
  merged: { title: 'Read as part of another file' },
  contact: { title: 'Contact waiting for a decision' },
  'contact-reply': { title: 'Referrer waiting to hear' },
  said: { title: 'The young person waits for an answer' },
  'own-file': { title: 'Account of a young person' },
  practising: { title: 'Practising social worker' },
  cover: { title: 'Covered by a colleague' },
  sampled: { title: 'File given to an auditor or inspector' },
  'audit-task': { title: 'Waits for somebody after an audit' },
  admitted: { title: 'Inspector let in' },
  'access-request': { title: 'Request for a file' },
  'access-extended': { title: 'Request for a file, time extended' },
  'allegation-known': { title: 'Allegation known, and the designated officer not told' },
  allegation: { title: 'Allegation against an adult' },
  'allegation-managed': { title: 'Allegation that meets the threshold', within: 'allegation' },
} as const satisfies Readonly<Record<string, SpellKind>>
export type SpellKindCode = keyof typeof spellKinds

/** Small facts of a spell that lists and indicators ask about. */
export type SpellFacts = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/**
 * A change that an entry makes. Opening a spell closes the open one of the same kind and `key` (a new placement ends
 * the last); different keys run side by side (a social worker and a reviewing officer are both allocated).
 * With `keeps`, one that is open already with the same facts goes on. With `since`, it counts from the first day of the
 * open spell of that kind: a child is open to social care from the referral, not from its acceptance.
 */
export type SpellChange =
  | {
      readonly opens: SpellKindCode
      readonly key?: string
      readonly facts?: SpellFacts
      readonly on?: Day
      readonly keeps?: true
      readonly since?: SpellKindCode
    }
  | { readonly closes: SpellKindCode; readonly key?: string; readonly facts?: SpellFacts; readonly on?: Day }

/** Something that lasted, from its first day; `to` is the day it was over, and no part of it. */
export interface Spell {
  readonly subject: string
  readonly kind: SpellKindCode
  readonly key: string
  readonly from: Day
  readonly to: Day | null
  readonly facts: SpellFacts
  readonly openedBy: string
  readonly closedBy: string | null
}

/** True where the spell ran on a day. */
export const runsOn = (s: Pick<Spell, 'from' | 'to'>, on: Day): boolean =>
  s.from <= on && (s.to === null || s.to > on)
