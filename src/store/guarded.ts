import type { Entry, NewEntry } from '../domain/records/entry.ts'
import { type Faults, type Typed, textOf } from '../domain/records/parse.ts'
import type { Db } from './connection.ts'
import { isId } from './ids.ts'
import { append, holdFile, readEntries } from './ledger.ts'
import type { Subject } from './project.ts'
import { entryFaults } from './queries/workload-check.ts'

/** What came of trying to write. */
export type Written =
  | { readonly done: string }
  /** The same form came before: what it wrote stands, and nothing is written twice. */
  | { readonly before: string }
  /** Somebody wrote the same thing while this form was open. */
  | { readonly theirs: readonly Entry[]; readonly seq: number }
  /** The file as it stands now does not bear it. */
  | { readonly faults: Faults }
  | { readonly broken: string }

export const BROKEN =
  'This form was not whole when it came. Copy what you typed, open the page again and send it from there.'

interface Guard {
  /** Entries by others since the form was opened that make it stale. */
  readonly stale: (e: Entry) => boolean
  /** What is wrong with it beside all that the file holds. */
  readonly faults?: (entries: readonly Entry[]) => Faults
}

/**
 * Adds one entry from a form: once, however often it is sent, and never over the head of another writer. The form
 * carries the id of its entry (`_entry`), how far the file went when it was opened (`_basis`), and, where the writer
 * has seen what another wrote meanwhile and sends theirs all the same, how far they saw (`_seen`).
 */
export async function writeOnce(
  tx: Db,
  subject: Subject,
  typed: Typed,
  entry: Omit<NewEntry, 'id' | 'subject'>,
  { stale, faults }: Guard,
): Promise<Written> {
  const id = textOf(typed, '_entry')
  const basis = Number(textOf(typed, '_basis') || Number.NaN)
  if (!isId(id) || !Number.isInteger(basis)) return { broken: BROKEN }
  await holdFile(tx, subject.id)
  const entries = await readEntries(tx, subject.id)
  if (entries.some(e => e.id === id)) return { before: id }
  const theirs = entries.filter(e => e.seq > basis && e.author !== entry.author && stale(e))
  const last = theirs.at(-1)
  if (last && last.seq > Number(textOf(typed, '_seen') || '0')) return { theirs, seq: last.seq }
  const wrong = { ...faults?.(entries), ...(await entryFaults(tx, entry, subject.id)) }
  if (Object.keys(wrong).length > 0) return { faults: wrong }
  await append(tx, subject, [{ ...entry, id, subject: subject.id }])
  return { done: id }
}
