import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { councilKey } from '../../domain/improvement/library.ts'
import type { Report } from '../../domain/improvement/reading/report.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { reportShelved } from '../../domain/records/types/library.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, startFile } from '../ledger.ts'

/** A report read from a file, to be put on the shelf. */
export interface ToShelve {
  readonly file: string
  readonly hash: string
  readonly report: Report
}

/** What came of it: its code, or that of the report that was here already. */
export type Put =
  | { readonly shelved: string }
  | { readonly already: string; readonly same: 'file' | 'report' }

/** The hash a file is known by. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The code of the report read from this very file, where it is in the library. */
export async function sameFile(db: Db, hash: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('library_report')
    .select('code')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return found?.code
}

/** The same inspection reported in another file: told by council, framework, kind and days. Unknown days tell nothing. */
async function sameReport(db: Db, r: Report): Promise<string | undefined> {
  const council = councilKey(r.authority)
  if (council === null || (r.published === null && r.inspectedTo === null)) return undefined
  const found = await db
    .selectFrom('library_report')
    .select('code')
    .where('council', '=', council)
    .where('framework', '=', r.framework)
    .where('kind', '=', r.kind)
    .where(({ or, eb, and }) =>
      or([
        ...(r.inspectedTo ? [eb('inspected_to', '=', r.inspectedTo)] : []),
        ...(r.published
          ? [
              and([
                eb('published', '=', r.published),
                ...(r.inspectedTo ? [eb('inspected_to', 'is', null)] : []),
              ]),
            ]
          : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return found?.code
}

async function nextCode(tx: Db): Promise<string> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substr(code, 2)::integer) as last from subject where kind = 'library'`.execute(tx)
  return `L${(rows[0]?.last ?? 0) + 1}`
}

/**
 * Puts a report as read into the library, in the caller's transaction: once, whoever else loads at the same time. It
 * stands as "read by the product, not checked" until a person confirms it.
 */
export async function shelve(
  tx: Db,
  { file, hash, report }: ToShelve,
  by: { readonly author: string; readonly now: Instant },
): Promise<Put> {
  await sql`select pg_advisory_xact_lock(hashtextextended('the library', 0))`.execute(tx)
  const held = await sameFile(tx, hash)
  if (held !== undefined) return { already: held, same: 'file' }
  const told = await sameReport(tx, report)
  if (told !== undefined) return { already: told, same: 'report' }
  const subject = { id: newId(by.now), kind: 'library' as const, code: await nextCode(tx) }
  await startFile(tx, subject, by.now)
  const answers = { file: file.slice(0, 200), hash, ...report }
  const said = { id: newId(by.now), subject: subject.id, type: reportShelved, answers, author: by.author }
  await append(tx, subject, [newEntry({ ...said, now: by.now, today: londonDay(by.now) })])
  return { shelved: subject.code }
}
