import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import { textOf } from '../../domain/records/parse.ts'
import { accountOf, logStep } from '../../store/accounts/accounts.ts'
import { opens } from '../../store/accounts/password.ts'
import { countTry, FREE, forgetTries } from '../../store/accounts/waits.ts'
import type { Db } from '../../store/connection.ts'

interface Asking {
  readonly tx: Db
  readonly viewer: Viewer
  readonly now: Instant
  readonly typed: Typed
}

/**
 * Asks for the password again before anything about signing in is changed: a screen left open is not enough.
 * @returns what is wrong, for the question `current`; undefined where it is right
 */
export async function notTheOwner({ tx, viewer, now, typed }: Asking): Promise<string | undefined> {
  const account = await accountOf(tx, viewer.id)
  if (!account?.password) return 'Your account has no password here.'
  const key = `own ${viewer.id}`
  if (!(await countTry(tx, key, FREE.pair, now)))
    return 'There were too many wrong tries. Wait some minutes, then try again.'
  if (await opens(account.password, textOf(typed, 'current'))) {
    await forgetTries(tx, key)
    return undefined
  }
  await logStep(tx, now, viewer.id, false, 'The password is wrong, asked for before a change')
  return 'That is not your password. Type the one you sign in with now.'
}
