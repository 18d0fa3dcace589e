import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { accountOf, logStep, noteWrong } from './accounts.ts'
import { begin, type Door, type Entered } from './begin.ts'
import type { From } from './from.ts'
import { newCode, opens, readCode, seal } from './password.ts'
import { findStep, takeStep } from './steps.ts'
import { hashToken } from './tokens.ts'
import { stepOf } from './totp.ts'

/** Wrong codes after which the password must be typed again. */
const TRIES = 5
const CODES = 10

/** Takes the code of an authenticator app, once: the same code is not taken again, though its half minute still runs. */
export async function takeTotp(tx: Db, worker: string, typed: string, now: Instant): Promise<boolean> {
  const account = await accountOf(tx, worker)
  if (!account?.totp) return false
  const step = stepOf(account.totp, typed, now, account.totp_step)
  if (step === undefined) return false
  const { rows } = await sql`update account set totp_step = ${step} where worker = ${worker}
    and (totp_step is null or totp_step < ${step}) returning worker`.execute(tx)
  return rows.length > 0
}

/** Takes a recovery code, which is used up by it. */
async function takeRecovery(tx: Db, worker: string, typed: string): Promise<boolean> {
  const code = readCode(typed)
  if (code === '') return false
  const kept = await tx
    .selectFrom('recovery_code')
    .select(['id', 'hash'])
    .where('worker', '=', worker)
    .forUpdate()
    .execute()
  for (const { id, hash } of kept)
    if (await opens(hash, code)) {
      await tx.deleteFrom('recovery_code').where('id', '=', id).execute()
      return true
    }
  return false
}

/** New recovery codes in place of those there were. @returns them, to be shown once */
export async function newRecoveryCodes(tx: Db, worker: string, now: Instant): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  const hashes = await Promise.all(codes.map(seal))
  await tx.deleteFrom('recovery_code').where('worker', '=', worker).execute()
  await tx
    .insertInto('recovery_code')
    .values(hashes.map(hash => ({ id: newId(now), worker, hash })))
    .execute()
  return codes
}

/** Counts a try at a step. False where there were too many, or it is over. */
async function countAtStep(tx: Db, token: string): Promise<boolean> {
  const { rows } = await sql`update sign_in_step
    set facts = jsonb_build_object('tries', (facts ->> 'tries')::integer + 1)
    where token = ${hashToken(token)} and (facts ->> 'tries')::integer < ${TRIES} returning token`.execute(tx)
  return rows.length > 0
}

/** Lets somebody in by the code of their app, or by a recovery code, after their password. */
export async function bySecond(
  door: Door,
  token: string | undefined,
  typed: string,
  from: From,
): Promise<Entered> {
  const now = door.now()
  return await door.db.transaction().execute(async (tx): Promise<Entered> => {
    const step = await findStep(tx, 'second', token, now)
    if (!step?.worker || token === undefined || !(await countAtStep(tx, token))) return { refused: 'over' }
    const { worker } = step
    const app = await takeTotp(tx, worker, typed, now)
    const right = app || (await takeRecovery(tx, worker, typed))
    if (!right) {
      await logStep(tx, now, worker, false, 'The code is wrong, or was used before')
      await noteWrong(tx, worker, now)
      return { refused: 'code' }
    }
    await logStep(tx, now, worker, true, app ? 'The code is right' : 'A recovery code was used')
    await takeStep(tx, 'second', token, now)
    return await begin(tx, worker, 'password', from, now)
  })
}
