import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { writeLog } from '../log.ts'
import { endSession, findSession, type Means, startSession } from '../sessions.ts'
import { accountOf, logStep } from './accounts.ts'
import { knowDevice } from './devices.ts'
import type { From } from './from.ts'
import { beginStep } from './steps.ts'

/** Why somebody is not let in. */
export type Refused =
  | 'wrong'
  | 'wait'
  | 'ended'
  | 'over'
  | 'code'
  | 'one-time'
  | 'password'
  | 'passkey'
  | 'organisation'
  | 'stranger'

export type Entered =
  | { readonly token: string; readonly device: string }
  /** The password was right, and a second step is to come. */
  | { readonly second: string }
  | { readonly refused: Refused; readonly fault?: string }

/** What signing in works with: the database, and the time. Each way in opens its own transactions. */
export interface Door {
  readonly db: Db
  now(): Instant
}

/**
 * Lets somebody in who is who they say: a session of its own, whatever there was before, and the device is known from
 * now on. Whoever is who they say may have no place here any more: an account may end, and a visit's accounts all do.
 * @param there the session of the organisation's own sign-in that it came from, where it says one
 */
export async function begin(
  tx: Db,
  worker: string,
  means: Means,
  from: From,
  now: Instant,
  there: string | null = null,
): Promise<Entered> {
  const account = await accountOf(tx, worker)
  if (from.session !== undefined) await endSession(tx, from.session)
  const token = await startSession(tx, worker, now, {
    device: from.device,
    address: from.near,
    means,
    there,
    wrong: account?.wrong ?? 0,
    wrongLast: account?.wrong_last ?? null,
  })
  if (!(await findSession(tx, token, now))) {
    await endSession(tx, token)
    // Not a wrong password: it counts towards no wait.
    const because = 'The account has ended, or has not begun'
    await writeLog(tx, {
      at: now,
      viewer: worker,
      action: 'session',
      subject: null,
      page: 'sign in',
      allowed: false,
      because,
    })
    return { refused: 'ended' }
  }
  await tx.updateTable('account').set({ wrong: 0 }).where('worker', '=', worker).execute()
  await logStep(tx, now, worker, true, `Signed in: ${means}, ${from.device}`)
  return { token, device: await knowDevice(tx, from.known, worker, now) }
}

/** A right password lets in, or leads on to the second step where the account has one. */
export async function beginOrSecond(tx: Db, worker: string, from: From, now: Instant): Promise<Entered> {
  const account = await accountOf(tx, worker)
  const passkey = await tx.selectFrom('passkey').select('id').where('worker', '=', worker).executeTakeFirst()
  if (!account?.totp && !passkey) return await begin(tx, worker, 'password', from, now)
  return { second: await beginStep(tx, 'second', worker, { tries: 0 }, now) }
}
