import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import { foldVisit, letsIn, type Visit } from '../../domain/readiness/visit.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { entriesOfKind, subjectByCode, subjectsOf } from './subjects.ts'

/** Every visit by inspectors, the latest notice first. */
export async function readVisits(db: Db): Promise<readonly Visit[]> {
  const entries = Map.groupBy(await entriesOfKind(db, ['visit']), e => e.subject)
  const all = (await subjectsOf(db, 'visit')).flatMap(
    s => foldVisit(s.id, s.code, entries.get(s.id) ?? []) ?? [],
  )
  return all.toSorted((a, b) =>
    a.notice < b.notice ? 1 : a.notice > b.notice ? -1 : a.code < b.code ? 1 : -1,
  )
}

/** The visit of a code, such as V1. */
export async function visitByCode(db: Db, code: string): Promise<Visit | undefined> {
  const subject = await subjectByCode(db, 'visit', code.toUpperCase())
  return subject && foldVisit(subject.id, subject.code, await readEntries(db, subject.id))
}

/** The visit that lets an inspector in on a day: the latest, where several do. */
export const visitOfInspector = async (db: Db, inspector: string, on: Day): Promise<Visit | undefined> =>
  (await readVisits(db)).find(v => v.inspectors.some(i => i.id === inspector && letsIn(i, on)))

/** What the next visit will be called. Held for this transaction, so that two never get the same. */
export async function nextVisitCode(tx: Db): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code of visit', 0))`.execute(tx)
  const numbers = (await subjectsOf(tx, 'visit')).map(s => Number(s.code.slice(1)))
  return `V${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`
}
