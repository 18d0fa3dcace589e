import type { Instant } from './domain/kernel/day.ts'
import { byCode } from './store/accounts/by-code.ts'
import { byPassword } from './store/accounts/by-password.ts'
import { bySecond } from './store/accounts/by-second.ts'
import { hearOfEnds } from './store/accounts/ended-there.ts'
import { deviceWords, type From, nearWords } from './store/accounts/from.ts'
import {
  fromOrganisation,
  outOfOrganisation,
  type Provider,
  toOrganisation,
} from './store/accounts/organisation.ts'
import { askPasskey, byPasskey } from './store/accounts/passkeys.ts'
import type { Db } from './store/connection.ts'
import { sealed } from './store/throttle.ts'
import type { WaysIn, Whence } from './web/http/door.ts'

/** What signing in stands on, of the configuration. */
export interface SignInAt {
  /** The address by which people come; passkeys and the organisation's sign-in need it. */
  readonly address: URL | null
  readonly provider: Provider | null
}

/** The ways in, as the web sees them. */
export function waysIn(db: Db, now: () => Instant, { address, provider }: SignInAt): WaysIn {
  const door = { db, now }
  const from = async (whence: Whence): Promise<From> => ({
    address: await sealed(db, whence.address),
    near: nearWords(whence.address),
    device: deviceWords(whence.agent),
    known: whence.known,
    session: whence.session,
  })
  return {
    password: async (username, password, whence) =>
      await byPassword(door, username, password, await from(whence)),
    second: async (step, code, whence) => await bySecond(door, step, code, await from(whence)),
    code: async (given, whence) => await byCode(door, given, await from(whence)),
    passkey: address && {
      ask: () => askPasskey(door, address),
      answer: async (step, answer, whence) =>
        await byPasskey(door, address, step, answer, await from(whence)),
    },
    organisation: address &&
      provider && {
        name: provider.name,
        start: after => toOrganisation(door, provider, address, after),
        back: async (step, query, whence) =>
          await fromOrganisation(door, provider, address, step, query, await from(whence)),
        out: () => outOfOrganisation(provider, address),
        ended: hearOfEnds(door, provider),
      },
  }
}
