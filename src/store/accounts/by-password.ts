import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { accountNamed, asUsername, logStep, noteWrong } from './accounts.ts'
import { beginOrSecond, type Door, type Entered } from './begin.ts'
import { countOnDevice, isKnown } from './devices.ts'
import type { From } from './from.ts'
import { isOldSeal, nobodys, opens, seal } from './password.ts'
import { countTry, FREE, forgetTries, uncountTry } from './waits.ts'

const addressKey = (from: From): string => `address ${from.address}`
const pairKey = (name: string, from: From): string => `pair ${name} ${from.address}`

/**
 * Counts a try at an account, and says whether it may be made. A stranger's tries make the stranger wait, at this account
 * and elsewhere; they never keep its owner out, who comes from another address, or with a device that is known.
 */
async function mayTry(
  tx: Db,
  name: string,
  worker: string | null,
  from: From,
  now: Instant,
): Promise<boolean> {
  if (worker !== null && from.known !== undefined && (await isKnown(tx, from.known, worker, now))) {
    await countOnDevice(tx, from.known, worker)
    return true
  }
  const address = await countTry(tx, addressKey(from), FREE.address, now)
  return address && (await countTry(tx, pairKey(name, from), FREE.pair, now))
}

/** What a try at a secret of an account came to. */
type Tried =
  | { readonly worker: string; readonly kept: string | null }
  | { readonly refused: 'wrong' | 'wait' }

/** Tries a secret at the account of a name: counted, tried outside of any transaction, and logged. */
export async function trySecret(
  door: Door,
  typed: string,
  from: From,
  what: { readonly words: string; keptOf(tx: Db, worker: string): Promise<string | null> },
  secret: string,
): Promise<Tried> {
  const now = door.now()
  const asked = await door.db.transaction().execute(async tx => {
    const account = await accountNamed(tx, typed)
    const name = account?.username ?? asUsername(typed).slice(0, 100)
    const worker = account?.worker ?? null
    const may = await mayTry(tx, name, worker, from, now)
    if (!may) await logStep(tx, now, worker, false, 'Too many wrong tries from where this one came')
    if (!may && worker) await noteWrong(tx, worker, now)
    return { name, worker, may, kept: worker === null ? null : await what.keptOf(tx, worker) }
  })
  if (!asked.may) return { refused: 'wait' }
  const right = await opens(asked.kept ?? (await nobodys()), secret)
  const { worker, kept, name } = asked
  return await door.db.transaction().execute(async tx => {
    if (right && worker !== null && kept !== null) {
      await forgetTries(tx, pairKey(name, from))
      await uncountTry(tx, addressKey(from))
      return { worker, kept }
    }
    await logStep(
      tx,
      now,
      worker,
      false,
      worker === null ? 'The user name is not known' : `The ${what.words} is wrong`,
    )
    if (worker !== null) await noteWrong(tx, worker, now)
    return { refused: 'wrong' }
  })
}

const passwords = {
  words: 'password',
  keptOf: async (tx: Db, worker: string) =>
    (await tx.selectFrom('account').select('password').where('worker', '=', worker).executeTakeFirst())
      ?.password ?? null,
}

/** Lets somebody in by user name and password; a password kept in an older way is made anew. */
export async function byPassword(door: Door, typed: string, password: string, from: From): Promise<Entered> {
  const tried = await trySecret(door, typed, from, passwords, password)
  if ('refused' in tried) return tried
  const { worker, kept } = tried
  const anew = kept !== null && isOldSeal(kept) ? await seal(password) : null
  const now = door.now()
  return await door.db.transaction().execute(async tx => {
    if (anew !== null)
      await tx
        .updateTable('account')
        .set({ password: anew })
        .where('worker', '=', worker)
        .where('password', '=', kept)
        .execute()
    await logStep(tx, now, worker, true, 'The password is right')
    return await beginOrSecond(tx, worker, from, now)
  })
}
