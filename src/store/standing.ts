import { sql } from 'kysely'
import type { Instant } from '../domain/kernel/day.ts'
import type { Db } from './connection.ts'
import { stepNames } from './migrations/migrate.ts'

/** Whether the database can be worked on by this version. */
export interface Standing {
  /** Steps of this version that it has not taken: another, older copy stands in its place. */
  readonly missing: number
  /** Steps it has taken that this version does not know: a newer version runs beside this one. */
  readonly ahead: number
  /** A standby, or a server told to take nothing. */
  readonly readOnly: boolean
}

export async function standing(db: Db): Promise<Standing> {
  const { rows } = await sql<{ names: readonly string[]; shut: boolean }>`
    select array_agg(name) as names,
      pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as shut from migration`.execute(
    db,
  )
  const taken = new Set(rows[0]?.names ?? [])
  return {
    missing: stepNames.filter(name => !taken.has(name)).length,
    ahead: [...taken].filter(name => !stepNames.includes(name)).length,
    readOnly: rows[0]?.shut === true,
  }
}

/** Counts of what waits and what is kept, for whoever watches over the product; of nobody in particular. */
export interface Gauges {
  readonly drafts: number
  readonly sessions: number
  readonly letters: number
  /** Seconds by which the letter that waits longest is overdue. */
  readonly lettersLate: number
  readonly uploads: number
  /** Entries and lines of the log written since the server began to count; null where it does not. */
  readonly entries: number | null
  readonly looks: number | null
  readonly bytes: number
  /** When the daily feed last ran to its end, in seconds since 1970; null where it never did. */
  readonly feedDone: number | null
}

export async function readGauges(db: Db, now: Instant): Promise<Gauges> {
  const { rows } = await sql<Gauges>`select
    (select count(*) from draft)::int as drafts,
    (select count(*) from session where expires > ${now})::int as sessions,
    (select count(*) from outgoing where next is not null)::int as letters,
    (select coalesce(greatest(0, extract(epoch from ${now}::timestamptz - min(next))), 0)
      from outgoing where next is not null)::float8 as "lettersLate",
    (select count(*) from library_upload where state = 'waiting')::int as uploads,
    (select n_tup_ins from pg_stat_user_tables where relname = 'entry' and schemaname = current_schema()) as entries,
    (select n_tup_ins from pg_stat_user_tables where relname = 'access_log' and schemaname = current_schema()) as looks,
    pg_database_size(current_database()) as bytes,
    (select extract(epoch from max(ended)) from daily_run where stopped is null)::float8 as "feedDone"`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('The database answered nothing.')
  return row
}
