import type { Sensitivity } from '../../access/roles.ts'
import type { Instant } from '../../kernel/day.ts'
import { londonDay } from '../../kernel/london.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import type { Answers } from '../../records/kinds/field.ts'
import { knownRecordType } from '../../records/registry.ts'
import { returnId } from './name-id.ts'
import type { Row, Side } from './row.ts'

/** An entry to be written, if the file does not hold it yet. */
export interface PlannedEntry {
  readonly entry: NewEntry
  /** It says how things stood when the return's account begins, not that they began then. */
  readonly ongoing: boolean
}

/** In whose file, when and by whom entries are written. */
export interface Writer {
  readonly subject: string
  /** The child's ID in the return, from which the ids of entries are made. */
  readonly child: string
  readonly recorded: Instant
  readonly author: string
  /** "2025-26" */
  readonly yearOf: (side: Side) => string
}

/** What the return leaves out, said in the record rather than left to be guessed at. */
export const NOT_SAID = 'The return does not say.'

/** Ends the source of an entry that says how things stood when a return's account begins. */
export const BEGUN_EARLIER = ' (begun earlier)'

export type Where = Pick<Row<unknown>, 'side' | 'file' | 'line'>

/** "SSDA903 2025-26 episodes.csv line 12": where an entry came from. Rows of one year, which is that of the first. */
export function sourceOf(writer: Writer, rows: readonly Where[], more = ''): string {
  const [first] = rows
  const places = rows.map(r => `${r.file} line ${r.line}`).join('; ')
  return `SSDA903 ${first ? writer.yearOf(first.side) : ''} ${places}${more}`
}

/**
 * An entry of a record type. Its id is made of the child, the type and `key`, so the same row gives the same entry
 * whenever it is read; its other answers are no part of the id, so that a corrected row is known for the same entry.
 * @param answers without those that are blank: these are dropped
 */
export function makeEntry(
  writer: Writer,
  type: string,
  key: string,
  answers: Readonly<Record<string, unknown>>,
  source: string,
  { ongoing = false, sensitivity }: { readonly ongoing?: boolean; readonly sensitivity?: Sensitivity } = {},
): PlannedEntry {
  const declared = knownRecordType(type)
  const given: Answers = Object.fromEntries(
    Object.entries(answers).filter(([, v]) => v !== null && v !== undefined),
  )
  const happened = declared.happened(given)
  if (!happened) throw new Error(`A ${type} made from a return needs a day.`)
  const entry: NewEntry = {
    id: returnId([writer.child, type, key]),
    subject: writer.subject,
    type,
    happened,
    recorded: writer.recorded,
    author: writer.author,
    answers: given,
    amends: null,
    sensitivity: sensitivity ?? declared.sensitivity,
    source: ongoing ? `${source}${BEGUN_EARLIER}` : source,
  }
  return { entry, ongoing }
}

export const isImported = (e: Pick<Entry, 'source'>): boolean => e.source?.startsWith('SSDA903 ') ?? false

/** The collection year of the return that an entry came from, as text that sorts; blank for other entries. */
export const importedYear = (source: string | null): string =>
  /^SSDA903 (\d{4})/.exec(source ?? '')?.[1] ?? ''

/**
 * Withdraws an entry that an import supposed, and a return now shows to be otherwise.
 * @param by an entry of the plan that shows it, for who writes and when
 */
export const withdrawalOf = (e: Entry, by: NewEntry, why: string): NewEntry => ({
  ...by,
  id: returnId([e.id, 'withdrawn']),
  type: 'withdrawal',
  happened: londonDay(by.recorded),
  answers: { why },
  amends: e.id,
  sensitivity: e.sensitivity,
})
