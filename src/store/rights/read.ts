import { foldAllegation } from '../../domain/allegations/fold.ts'
import { foldFile } from '../../domain/casework/file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Entry, SubjectKind } from '../../domain/records/entry.ts'
import { type Disposal, foldDisposal } from '../../domain/rights/disposal.ts'
import { foldHold, type Hold } from '../../domain/rights/hold.ts'
import { type Keeping, keepings } from '../../domain/rights/keeping.ts'
import { type AccessRequest, foldRequest } from '../../domain/rights/request.ts'
import { type Retention, retentionOf, retentionOfAllegation } from '../../domain/rights/retention.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import type { Subject } from '../project.ts'
import { entriesOfKind, subjectByCode, subjectsOf } from '../queries/subjects.ts'

type Fold<T> = (id: string, code: string, entries: readonly Entry[]) => T | undefined

async function all<T>(db: Db, kind: SubjectKind, fold: Fold<T>): Promise<readonly T[]> {
  const entries = Map.groupBy(await entriesOfKind(db, [kind]), e => e.subject)
  const subjects = await subjectsOf(db, kind)
  const number = (code: string) => Number(code.replace(/^\D+/, ''))
  return subjects
    .toSorted((a, b) => number(b.code) - number(a.code))
    .flatMap(s => fold(s.id, s.code, entries.get(s.id) ?? []) ?? [])
}

async function byCode<T>(db: Db, kind: SubjectKind, code: string, fold: Fold<T>): Promise<T | undefined> {
  const subject = await subjectByCode(db, kind, code.toUpperCase())
  return subject && fold(subject.id, subject.code, await readEntries(db, subject.id))
}

/** Every request for a file, every disposal: the latest first. There are few of each. */
export const readRequests = (db: Db): Promise<readonly AccessRequest[]> =>
  all(db, 'access-request', foldRequest)
export const readDisposals = (db: Db, keeping: Keeping): Promise<readonly Disposal[]> =>
  all(db, keepings[keeping].disposal.kind, foldDisposal)

/** Every hold, the latest first; of allegations also those that stand on every file there is. */
export async function readHolds(db: Db, keeping: Keeping): Promise<readonly Hold[]> {
  const own = await all(db, keepings[keeping].hold.kind, foldHold)
  if (keeping === 'children') return own
  const others = await readHolds(db, 'children')
  return [...others.filter(h => h.scope === 'all' && h.lifted === null), ...own]
}

/** One of each by its code, such as R1, H1, D1. */
export const requestByCode = (db: Db, code: string) => byCode(db, 'access-request', code, foldRequest)
export const holdByCode = (db: Db, keeping: Keeping, code: string) =>
  byCode(db, keepings[keeping].hold.kind, code, foldHold)
export const disposalByCode = (db: Db, keeping: Keeping, code: string) =>
  byCode(db, keepings[keeping].disposal.kind, code, foldDisposal)

/** Those of the files that nobody finds any more, as they were disposed of: of these it may be told what was done. */
export async function notHere(db: Db, files: readonly string[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set()
  const here = await db.selectFrom('person').select('subject').where('subject', 'in', files).execute()
  return new Set(files).size === here.length
    ? new Set()
    : new Set(files.filter(f => !here.some(h => h.subject === f)))
}

/** How long one file is kept, by its entries as they stand; an allegation that was disposed of is kept no more. */
export async function retentionNow(db: Db, { id, kind, code }: Subject, today: Day): Promise<Retention> {
  const entries = await readEntries(db, id)
  if (kind !== 'allegation') return retentionOf(foldFile(id, entries), today)
  const allegation = foldAllegation(id, code, entries)
  return allegation
    ? retentionOfAllegation(allegation, today)
    : { is: 'unknown', because: 'Nothing is written in this file.' }
}
