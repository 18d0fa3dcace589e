import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { writeLog } from '../log.ts'
import { seal } from './password.ts'

export const asUsername = (typed: string): string => typed.trim().toLowerCase()

/** The account of a user name, or of the e-mail address that the staff file says. */
export async function accountNamed(db: Db, typed: string) {
  const name = asUsername(typed)
  return await db
    .selectFrom('account')
    .selectAll()
    .where(eb => eb.or([eb('username', '=', name), eb('email', '=', name)]))
    .orderBy(sql`username = ${name}`, 'desc')
    .executeTakeFirst()
}

export const accountOf = async (db: Db, worker: string) =>
  await db.selectFrom('account').selectAll().where('worker', '=', worker).executeTakeFirst()

/** True where somebody signs in by this name already, or the name is that of a worker's file. */
export async function hasAccount(db: Db, username: string): Promise<boolean> {
  if (await accountNamed(db, username)) return true
  const file = db
    .selectFrom('subject')
    .select('id')
    .where('kind', '=', 'worker')
    .where(sql`lower(code)`, '=', asUsername(username))
  return (await file.executeTakeFirst()) !== undefined
}

/**
 * Gives somebody a user name and a password.
 * @param first true where another chose it: its owner changes it before anything else
 */
export async function setPassword(
  db: Db,
  worker: string,
  username: string,
  password: string,
  first = false,
): Promise<void> {
  const row = {
    worker,
    username: asUsername(username),
    password: await seal(password),
    must_change: first,
  }
  await db
    .insertInto('account')
    .values(row)
    .onConflict(c => c.column('worker').doUpdateSet(row))
    .execute()
}

/** Its owner chose another: the old one, its one-time code, and the devices it was told to are of no use any more. */
export async function changePassword(db: Db, worker: string, sealed: string, now: Instant): Promise<void> {
  await db
    .updateTable('account')
    .set({ password: sealed, must_change: false, changed: now })
    .where('worker', '=', worker)
    .execute()
  await db.deleteFrom('one_time_code').where('worker', '=', worker).execute()
  await db.deleteFrom('known_device').where('worker', '=', worker).execute()
}

/** A line of the log about signing in; of nobody, where the name is not known: what was typed may be a password. */
export const logStep = async (
  db: Db,
  at: Instant,
  worker: string | null,
  allowed: boolean,
  because: string,
  by: string | null = worker,
): Promise<void> =>
  await writeLog(db, {
    at,
    viewer: by,
    action: 'sign-in',
    subject: by === worker ? null : worker,
    page: 'sign in',
    allowed,
    because,
  })

/** Somebody was wrong about an account: its owner is told when they next sign in. */
export async function noteWrong(db: Db, worker: string, now: Instant): Promise<void> {
  await db
    .updateTable('account')
    .set({ wrong: sql`wrong + 1`, wrong_last: now })
    .where('worker', '=', worker)
    .execute()
}
