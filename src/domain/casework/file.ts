import type { Day, Instant } from '../kernel/day.ts'
import type { Entry, Standing } from '../records/entry.ts'
import type { Spell } from '../records/spell.ts'
import { type Person, person } from './person.ts'
import { spells } from './spells.ts'
import { standing } from './standing.ts'
import { withoutWorker } from './unheld.ts'

/** A file as folded from its entries. */
export interface CaseFile {
  readonly subject: string
  readonly person: Person
  readonly happenings: readonly Standing[]
  readonly spells: readonly Spell[]
}

/** Folds one subject's entries, given in order of `seq`. */
export function foldFile(subject: string, entries: readonly Entry[]): CaseFile {
  const happenings = standing(entries)
  const lasted = spells(subject, happenings)
  return {
    subject,
    person: person(happenings, subject),
    happenings,
    spells: [...lasted, ...withoutWorker(subject, lasted)],
  }
}

/** What was in the ledger at a moment: fold these, and the file is as it was *known on* that moment. */
export const knownOn = (entries: readonly Entry[], at: Instant): readonly Entry[] =>
  entries.filter(e => e.recorded <= at)

/** What had happened by a day, as known now: fold these, and the file is as it was *true on* that day. */
export function trueOn(file: CaseFile, on: Day): CaseFile {
  return {
    ...file,
    happenings: file.happenings.filter(e => e.happened <= on),
    spells: file.spells
      .filter(s => s.from <= on)
      .map(s => (s.to !== null && s.to > on ? { ...s, to: null, closedBy: null } : s)),
  }
}
