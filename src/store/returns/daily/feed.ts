import { sql } from 'kysely'
import type { Instant } from '../../../domain/kernel/day.ts'
import { canonicalJson } from '../../../domain/returns/daily/changed.ts'
import type { JsonObject } from '../../../domain/returns/daily/shape.ts'
import { digest } from '../../chain.ts'
import type { Db } from '../../connection.ts'

/** Where the feed stands with one child, in brief. */
export interface Stand {
  readonly subject: string
  readonly code: string
  /** Hash of what the Department holds; null where it holds nothing. */
  readonly hash: string | null
  /** Hash of what was refused last, so that the same is not sent again. */
  readonly refused_hash: string | null
}

export const hashOf = (payload: JsonObject): string => digest(canonicalJson(payload))

/** Every child of whom the feed knows something, by file. */
export async function stands(db: Db): Promise<ReadonlyMap<string, Stand>> {
  const rows = await db.selectFrom('daily_feed').select(['subject', 'code', 'hash', 'refused_hash']).execute()
  return new Map(rows.map(r => [r.subject, r]))
}

/** What the Department holds of a child. */
export async function heldOf(db: Db, subject: string): Promise<JsonObject | null> {
  const row = await db
    .selectFrom('daily_feed')
    .select('held')
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.held ?? null
}

/** The Department took a message: it now holds this, under this receipt. */
export async function taken(
  db: Db,
  child: { readonly id: string; readonly code: string },
  holds: JsonObject | null,
  receipt: string | null,
  now: Instant,
): Promise<void> {
  const row = {
    code: child.code,
    hash: holds && hashOf(holds),
    held: holds && JSON.stringify(holds),
    sent: now,
    receipt,
    refused: null,
    refused_hash: null,
    tried: now,
  }
  await db
    .insertInto('daily_feed')
    .values({ subject: child.id, ...row })
    .onConflict(c => c.column('subject').doUpdateSet(row))
    .execute()
}

/** It was refused, by the Department or by our own look at it before it was sent. What it holds stays as it is. */
export async function refused(
  db: Db,
  child: { readonly id: string; readonly code: string },
  payload: JsonObject,
  why: readonly string[],
  now: Instant,
): Promise<void> {
  const row = { code: child.code, refused: JSON.stringify(why), refused_hash: hashOf(payload), tried: now }
  await db
    .insertInto('daily_feed')
    .values({ subject: child.id, hash: null, held: null, sent: null, receipt: null, ...row })
    .onConflict(c => c.column('subject').doUpdateSet(row))
    .execute()
}

/** What a page shows of a child’s sendings. */
export async function standOf(db: Db, subject: string) {
  return await db
    .selectFrom('daily_feed')
    .select(['hash', 'sent', 'receipt', 'refused', 'refused_hash', 'tried'])
    .where('subject', '=', subject)
    .executeTakeFirst()
}

/** Files of which the Department holds something, and that stand for no child any more: joined to another. */
export async function joinedAway(db: Db): Promise<readonly { readonly id: string; readonly code: string }[]> {
  const { rows } = await sql<{ id: string; code: string }>`select f.subject as id, f.code from daily_feed f
    join person p on p.subject = f.subject where p.merged is not null and f.hash is not null
    order by f.code collate "C"`.execute(db)
  return rows
}

/** The number under which each worker is known outside: the one of registration, or else our own. */
export async function workerNumbers(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`select distinct on (s.id) s.id,
      coalesce(nullif(h.answers ->> 'registration', ''), s.code) as number
    from subject s left join happening h on h.subject = s.id and h.type = 'staff-details' and not h.withdrawn
    where s.kind = 'worker' order by s.id, h.happened desc, h.seq desc`.execute(db)
  return new Map(rows.map(r => [r.id, r.number]))
}
