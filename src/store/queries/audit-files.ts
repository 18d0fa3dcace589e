import { sql } from 'kysely'
import type { Audit } from '../../domain/quality/audit.ts'
import { readSample, type SampleRecord } from '../../domain/quality/draw-record.ts'
import { foldAudit } from '../../domain/quality/fold-audit.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { entriesOfSubjects, subjectByCode } from './subjects.ts'

/** What people call these files: S1 the first sample, Q1 the first audit. */
const LETTER = { sample: 'S', audit: 'Q' } as const

/** What the next files of a kind will be called. Held for this transaction, so that two never get the same. */
export async function nextAuditCodes(
  tx: Db,
  kind: keyof typeof LETTER,
  n: number,
): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code of ${kind}`}, 0))`.execute(tx)
  const { rows } = await sql<{ last: number | null }>`select max(substr(code, 2)::int) as last from subject
    where kind = ${kind} and code ~ '^[A-Z][0-9]+$'`.execute(tx)
  const last = rows[0]?.last ?? 0
  return Array.from({ length: n }, (_, i) => `${LETTER[kind]}${last + 1 + i}`)
}

export interface AuditFile {
  readonly id: string
  readonly code: string
  readonly audit: Audit
  readonly entries: readonly Entry[]
}

/** One audit by what it is called. */
export async function readAudit(db: Db, code: string): Promise<AuditFile | undefined> {
  const subject = await subjectByCode(db, 'audit', code.toUpperCase())
  if (!subject) return undefined
  const entries = await readEntries(db, subject.id)
  const audit = foldAudit(entries)
  return audit ? { id: subject.id, code: subject.code, audit, entries } : undefined
}

/** Audits by the ids of their files, in the order of their codes. */
export async function readAudits(db: Db, ids: readonly string[]): Promise<readonly AuditFile[]> {
  if (ids.length === 0) return []
  const subjects = await db.selectFrom('subject').select(['id', 'code']).where('id', 'in', ids).execute()
  const files = await entriesOfSubjects(db, ids)
  return subjects
    .flatMap(s => {
      const entries = files.get(s.id) ?? []
      const audit = foldAudit(entries)
      return audit ? [{ ...s, audit, entries }] : []
    })
    .toSorted((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1)))
}

/** The files of the audits of a sample; or, by another answer of theirs, of a child or an auditor. */
export async function auditsWhere(
  db: Db,
  type: 'audit-opened' | 'audit-assigned',
  answer: 'sample' | 'child' | 'auditor',
  is: readonly string[],
): Promise<readonly string[]> {
  if (is.length === 0) return []
  const { rows } = await sql<{ subject: string }>`select distinct h.subject from happening h
    where h.type = ${sql.lit(type)} and h.answers ->> ${sql.lit(answer)} in (${sql.join(is)})`.execute(db)
  return rows.map(r => r.subject)
}

export interface SampleFile {
  readonly id: string
  readonly code: string
  readonly by: string
  readonly recorded: Entry['recorded']
  readonly sample: SampleRecord
}

/** Every sample, the newest first; or the one of a code. */
export async function readSamples(db: Db, code?: string): Promise<readonly SampleFile[]> {
  const rows = await db
    .selectFrom('happening as h')
    .innerJoin('subject as s', 's.id', 'h.subject')
    .select(['s.id', 's.code', 'h.author', 'h.recorded', 'h.answers'])
    .where('h.type', '=', 'sample-drawn')
    .$if(code !== undefined, q => q.where('s.code', '=', (code ?? '').toUpperCase()))
    .orderBy('h.recorded', 'desc')
    .execute()
  return rows.flatMap(r => {
    const sample = readSample(r.answers)
    return sample ? [{ id: r.id, code: r.code, by: r.author, recorded: r.recorded, sample }] : []
  })
}
