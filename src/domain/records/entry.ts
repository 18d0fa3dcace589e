import type { Sensitivity } from '../access/roles.ts'
import type { Day, Instant } from '../kernel/day.ts'
import type { Answers } from './kinds/field.ts'

/** What a file can be about. */
export const subjectKinds = {
  child: 'Child',
  worker: 'Member of staff',
  contact: 'Contact',
  service: 'Service',
  inspection: 'Inspection',
  action: 'Improvement action',
  risk: 'Risk',
  sample: 'Sample of case files',
  audit: 'Audit',
  observation: 'Observation of practice',
  'practice-week': 'Practice week',
  'section-11': 'Section 11 round',
  'agency-audit': 'Section 11 answer of an agency',
  board: 'Board',
  paper: 'Paper',
  visit: 'Inspectors’ visit',
  library: 'Published report',
  'access-request': 'Request for a file',
  hold: 'Legal hold',
  disposal: 'Disposal',
  allegation: 'Allegation against an adult',
  'allegation-hold': 'Legal hold on an allegation',
  'allegation-disposal': 'Disposal of an allegation',
  authority: 'The authority',
} as const
export type SubjectKind = keyof typeof subjectKinds

/** What is written of an allegation stands in no table that others search: see docs/decisions/0040 and 0045. */
export const apart: ReadonlySet<SubjectKind> = new Set([
  'allegation',
  'allegation-hold',
  'allegation-disposal',
])

/** The author of what came from outside, on a page that needs no account. */
export const OUTSIDE = '00000000-0000-0000-0000-000000000000'

/** One thing that happened or was decided, as it was written. Never changed: see `amends`. */
export interface Entry {
  /** UUIDv7. Made when the form is opened, so that the same form sent twice is one entry. */
  readonly id: string
  readonly subject: string
  /** Its place in the subject's file: 1, 2, 3 … */
  readonly seq: number
  readonly type: string
  readonly happened: Day
  readonly recorded: Instant
  /** The id of the member of staff who wrote it. */
  readonly author: string
  readonly answers: Answers
  /** The entry that this one corrects, signs or explains. */
  readonly amends: string | null
  readonly sensitivity: Sensitivity
  /** Where it came from, when not from a person's form: "SSDA903 2025-26 episodes.csv line 12". */
  readonly source: string | null
}

/** An entry to be written: the ledger gives it its place in the file, and its link in the chain. */
export type NewEntry = Omit<Entry, 'seq'>

/** A file to be started. `code` is what people call it by: a child's ID of letters and digits, at most ten. */
export interface NewSubject {
  readonly id: string
  readonly kind: SubjectKind
  readonly code: string
}

/** An entry as it stands after its amendments: what the product reads. */
export interface Standing extends Entry {
  /** The amendments in order; the last one's answers are the ones above. */
  readonly amendments: readonly Entry[]
  /** Withdrawn by an amendment: kept, shown struck out, counted nowhere. */
  readonly withdrawn: boolean
  readonly signedBy: Entry | null
  /** Sent back by a manager, with reasons, and not changed since. */
  readonly sentBack: Entry | null
  /** Whether it stands in the chronology, where a person chose otherwise than its type does. */
  readonly chosen: Entry | null
}
