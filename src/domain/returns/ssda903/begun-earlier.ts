import { type CaseFile, foldFile } from '../../casework/file.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import { runsOn, type SpellKindCode } from '../../records/spell.ts'
import { BEGUN_EARLIER, withdrawalOf } from './make-entry.ts'
import type { PlannedFile } from './to-entries.ts'

/** The spell that an entry opens, and the facts by which it is the same spell. */
const CONTINUES: Readonly<
  Record<string, { kind: SpellKindCode; same: readonly [answer: string, fact: string] | null }>
> = {
  'became-looked-after': { kind: 'looked-after', same: null },
  'legal-status': { kind: 'legal-status', same: ['status', 'status'] },
  placement: { kind: 'placement', same: ['type', 'type'] },
  allocation: { kind: 'allocation', same: ['worker', 'worker'] },
}

/** True where a file already has what an entry says stood on its day. */
export function alreadyRuns(entry: Pick<NewEntry, 'type' | 'happened' | 'answers'>, file: CaseFile): boolean {
  const continues = CONTINUES[entry.type]
  if (!continues) return false
  const { kind, same } = continues
  return file.spells.some(
    s =>
      s.kind === kind &&
      runsOn(s, entry.happened) &&
      (same === null || s.facts[same[1]] === entry.answers[same[0]]),
  )
}

/**
 * Withdraws what an import took as begun, where the plan now shows that it had begun before: last year's return was
 * brought in after this year's.
 */
export function startsTakenBack(planned: PlannedFile, held: readonly Entry[]): NewEntry[] {
  const latest = planned.entries.at(-1)?.entry
  if (!latest) return []
  const ids = new Set(planned.entries.map(p => p.entry.id))
  const gone = new Set(held.flatMap(e => (e.type === 'withdrawal' && e.amends !== null ? [e.amends] : [])))
  const assumed = held.filter(
    e => e.source?.endsWith(BEGUN_EARLIER) && !ids.has(e.id) && !gone.has(e.id) && e.amends === null,
  )
  if (assumed.length === 0) return []
  const shown = foldFile(
    planned.subject.id,
    planned.entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 })),
  )
  return assumed
    .filter(e => alreadyRuns(e, shown))
    .map(e => withdrawalOf(e, latest, 'Another return shows that it began before this day.'))
}
