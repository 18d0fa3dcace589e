import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { addMonths, type Day, type Instant } from '../../domain/kernel/day.ts'
import type { Entry, SubjectKind } from '../../domain/records/entry.ts'
import { type Disposal, foldDisposal } from '../../domain/rights/disposal.ts'
import { foldHold, type Hold } from '../../domain/rights/hold.ts'
import { type AccessRequest, foldRequest } from '../../domain/rights/request.ts'
import { keepsOpen, type Retention, retentionOf } from '../../domain/rights/retention.ts'
import { retentionRows } from '../../domain/rights/retention-table.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { entriesOfKind, entriesOfSubjects, subjectByCode, subjectsOf } from '../queries/subjects.ts'

type Fold<T> = (id: string, code: string, entries: readonly Entry[]) => T | undefined

async function all<T>(db: Db, kind: SubjectKind, fold: Fold<T>): Promise<readonly T[]> {
  const entries = Map.groupBy(await entriesOfKind(db, [kind]), e => e.subject)
  const subjects = await subjectsOf(db, kind)
  const number = (code: string) => Number(code.slice(1))
  return subjects
    .toSorted((a, b) => number(b.code) - number(a.code))
    .flatMap(s => fold(s.id, s.code, entries.get(s.id) ?? []) ?? [])
}

async function byCode<T>(db: Db, kind: SubjectKind, code: string, fold: Fold<T>): Promise<T | undefined> {
  const subject = await subjectByCode(db, kind, code.toUpperCase())
  return subject && fold(subject.id, subject.code, await readEntries(db, subject.id))
}

/** Every request for a file, every hold, every disposal: the latest first. There are few of each. */
export const readRequests = (db: Db): Promise<readonly AccessRequest[]> =>
  all(db, 'access-request', foldRequest)
export const readHolds = (db: Db): Promise<readonly Hold[]> => all(db, 'hold', foldHold)
export const readDisposals = (db: Db): Promise<readonly Disposal[]> => all(db, 'disposal', foldDisposal)

/** One of each by its code, such as R1, H1, D1. */
export const requestByCode = (db: Db, code: string) => byCode(db, 'access-request', code, foldRequest)
export const holdByCode = (db: Db, code: string) => byCode(db, 'hold', code, foldHold)
export const disposalByCode = (db: Db, code: string) => byCode(db, 'disposal', code, foldDisposal)

export interface DueFile {
  readonly id: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly retention: Retention
}

/** The fewest years after birth at which any file is due, by the table; a death brings it forward. */
const LEAST = Math.min(...retentionRows.filter(r => r.from === 'birth').map(r => r.years))
const SEVENTY_FIVE = 75

/**
 * Files whose time may be over, the oldest child first: born long enough ago, with nothing that keeps them open; a child
 * who was looked after long enough ago for that, or who died. Each is then folded, and the rules say.
 * @returns those that are due, or of which nobody can say, of the `look` that were looked at, and whether there are more
 */
export async function dueFiles(
  db: Db,
  {
    viewer,
    now,
    today,
    from,
    look,
  }: { viewer: Viewer; now: Instant; today: Day; from: number; look: number },
): Promise<{ readonly files: readonly DueFile[]; readonly more: boolean }> {
  const { rows } = await sql<Omit<DueFile, 'retention'>>`
    select p.subject as id, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn
    from person p where ${mayDo(viewer, 'list', now)}
      and (p.born <= ${addMonths(today, -12 * LEAST)} or p.born is null or exists (select from happening h
        where h.subject = p.subject and h.type in ('case-closed', 'ceased-looked-after') and h.answers ->> 'reason' in ('RC2', 'E2')))
      and not exists (select from spell s where s.subject = p.subject and s.ends is null and s.kind in (${sql.join(keepsOpen)}))
      and (p.born <= ${addMonths(today, -12 * SEVENTY_FIVE)}
        or not exists (select from spell s where s.subject = p.subject and s.kind = 'looked-after')
        or exists (select from happening h where h.subject = p.subject and h.type in ('case-closed', 'ceased-looked-after')
          and h.answers ->> 'reason' in ('RC2', 'E2')))
    order by p.born nulls last, p.subject limit ${look + 1} offset ${from}`.execute(db)
  const some = rows.slice(0, look)
  const entries = await entriesOfSubjects(
    db,
    some.map(r => r.id),
  )
  const files = some.map(r => ({
    ...r,
    retention: retentionOf(foldFile(r.id, entries.get(r.id) ?? []), today),
  }))
  return {
    files: files.filter(f => f.retention.is === 'due' || f.retention.is === 'unknown'),
    more: rows.length > look,
  }
}

/** Those of the files that nobody finds any more, as they were disposed of: of these it may be told what was done. */
export async function notHere(db: Db, files: readonly string[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set()
  const here = await db.selectFrom('person').select('subject').where('subject', 'in', files).execute()
  return new Set(files).size === here.length
    ? new Set()
    : new Set(files.filter(f => !here.some(h => h.subject === f)))
}

/** How long one file is kept, by its entries as they stand. */
export const retentionNow = async (db: Db, child: string, today: Day): Promise<Retention> =>
  retentionOf(foldFile(child, await readEntries(db, child)), today)
