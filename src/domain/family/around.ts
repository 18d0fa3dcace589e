import type { CaseFile } from '../casework/file.ts'
import { nowOf, spellWords } from '../casework/now.ts'
import { earlyHelpOn } from '../early-help/lasting.ts'
import type { Day } from '../kernel/day.ts'
import type { Spell } from '../records/spell.ts'
import type { Relative } from './relatives.ts'

/** Somebody who works with the child or cares for them, and how to reach them. */
export interface Around {
  readonly what: string
  readonly name: string
  readonly where: string
  readonly reach: string | null
  readonly since: Day | null
  /** The entry on this file that says so. */
  readonly entry: string | null
}

/** A member of staff, as far as others need to reach them. */
export interface StaffReach {
  readonly name: string
  readonly reach: string | null
}

const held = (s: Spell | null, what: string, staff: ReadonlyMap<string, StaffReach>): readonly Around[] => {
  if (s === null) return []
  const found = typeof s.facts.worker === 'string' ? staff.get(s.facts.worker) : undefined
  return [
    {
      what,
      name: found?.name ?? 'Somebody who has left',
      where: spellWords(s),
      reach: found?.reach ?? null,
      since: s.from,
      entry: s.openedBy,
    },
  ]
}

/**
 * The professionals around a child on a day: the allocated worker and reviewing officer, the lead professional of early
 * help, carers, and those whom the file names. Ended ones are left out.
 * @param staff by the id of their file
 */
export function aroundChild(
  file: CaseFile,
  relatives: readonly Relative[],
  staff: ReadonlyMap<string, StaffReach>,
  on: Day,
): readonly Around[] {
  const now = nowOf(file, on)
  const help = earlyHelpOn(file, on)
  const carer =
    now.placement && typeof now.placement.facts.carer === 'string' ? now.placement.facts.carer : null
  const named = relatives.filter(r => !r.ended && (r.kind === 'professional' || r.kind === 'carer'))
  const told = named.some(r => r.kind === 'carer' && r.name === carer)
  return [
    ...held(now.worker, 'Allocated worker', staff),
    ...held(now.reviewing, 'Reviewing officer', staff),
    ...(help
      ? [
          {
            what: 'Lead professional, early help',
            name: help.lead ?? 'Nobody named',
            where: help.agency,
            reach: help.reach,
            since: help.since,
            entry: null,
          },
        ]
      : []),
    ...(now.placement && carer !== null && !told
      ? [
          {
            what: 'Carer',
            name: carer,
            where: spellWords(now.placement),
            reach: null,
            since: now.placement.from,
            entry: now.placement.openedBy,
          },
        ]
      : []),
    ...named.map(r => ({
      what: r.title,
      name: r.name,
      where: r.agency ?? '',
      reach: r.contact,
      since: r.from,
      entry: r.claims.find(c => c.toldBy === null)?.entry ?? null,
    })),
  ]
}

/** Where a looked after child lives on a day, for the picture; null where the file says of no placement. */
export function placeOf(file: CaseFile, on: Day) {
  const { placement } = nowOf(file, on)
  if (placement === null) return null
  const carer = typeof placement.facts.carer === 'string' ? placement.facts.carer : null
  return { key: placement.openedBy, words: spellWords(placement).split(', '), carer }
}
