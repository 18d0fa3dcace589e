import { accountOf } from '../../store/accounts/accounts.ts'
import { passkeysOf } from '../../store/accounts/passkeys.ts'
import { addressOf, signInSettings } from '../../store/accounts/settings.ts'
import type { Db } from '../../store/connection.ts'
import { sessionsOf } from '../../store/sessions.ts'
import type { Ctx } from '../../web/page.ts'

/** Everything about how the viewer signs in. */
export async function ownSignIn({ tx, viewer, now, csrf }: Ctx<Db>) {
  const account = await accountOf(tx, viewer.id)
  const codes = await tx
    .selectFrom('recovery_code')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('worker', '=', viewer.id)
    .executeTakeFirstOrThrow()
  const sessions = await sessionsOf(tx, viewer.id, now)
  const passkeys = await passkeysOf(tx, viewer.id)
  const { secondStep } = await signInSettings(tx)
  const without = account?.password != null && account.totp === null && passkeys.length === 0
  return {
    account,
    passkeys,
    /** Their role needs a second step, and they have none. */
    must: without && secondStep.includes(viewer.role),
    codes: codes.n,
    sessions: sessions.map(s => ({ ...s, own: s.csrf === csrf })),
    address: await addressOf(tx),
  }
}

export type OwnSignIn = Awaited<ReturnType<typeof ownSignIn>>
