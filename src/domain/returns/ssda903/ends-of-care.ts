import { type CaseFile, foldFile } from '../../casework/file.ts'
import { standing } from '../../casework/standing.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import { runsOn } from '../../records/spell.ts'
import { importedYear, isImported, withdrawalOf } from './make-entry.ts'
import { returnId } from './name-id.ts'
import type { PlannedFile } from './to-entries.ts'

type Said = Pick<Entry, 'type' | 'answers'>

const isEnd = (e: Said) => e.type === 'ceased-looked-after'
/** An end for which the return has no reason: it was supposed because no episode followed. */
const isSupposed = (e: Said) => isEnd(e) && e.answers.reason === 'NK'

const CARE = ['became-looked-after', 'legal-status', 'placement']

/** True where a plan has care running on past the day of an end; of one that was supposed, also where it has the reason. */
function knowsBetter(planned: PlannedFile, shown: CaseFile, end: Entry): boolean {
  const { happened: on } = end
  const across = shown.spells.some(
    s => s.kind === 'looked-after' && s.from < on && (s.to === null || s.to > on),
  )
  if (across || !isSupposed(end)) return across
  const ongoing = new Set(planned.entries.flatMap(p => (p.ongoing ? [p.entry.id] : [])))
  return (
    planned.entries.some(p => isEnd(p.entry) && !isSupposed(p.entry) && p.entry.happened === on) ||
    shown.spells.some(s => s.kind === 'looked-after' && runsOn(s, on) && ongoing.has(s.openedBy))
  )
}

/**
 * Withdraws the ends of care that an import wrote, where a return of that year or a later one shows that care went on,
 * or why an end that was only supposed came about. What a worker has put right is left alone.
 * @param held the file's entries, in order of `seq`
 */
export function endsTakenBack(planned: PlannedFile, held: readonly Entry[]): NewEntry[] {
  const latest = planned.entries.at(-1)?.entry
  if (!latest) return []
  const ids = new Set(planned.entries.map(p => p.entry.id))
  const years = planned.entries.map(p => importedYear(p.entry.source)).sort()
  const year = years.at(-1) ?? ''
  const ends = standing(held).filter(
    e =>
      !e.withdrawn &&
      isEnd(e) &&
      !ids.has(e.id) &&
      isImported(e) &&
      e.amendments.every(isImported) &&
      importedYear(e.source) <= year,
  )
  if (ends.length === 0) return []
  const shown = foldFile(
    planned.subject.id,
    planned.entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 })),
  )
  return ends
    .filter(e => knowsBetter(planned, shown, e))
    .map(e =>
      withdrawalOf(e, latest, 'Another return shows that care went on after this day, or why it ended.'),
    )
}

/**
 * A plan in which an end of care that was taken back, and that a return of that year or a later one says again, has an
 * id of its own: a withdrawn entry can't be brought back.
 */
export function saidAgain(planned: PlannedFile, held: readonly Entry[]): PlannedFile {
  const takenBack = new Map(held.flatMap(e => (e.type === 'withdrawal' && e.amends ? [[e.amends, e]] : [])))
  const standsFor = (entry: NewEntry): NewEntry => {
    const gone = takenBack.get(entry.id)
    return gone && isImported(gone) && importedYear(entry.source) >= importedYear(gone.source)
      ? standsFor({ ...entry, id: returnId([entry.id, 'again']) })
      : entry
  }
  return {
    ...planned,
    entries: planned.entries.map(p => (isEnd(p.entry) ? { ...p, entry: standsFor(p.entry) } : p)),
  }
}

/** True where a later return has care begun by the day of an end, and not ended by it. */
function runsInLaterReturn(end: NewEntry, planned: ReadonlySet<string>, file: CaseFile): boolean {
  const later = file.happenings.filter(
    e => !e.withdrawn && importedYear(e.source) > importedYear(end.source) && e.happened <= end.happened,
  )
  const begun = later.filter(e => CARE.includes(e.type) && !planned.has(e.id)).at(-1)
  return begun !== undefined && !later.some(e => isEnd(e) && e.happened >= begun.happened)
}

/**
 * True where an end of care should not be written in a file that knows more: a later return has care running on, or
 * care began again there on that day, and the end, written after it, would close what began. An end that is only
 * supposed gives way to anything of care that began that day, and to an end that is there already.
 * @param at the place of the end among the planned entries
 */
export function endIsPast({ entries }: PlannedFile, at: number, file: CaseFile): boolean {
  const end = entries[at]?.entry
  if (!end || !isEnd(end)) return false
  const supposed = isSupposed(end)
  const before = new Set(entries.slice(0, at).map(p => p.entry.id))
  const begins = supposed ? CARE : CARE.slice(0, 1)
  return (
    runsInLaterReturn(end, new Set(entries.map(p => p.entry.id)), file) ||
    file.happenings.some(
      e => e.happened === end.happened && !e.withdrawn && begins.includes(e.type) && !before.has(e.id),
    ) ||
    (supposed && file.spells.some(s => s.kind === 'looked-after' && s.to === end.happened))
  )
}
