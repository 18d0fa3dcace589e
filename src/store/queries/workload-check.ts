import { foldFile } from '../../domain/casework/file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import { allocation } from '../../domain/records/types/allocation.ts'
import { factsOf } from '../../domain/workload/facts.ts'
import { mayChair, mayHold, mayReview } from '../../domain/workload/hold.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { siblingsOf, workload } from './workload.ts'

const words = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')

/**
 * What stands against giving a child to somebody: by question of the record type `allocation`. Every path that writes
 * an allocation comes through here: `writeOnce` asks it for each entry, and whoever appends otherwise asks it first.
 * A refusal stands at `worker`; a warning stands at `despite`, and goes once a reason is given there.
 * @param child the id of the child's file
 * @param answers those of an allocation
 */
export async function allocationFaults(db: Db, child: string, answers: Answers, today: Day): Promise<Faults> {
  const [worker] = await workload(db, { ids: [words(answers.worker)], left: true }, today)
  if (!worker) return { worker: 'Choose a member of staff from the list.' }
  const file = foldFile(child, await readEntries(db, child))
  const holds = file.spells.find(s => s.kind === 'allocation' && s.key === answers.as && s.to === null)
  if (holds?.facts.worker === worker.id && holds.facts.team === answers.team)
    return { worker: `${worker.name} has the child already. Choose somebody else, or leave it as it is.` }
  const isWorker = file.spells.some(
    s => s.kind === 'allocation' && s.key === 'worker' && s.to === null && s.facts.worker === worker.id,
  )
  const related = answers.as === 'worker' ? await siblingsOf(db, child) : []
  // A child who would be the second of the family weighs a share: the family is named by one who is held.
  const kin = worker.cases.find(c => related.includes(c.subject))
  const family = kin ? (kin.family ?? kin.subject) : null
  const cases = worker.cases
    .filter(c => c.subject !== child)
    .map(c => (kin && c.subject === kin.subject ? { ...c, family } : c))
  const { refusals, warnings } =
    answers.as === 'worker'
      ? mayHold({ ...worker, cases }, factsOf(file.spells, today, family), today)
      : answers.as === 'chairing'
        ? mayChair(worker, isWorker)
        : mayReview(worker, isWorker)
  if (refusals.length > 0) return { worker: refusals.join(' ') }
  if (warnings.length === 0 || words(answers.despite) !== '') return {}
  return { despite: `${warnings.join(' ')} Choose somebody else, or say why all the same.` }
}

/** The same for an entry about to be written: an allocation, or an amendment that gives one to somebody else. */
export async function entryFaults(
  db: Db,
  entry: Omit<NewEntry, 'id' | 'subject'>,
  child: string,
): Promise<Faults> {
  const today = londonDay(entry.recorded)
  if (entry.type === allocation.code) return await allocationFaults(db, child, entry.answers, today)
  const { becomes } = entry.answers
  if (entry.type !== 'amendment' || typeof becomes !== 'object' || becomes === null) return {}
  const file = foldFile(child, await readEntries(db, child))
  const before = file.happenings.find(e => e.id === entry.amends)
  const after: Answers = { ...becomes }
  if (before?.type !== allocation.code || before.answers.worker === after.worker) return {}
  return await allocationFaults(db, child, after, today)
}
