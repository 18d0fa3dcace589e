import { sql } from 'kysely'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { disposalCertificate } from '../../domain/records/types/disposal.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { joinedTo } from '../joined.ts'
import { append, holdFile } from '../ledger.ts'
import type { Subject } from '../project.ts'
import { refold } from '../refold.ts'

/**
 * A child’s file, those that were joined to it, and the contacts that are about nobody else: they go together. An
 * allegation goes alone: nothing leads from it to another file.
 */
export async function filesTogether(db: Db, child: Subject): Promise<readonly Subject[]> {
  if (child.kind === 'allegation') return [child]
  const children = [child.id, ...(await joinedTo(db, child.id))]
  const { rows } = await sql<Subject>`
    select id, kind, code from subject where id = any (${sql.val(children)}::uuid[])
    union all
    select s.id, s.kind, s.code from subject s where s.kind = 'contact' and s.id in (
        select subject from happening where type = 'contact-matched' and answers ->> 'child' = any (${sql.val(children)}::text[]))
      and not exists (select from happening c where c.subject = s.id and c.type = 'contact-child'
        and not exists (select from happening m where m.subject = s.id and m.type = 'contact-matched'
          and m.amends = c.entry and m.answers ->> 'child' = any (${sql.val(children)}::text[])))
    order by kind, code`.execute(db)
  return rows
}

/**
 * Lines of the log that hold words about these children beside who looked, when and where: whatever was asked in their
 * own files, and searches by both their names, or by a number of theirs.
 */
async function linesAbout(tx: Db, files: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with known as (select lower(given_name) as g, lower(family_name) as f, replace(nhs_number, ' ', '') as nhs,
        lower(upn) as upn from person where subject = any (${sql.val(files)}::uuid[]))
    select l.id::text as id from access_log l where l.detail is not null and l.disposed is null and (
      l.subject = any (${sql.val(files)}::uuid[]) or exists (select from known k where
        (position(k.g in lower(l.detail::text)) > 0 and position(k.f in lower(l.detail::text)) > 0)
        or position(k.nhs in replace(l.detail::text, ' ', '')) > 0
        or position(k.upn in lower(l.detail::text)) > 0))
    order by l.id`.execute(tx)
  return rows.map(r => r.id)
}

interface Stated {
  readonly entries: string
  readonly documents: string
  readonly kept: string
  readonly log: string
}

async function stated(tx: Db, files: readonly string[], lines: readonly string[]): Promise<Stated> {
  const ids = sql`${sql.val(files)}::uuid[]`
  const { rows } = await sql<Stated>`select
    (select count(*) from entry where subject = any (${ids}))::text as entries,
    (select count(*) from document where subject = any (${ids}))::text as documents,
    disposal_digest(${ids}, null) as kept,
    disposal_log_digest(${sql.val(lines)}::bigint[], null) as log`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database did not say what is there.')
  return row
}

const LOOSE = ['draft', 'outgoing', 'daily_feed'] as const

interface Disposing {
  /** The file of the disposal, in which it was proposed and agreed. */
  readonly disposal: Subject
  /** What goes: see `filesTogether`. */
  readonly files: readonly Subject[]
  /** The rule, by its code, and until when it had the file kept. */
  readonly rule: string
  readonly due: Day
  readonly by: string
  readonly now: Instant
  /** The certificate's id, where it was carried out before and a copy from before that was brought back. */
  readonly again?: { readonly certificate: string; readonly source: string }
}

/**
 * Disposes of files that go together, and writes its certificate, in the caller’s transaction. Its
 * proposal and the agreement of another person stand in the ledger already: the database looks for them, and for legal
 * holds, and refuses where it does not find things so.
 */
export async function dispose(
  tx: Db,
  { disposal, files: subjects, rule, due, by, now, again }: Disposing,
): Promise<void> {
  for (const s of subjects) await holdFile(tx, s.id)
  const files = subjects.map(s => s.id)
  const lines = await linesAbout(tx, files)
  const state = await stated(tx, files, lines)
  const certificate = newEntry({
    id: again?.certificate ?? newId(now),
    subject: disposal.id,
    type: disposalCertificate,
    answers: {
      codes: subjects.map(s => s.code).join(' '),
      rule,
      due,
      entries: Number(state.entries),
      documents: Number(state.documents),
      lines: lines.length,
      files: files.join(' '),
      kept: state.kept,
      log: state.log,
    },
    author: by,
    now,
    today: londonDay(now),
    ...(again ? { source: again.source } : {}),
  })
  await append(tx, disposal, [certificate])
  await sql`select dispose_files(${certificate.id}::uuid, ${sql.val(lines)}::bigint[])`.execute(tx)
  for (const table of LOOSE)
    await sql`delete from ${sql.table(table)} where subject = any (${sql.val(files)}::uuid[])`.execute(tx)
  for (const s of subjects) await refold(tx, s)
}
