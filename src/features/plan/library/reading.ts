import type { Entry } from '../../../domain/records/entry.ts'
import { reportShelved } from '../../../domain/records/types/library.ts'

/** What the reader was not sure of in a report, from its file. */
export function unsureOf(entries: readonly Entry[]): readonly string[] {
  const unsure = entries.find(e => e.type === reportShelved.code)?.answers.unsure
  return Array.isArray(unsure) ? unsure.filter(u => typeof u === 'string') : []
}
