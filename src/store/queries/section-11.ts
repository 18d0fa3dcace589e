import { foldAgency, foldRound } from '../../domain/quality/fold-section-11.ts'
import type { AgencyAnswer, Round } from '../../domain/quality/section-11.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { entriesOfKind, subjectByCode, subjectsOf } from './subjects.ts'

/** Every round of section 11 audits, the latest first. */
export async function readRounds(db: Db): Promise<readonly Round[]> {
  const files = Map.groupBy(await entriesOfKind(db, ['section-11']), e => e.subject)
  return (await subjectsOf(db, 'section-11'))
    .flatMap(s => foldRound(s.code, files.get(s.id) ?? []) ?? [])
    .toSorted((a, b) =>
      a.sent < b.sent ? 1 : a.sent > b.sent ? -1 : Number(b.code.slice(1)) - Number(a.code.slice(1)),
    )
}

/** The answers of every agency, round by round, in the order of their names. */
export async function readAgencies(db: Db): Promise<readonly AgencyAnswer[]> {
  const files = Map.groupBy(await entriesOfKind(db, ['agency-audit']), e => e.subject)
  return (await subjectsOf(db, 'agency-audit'))
    .flatMap(s => foldAgency(s.code, files.get(s.id) ?? []) ?? [])
    .toSorted((a, b) => a.agency.localeCompare(b.agency, 'en'))
}

export interface AgencyFile {
  readonly answer: AgencyAnswer
  readonly entries: readonly Entry[]
}

/** The answer of one agency by its reference. */
export async function readAgency(db: Db, reference: string): Promise<AgencyFile | undefined> {
  const subject = await subjectByCode(db, 'agency-audit', reference)
  if (!subject) return undefined
  const entries = await readEntries(db, subject.id)
  const answer = foldAgency(subject.code, entries)
  return answer ? { answer, entries } : undefined
}
