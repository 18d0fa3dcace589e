import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { accountNamed, logStep } from './accounts.ts'
import type { Provider } from './organisation.ts'

/** Says who has come: the subject never changes and is nobody else's; the other claims may. */
interface Claims {
  readonly iss: string
  readonly sub: string
  readonly [claim: string]: unknown
}

/**
 * The account of whoever the provider says has come: the one that this subject was linked to; or, at the first sign-in,
 * the one that the staff file declares for their e-mail address or user name. An account that is linked to one subject
 * never opens to another, whatever address that one has.
 */
export async function accountClaimed(
  tx: Db,
  provider: Pick<Provider, 'claim'>,
  claims: Claims,
  now: Instant,
): Promise<string | undefined> {
  const linked = await tx
    .selectFrom('account')
    .select('worker')
    .where('issuer', '=', claims.iss)
    .where('issuer_subject', '=', claims.sub)
    .executeTakeFirst()
  if (linked) return linked.worker
  const said = claims[provider.claim]
  if (typeof said !== 'string' || said.trim() === '') return undefined
  // An address that the provider itself has not seen to be theirs is a claim of anybody.
  if (provider.claim === 'email' && claims.email_verified === false) return undefined
  const account = await accountNamed(tx, said)
  if (!account || account.issuer_subject !== null) return undefined
  const done = await tx
    .updateTable('account')
    .set({ issuer: claims.iss, issuer_subject: claims.sub })
    .where('worker', '=', account.worker)
    .where('issuer_subject', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return undefined
  await logStep(tx, now, account.worker, true, 'Linked to the sign-in of the organisation')
  return account.worker
}
