import type { Day, Instant } from '../domain/kernel/day.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import type { RecordType } from '../domain/records/record-type.ts'
import { newId } from './ids.ts'

interface Asking {
  readonly viewer: { readonly id: string }
  readonly now: Instant
  readonly today: Day
}

/** An entry by whoever sends a form. @param amends the entry it is about, where it is about one */
export const entryBy = (
  { viewer, now, today }: Asking,
  subject: string,
  type: RecordType,
  answers: Answers,
  amends?: string,
): NewEntry => newEntry({ id: newId(now), subject, type, answers, author: viewer.id, now, today, amends })
