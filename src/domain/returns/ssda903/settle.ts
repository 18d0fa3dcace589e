import { type CaseFile, foldFile } from '../../casework/file.ts'
import { type Day, parseDay } from '../../kernel/day.ts'
import type { Entry, NewEntry, NewSubject } from '../../records/entry.ts'
import { alreadyRuns, startsTakenBack } from './begun-earlier.ts'
import { correction } from './correct.ts'
import { endIsPast, endsTakenBack, saidAgain } from './ends-of-care.ts'
import type { PlannedEntry } from './make-entry.ts'
import type { ImportPlan } from './plan.ts'
import { contents } from './row.ts'
import type { PlannedFile } from './to-entries.ts'

/** What is left to write once what the ledger holds is taken off. */
export interface Settled {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
  /** Entries that the ledger holds already. */
  readonly held: number
  /** Among `entries`, those that correct one already held, because the row has changed since. */
  readonly corrected: number
  /** Children with a file here whose birth is another: a correction, or two children under one ID. Look before writing. */
  readonly clashes: readonly Clash[]
}

export interface Clash {
  readonly code: string
  readonly here: Day
  readonly inReturn: Day
}

type Verdict = { readonly write: NewEntry; readonly corrects: boolean } | null

/** One planned entry beside what a file holds: null where nothing is to be written. */
function judge(
  { entry, ongoing }: PlannedEntry,
  isPast: () => boolean,
  held: readonly Entry[],
  file: CaseFile,
): Verdict {
  // A worker's file needs starting once: the return knows no more of them than a number.
  if (entry.type === 'staff-details' && held.some(e => e.type === 'staff-details')) return null
  const root = held.find(e => e.id === entry.id)
  if (root) {
    const write = correction(root, entry, held)
    return write && { write, corrects: true }
  }
  const fresh = { write: entry, corrects: false }
  if (entry.type === 'person-details') return details(entry, file)
  if (isPast()) return null
  if (!ongoing) return fresh
  return alreadyRuns(entry, file) ? null : fresh
}

/** Details are written in whole, so what the return does not know (a name) is carried over from what is held. */
function details(entry: NewEntry, file: CaseFile): Verdict {
  const last = file.happenings.findLast(
    e => e.type === 'person-details' && !e.withdrawn && e.happened <= entry.happened,
  )
  const answers = { ...last?.answers, ...entry.answers }
  const same = last && contents({ ...last.answers, asOf: '' }) === contents({ ...answers, asOf: '' })
  return same ? null : { write: { ...entry, answers }, corrects: false }
}

function settleFile(
  inReturn: PlannedFile,
  held: readonly Entry[],
): { entries: NewEntry[]; held: number; corrected: number } {
  if (held.length === 0) return { entries: inReturn.entries.map(p => p.entry), held: 0, corrected: 0 }
  const planned = saidAgain(inReturn, held)
  const withdrawn = [...startsTakenBack(planned, held), ...endsTakenBack(planned, held)]
  const file = foldFile(planned.subject.id, [
    ...held,
    ...withdrawn.map((e, i) => ({ ...e, seq: held.length + i + 1 })),
  ])
  const verdicts = planned.entries.map((p, i) => judge(p, () => endIsPast(planned, i, file), held, file))
  const write = verdicts.filter(v => v !== null)
  return {
    entries: [...withdrawn, ...write.map(v => v.write)],
    held: verdicts.length - write.length,
    corrected: write.filter(v => v.corrects).length + withdrawn.length,
  }
}

function clash(planned: PlannedFile, held: readonly Entry[]): Clash[] {
  if (planned.subject.kind !== 'child' || held.length === 0) return []
  const here = foldFile(planned.subject.id, held).person.born
  const said = planned.entries.find(p => p.entry.type === 'person-details')?.entry.answers.born
  const inReturn = typeof said === 'string' ? parseDay(said) : undefined
  return here && inReturn && here !== inReturn ? [{ code: planned.subject.code, here, inReturn }] : []
}

/**
 * Takes off a plan what the ledger holds, so that the same return brought in twice adds nothing, and a later one adds
 * only what is new. An entry whose row has since changed is corrected by an amendment: nothing is overwritten.
 * @param held the entries of each file that exists, by its id, in order of `seq`; a file without entries has an empty list
 */
export function settle(
  plan: Pick<ImportPlan, 'files'>,
  held: ReadonlyMap<string, readonly Entry[]>,
): Settled {
  const settled = plan.files.map(file => settleFile(file, held.get(file.subject.id) ?? []))
  return {
    subjects: plan.files.map(f => f.subject).filter(s => !held.has(s.id)),
    entries: settled.flatMap(s => s.entries),
    held: settled.reduce((n, s) => n + s.held, 0),
    corrected: settled.reduce((n, s) => n + s.corrected, 0),
    clashes: plan.files.flatMap(file => clash(file, held.get(file.subject.id) ?? [])),
  }
}
