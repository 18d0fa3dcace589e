import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../domain/kernel/day.ts'
import type { Db } from './connection.ts'

const QUARTER = 15 * 60_000

/**
 * Counts one try at something in this quarter of an hour. Kept in the database, so that every web process counts alike.
 * @returns false where this is more than the limit
 */
export async function spend(tx: Db, name: string, limit: number, now: Instant): Promise<boolean> {
  const since = new Date(Math.floor(Date.parse(now) / QUARTER) * QUARTER).toISOString()
  await sql`delete from throttle where since < ${since}::timestamptz - interval '1 day'`.execute(tx)
  const { rows } = await sql<{
    n: number
  }>`insert into throttle as t (name, since, n) values (${name}, ${since}, 1)
    on conflict (name, since) do update set n = t.n + 1 returning n`.execute(tx)
  return (rows[0]?.n ?? 0) <= limit
}

/** How often something was counted in this quarter of an hour: for limits on what goes wrong, where right tries are free. */
export async function spent(tx: Db, name: string, now: Instant): Promise<number> {
  const since = new Date(Math.floor(Date.parse(now) / QUARTER) * QUARTER).toISOString()
  const { rows } = await sql<{
    n: number
  }>`select n from throttle where name = ${name} and since = ${since}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** A secret of this installation, made when it is first needed. */
async function secret(tx: Db): Promise<string> {
  await sql`insert into setting (name, value) values ('secret', ${JSON.stringify({ key: randomBytes(32).toString('hex') })}::jsonb)
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{
    key: string
  }>`select value ->> 'key' as key from setting where name = 'secret'`.execute(tx)
  const key = rows[0]?.key
  if (key === undefined) throw new Error('The secret of this installation is gone from its settings.')
  return key
}

/** A text that only this installation can make of another: for codes to be told, and addresses not to be kept. */
export const sealed = async (tx: Db, words: string): Promise<string> =>
  createHmac('sha256', await secret(tx))
    .update(words)
    .digest('base64url')
