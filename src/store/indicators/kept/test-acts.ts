import { given } from '../../../../test/support/given.ts'
import { instantAt } from '../../../domain/kernel/london.ts'
import type { NewEntry } from '../../../domain/records/entry.ts'
import type { Written } from '../random-files.ts'

interface Act {
  readonly entry: NewEntry
  /** What was done about it afterwards. */
  readonly later: readonly NewEntry[]
}

/** For tests: what is written in a file, each record with what was done about it later. */
export function actsOf(subject: string, written: readonly Written[]): readonly Act[] {
  return written.map(({ type, answers, after }) => {
    const entry = given(subject, type, answers)
    const more = { amends: entry.id }
    if (after === 'stands') return { entry, later: [] }
    if (typeof after === 'object' && 'signed' in after) {
      const recorded = instantAt(after.signed, '12:00')
      const signature = given(subject, 'signature', {}, { ...more, recorded })
      return { entry, later: [{ ...signature, happened: after.signed }] }
    }
    const later =
      after === 'withdrawn'
        ? given(subject, 'withdrawal', { why: 'Not so.' }, more)
        : given(subject, 'amendment', { why: 'A slip.', becomes: after.becomes }, more)
    return { entry, later: [later] }
  })
}

/** For tests: the same, a write each: the record by itself, and what was done about it when others were written. */
export const acts = (subject: string, written: readonly Written[]): readonly (readonly NewEntry[])[] => {
  const all = actsOf(subject, written)
  return [...all.map(a => [a.entry]), ...all.map(a => a.later).filter(later => later.length > 0)]
}
