import { sql } from 'kysely'
import type { Instant } from '../domain/kernel/day.ts'
import type { Db } from './connection.ts'

/** A letter on its way to somebody outside. Its id is that of the entry that holds its words. */
export interface Outgoing {
  readonly id: string
  readonly subject: string
  readonly letter: string
  readonly recipient: string
  readonly about: string
  readonly body: string
  /** How often it was tried, this time included. */
  readonly tries: number
}

/** Minutes until the next try, after one that failed by no fault of the letter; then it is given up. */
const BACK_OFF = [1, 5, 30, 120] as const

/** Longer than any answer takes: whoever has taken a letter and is not heard of again, it is taken from. */
const LEASE = 10

const later = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant

/** Says whether letters go by email from here, so that pages offer it: told by the process that sends, at its start. */
export async function setSender(db: Db, sends: boolean): Promise<void> {
  const value = JSON.stringify({ sends })
  await sql`insert into setting (name, value) values ('sender', ${value}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db)
}

export async function sendsEmail(db: Db): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'sender').executeTakeFirst()
  return row !== undefined && 'sends' in row.value && row.value.sends === true
}

/** Puts a letter on its way, in the transaction that writes its entry: there is not the one without the other. */
export async function post(db: Db, letter: Omit<Outgoing, 'tries'>, now: Instant): Promise<void> {
  await db
    .insertInto('outgoing')
    .values({ ...letter, tries: 0, next: now, last: null })
    .execute()
}

/**
 * Takes the next letter that is due, for some minutes: of several processes one gets it. The caller commits before it
 * sends, so that a letter sent by a process that then dies is known to have been tried.
 */
export async function takeNext(db: Db, now: Instant): Promise<Outgoing | undefined> {
  const { rows } =
    await sql<Outgoing>`update outgoing set tries = tries + 1, next = ${later(now, LEASE)} where id =
      (select id from outgoing where next <= ${now} order by next, id limit 1 for update skip locked)
    returning id, subject, letter, recipient, about, body, tries`.execute(db)
  return rows[0]
}

/** What became of it: it is done with. False where somebody else has said so meanwhile. */
export async function finish(db: Db, id: string, last: string): Promise<boolean> {
  const done = await db
    .updateTable('outgoing')
    .set({ next: null, last })
    .where('id', '=', id)
    .where('next', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** @returns when it is tried again; undefined where that was the last time */
export async function putOff(
  db: Db,
  letter: Outgoing,
  last: string,
  now: Instant,
): Promise<Instant | undefined> {
  const wait = BACK_OFF[letter.tries - 1]
  if (wait === undefined) return undefined
  const next = later(now, wait)
  await db.updateTable('outgoing').set({ next, last }).where('id', '=', letter.id).execute()
  return next
}
