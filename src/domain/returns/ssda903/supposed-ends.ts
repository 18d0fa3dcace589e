import { type CaseFile, foldFile } from '../../casework/file.ts'
import { standing } from '../../casework/standing.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import { runsOn } from '../../records/spell.ts'
import { importedYear, type PlannedEntry, withdrawalOf } from './make-entry.ts'
import type { PlannedFile } from './to-entries.ts'

type Said = Pick<Entry, 'type' | 'answers'>

const isEnd = (e: Said) => e.type === 'ceased-looked-after'
/** An end for which the return has no reason: it was supposed because no episode followed. */
const isSupposed = (e: Said) => isEnd(e) && e.answers.reason === 'NK'

const CARE = ['became-looked-after', 'legal-status', 'placement']

/** True where a plan has care running on past the day of an end that was supposed, or a reason for it. */
function knowsBetter(planned: PlannedFile, shown: CaseFile, { happened }: Entry): boolean {
  const ongoing = new Set(planned.entries.flatMap(p => (p.ongoing ? [p.entry.id] : [])))
  return (
    planned.entries.some(p => isEnd(p.entry) && !isSupposed(p.entry) && p.entry.happened === happened) ||
    shown.spells.some(
      s => s.kind === 'looked-after' && runsOn(s, happened) && (s.from < happened || ongoing.has(s.openedBy)),
    )
  )
}

/**
 * Withdraws the ends of care that an import supposed, where a return of that year or a later one shows that care went
 * on, or why it ended.
 * @param held the file's entries, in order of `seq`
 */
export function endsTakenBack(planned: PlannedFile, held: readonly Entry[]): NewEntry[] {
  const latest = planned.entries.at(-1)?.entry
  if (!latest) return []
  const ids = new Set(planned.entries.map(p => p.entry.id))
  const year = planned.entries
    .map(p => importedYear(p.entry.source))
    .sort()
    .at(-1)
  const supposed = standing(held).filter(
    e =>
      !e.withdrawn &&
      isSupposed(e) &&
      e.source !== null &&
      !ids.has(e.id) &&
      importedYear(e.source) <= (year ?? ''),
  )
  if (supposed.length === 0) return []
  const shown = foldFile(
    planned.subject.id,
    planned.entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 })),
  )
  return supposed
    .filter(e => knowsBetter(planned, shown, e))
    .map(e =>
      withdrawalOf(e, latest, 'Another return shows that care went on after this day, or why it ended.'),
    )
}

/**
 * True where an end of care should not be written in a file that knows more: care began again there on that day, and
 * the end, written after it, would close what began. An end that is only supposed gives way to anything of care that
 * began that day, and to an end that is there already.
 * @param before the planned entries that come before the end
 */
export function endIsPast(end: NewEntry, before: readonly PlannedEntry[], file: CaseFile): boolean {
  if (!isEnd(end)) return false
  const supposed = isSupposed(end)
  const own = new Set(before.map(p => p.entry.id))
  const begins = supposed ? CARE : CARE.slice(0, 1)
  return (
    file.happenings.some(
      e => e.happened === end.happened && !e.withdrawn && begins.includes(e.type) && !own.has(e.id),
    ) ||
    (supposed && file.spells.some(s => s.kind === 'looked-after' && s.to === end.happened))
  )
}
