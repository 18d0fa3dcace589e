import type { Sensitivity } from '../access/roles.ts'
import type { Day, Instant } from '../kernel/day.ts'
import type { NewEntry } from './entry.ts'
import type { Answers } from './kinds/field.ts'
import type { RecordType } from './record-type.ts'

interface Said {
  readonly id: string
  readonly subject: string
  readonly type: RecordType
  readonly answers: Answers
  readonly author: string
  readonly now: Instant
  /** When it happened, where its answers do not say. */
  readonly today: Day
  readonly amends?: string | undefined
  readonly sensitivity?: Sensitivity
  readonly source?: string
}

/** An entry from its answers: its type says when it happened, and how closely it is held where nobody says otherwise. */
export const newEntry = ({
  id,
  subject,
  type,
  answers,
  author,
  now,
  today,
  amends,
  sensitivity,
  source,
}: Said): NewEntry => ({
  id,
  subject,
  type: type.code,
  happened: type.happened(answers) ?? today,
  recorded: now,
  author,
  answers,
  amends: amends ?? null,
  sensitivity: sensitivity ?? type.sensitivity,
  source: source ?? null,
})
