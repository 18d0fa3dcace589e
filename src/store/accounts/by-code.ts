import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { revokeAll } from '../sessions.ts'
import { accountOf, changePassword, logStep } from './accounts.ts'
import { beginOrSecond, type Door, type Entered } from './begin.ts'
import { trySecret } from './by-password.ts'
import type { From } from './from.ts'
import { newCode, readCode, seal } from './password.ts'
import { passwordFault } from './password-rules.ts'

/** Hours in which a one-time code may be used. */
export const CODE_HOURS = 24

/**
 * Makes a one-time code, by which somebody sets a new password: it is told once and kept hashed. Whoever had the old
 * password is shut out at once.
 * @param by who made it; null from the command line
 */
export async function makeOneTimeCode(
  tx: Db,
  worker: string,
  by: string | null,
  now: Instant,
): Promise<string> {
  const code = newCode()
  const row = {
    worker,
    hash: await seal(code),
    made_by: by,
    expires: new Date(Date.parse(now) + CODE_HOURS * 3_600_000).toISOString() as Instant,
  }
  await tx
    .insertInto('one_time_code')
    .values(row)
    .onConflict(c => c.column('worker').doUpdateSet(row))
    .execute()
  await tx.updateTable('account').set({ password: null }).where('worker', '=', worker).execute()
  await revokeAll(tx, worker)
  await logStep(tx, now, worker, true, 'A one-time code was made, and every session ended', by)
  return code
}

const codesAt = (now: Instant) => ({
  words: 'one-time code',
  keptOf: async (tx: Db, worker: string) =>
    (
      await tx
        .selectFrom('one_time_code')
        .select('hash')
        .where('worker', '=', worker)
        .where('expires', '>', now)
        .executeTakeFirst()
    )?.hash ?? null,
})

/** Sets a new password by a one-time code, which is used up by it, and goes on as the password does. */
export async function byCode(
  door: Door,
  given: { readonly username: string; readonly code: string; readonly password: string },
  from: From,
): Promise<Entered> {
  const now = door.now()
  const fault = passwordFault(given.password, [given.username])
  if (fault) return { refused: 'password', fault }
  const tried = await trySecret(door, given.username, from, codesAt(now), readCode(given.code))
  if ('refused' in tried) return tried.refused === 'wrong' ? { refused: 'one-time' } : tried
  const sealed = await seal(given.password)
  const { worker, kept } = tried
  return await door.db.transaction().execute(async (tx): Promise<Entered> => {
    const used = await tx
      .deleteFrom('one_time_code')
      .where('worker', '=', worker)
      .where('hash', '=', kept ?? '')
      .executeTakeFirst()
    if (used.numDeletedRows === 0n) return { refused: 'one-time' }
    await changePassword(tx, worker, sealed, now)
    await revokeAll(tx, worker)
    await logStep(tx, now, worker, true, 'A new password was set with a one-time code')
    return await beginOrSecond(tx, worker, from, now)
  })
}

/** What an administrator sees of how somebody signs in. */
export async function howTheySignIn(db: Db, worker: string) {
  const account = await accountOf(db, worker)
  const passkeys = await db.selectFrom('passkey').select('id').where('worker', '=', worker).execute()
  return account
    ? {
        username: account.username,
        password: account.password !== null,
        app: account.totp !== null,
        passkeys: passkeys.length,
        organisation: account.issuer_subject !== null,
      }
    : null
}

/** Takes the second step of somebody away who lost it, and their recovery codes. */
export async function removeSecond(tx: Db, worker: string, by: string | null, now: Instant): Promise<void> {
  await tx
    .updateTable('account')
    .set({ totp: null, totp_begun: null, totp_step: null })
    .where('worker', '=', worker)
    .execute()
  await tx.deleteFrom('recovery_code').where('worker', '=', worker).execute()
  await tx.deleteFrom('passkey').where('worker', '=', worker).execute()
  await revokeAll(tx, worker)
  await logStep(tx, now, worker, true, 'The second step was taken away, and every session ended', by)
}
