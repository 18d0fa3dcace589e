import type { Allegation } from '../allegations/allegation.ts'
import type { CaseFile } from '../casework/file.ts'
import { addMonths, ageOn, type Day, later, longDay } from '../kernel/day.ts'
import type { SpellKindCode } from '../records/spell.ts'
import { type FileSort, type RetentionRow, retentionRows } from './retention-table.ts'

/** What keeps a file open: while any of these lasts, no time runs. */
export const keepsOpen: readonly SpellKindCode[] = [
  'referral',
  'in-need',
  'looked-after',
  'protection-plan',
  'private-fostering',
  'early-help',
  'missing',
  'allocation',
]

/** How long one file is kept, and why. */
export type Retention =
  | { readonly is: 'open'; readonly because: string }
  /** What it is counted from is not known: somebody must find it out. */
  | { readonly is: 'unknown'; readonly because: string }
  | {
      /** `until` is the last day it must be kept. */
      readonly is: 'kept' | 'due'
      readonly until: Day
      readonly row: RetentionRow
      readonly because: string
    }

const ADOPTED: ReadonlySet<unknown> = new Set(['E11', 'E12'])
const IN_NEED: ReadonlySet<SpellKindCode> = new Set(['in-need', 'protection-plan', 'need-plan', 'enquiry'])

const adoptedOn = (file: CaseFile): Day | null =>
  file.spells.find(s => s.kind === 'looked-after' && s.to !== null && ADOPTED.has(s.facts.ceased))?.to ?? null

/** When the child died, where the record says so: as the reason of closing, or of leaving care. */
function diedOn(file: CaseFile): Day | null {
  for (const e of file.happenings) {
    if (e.withdrawn) continue
    if (e.type === 'case-closed' && e.answers.reason === 'RC2')
      return typeof e.answers.diedOn === 'string' ? (e.answers.diedOn as Day) : e.happened
    if (e.type === 'ceased-looked-after' && e.answers.reason === 'E2') return e.happened
  }
  return null
}

function sortOf(file: CaseFile): FileSort {
  if (adoptedOn(file) !== null) return 'adopted'
  if (file.spells.some(s => s.kind === 'looked-after')) return 'looked-after'
  return file.spells.some(s => IN_NEED.has(s.kind)) ? 'in-need' : 'known'
}

/** The day of the last thing that ended or happened. */
const closedOn = (file: CaseFile): Day | undefined =>
  [...file.spells.map(s => s.to ?? s.from), ...file.happenings.map(e => e.happened)].toSorted().at(-1)

interface Facts {
  readonly birth: Day | null
  readonly death: Day | null
  readonly adoption: Day | null
  readonly closure: Day
}

function startOf(row: RetentionRow, facts: Facts): Day | null {
  if (row.from === 'birth' || row.from === 'adoption' || row.from === 'closure') return facts[row.from]
  if (row.from !== 'death' || facts.death === null) return null
  return facts.birth !== null && ageOn(facts.birth, facts.death) >= 18 ? null : facts.death
}

const years = (from: Day, n: number): Day => addMonths(from, n * 12)

const governing = (sort: FileSort, from: RetentionRow['from']): RetentionRow => {
  const row = retentionRows.find(r => r.sort === sort && r.from === from)
  if (!row) throw new Error(`No rule says how long this is kept: ${sort}, counted from ${from}`)
  return row
}

/** What of an allegation says how long it is kept: `closed` is null while it is open. */
type KeptAllegation = Pick<Allegation, 'received' | 'born' | 'closed'>

/** The day up to which an allegation is kept whoever it is about: before it nobody need ask for a date of birth. */
export const allegationLeast = (received: Day): Day =>
  years(received, governing('allegation', 'allegation').years)

/**
 * How long the file of an allegation is kept: so many years from it, or to the pension age of the adult. Without a date
 * of birth nobody can say, and nothing is due; nor is what is open, or was taken up again.
 * @param on the day on which it is asked: the day after `until` it is due
 */
export function retentionOfAllegation({ received, born, closed }: KeptAllegation, on: Day): Retention {
  const row = governing('allegation', 'allegation')
  if (born === null)
    return {
      is: 'unknown',
      because: `${row.title}. No date of birth is written, and pension age is counted from it. Find it out and correct the details.`,
    }
  const until = later(allegationLeast(received), years(born, row.leastAge ?? 0))
  if (on > until && closed === null)
    return { is: 'open', because: `${row.title}. That time is over, and the allegation is open: it is kept.` }
  return { is: on > until ? 'due' : 'kept', until, row, because: `${row.title}. ${row.source}.` }
}

const FROM = { birth: 'born', death: 'died', adoption: 'adopted', closure: 'closed' } as const

function why(row: RetentionRow, start: Day, closed: Day): string {
  const from = row.from === 'allegation' || row.from === 'approval-ended' ? 'closure' : row.from
  const least = row.leastYears === undefined ? '' : `, file closed ${longDay(closed)}`
  return `${row.title} (${FROM[from]} ${longDay(start)}${least}). ${row.source}.`
}

/**
 * How long a child’s file is kept, and why: the first row that fits its sort and has something to count from.
 * @param on the day on which it is asked: the day after `until` it is due
 */
export function retentionOf(file: CaseFile, on: Day): Retention {
  const open = file.spells.find(s => s.to === null && keepsOpen.includes(s.kind))
  if (open) return { is: 'open', because: 'Work with this child goes on.' }
  const closure = closedOn(file)
  if (closure === undefined) return { is: 'unknown', because: 'Nothing is written in this file.' }
  const facts = { birth: file.person.born, death: diedOn(file), adoption: adoptedOn(file), closure }
  const sort = sortOf(file)
  for (const row of retentionRows) {
    if (row.sort !== sort) continue
    const start = startOf(row, facts)
    if (start === null) continue
    if ((row.inForce !== null && start < row.inForce) || (row.until !== null && start >= row.until)) continue
    const counted = years(start, row.years)
    const until = row.leastYears === undefined ? counted : later(counted, years(closure, row.leastYears))
    return { is: on > until ? 'due' : 'kept', until, row, because: why(row, start, closure) }
  }
  return {
    is: 'unknown',
    because: 'No date of birth is written, and the time is counted from it. Find it out and record it.',
  }
}
