import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { logStep } from './accounts.ts'
import { begin, type Door, type Entered } from './begin.ts'
import type { From } from './from.ts'
import { beginStep, takeStep } from './steps.ts'

// Loaded when it is first asked for: most never ask.
const library = async () => await import('@simplewebauthn/server')

/** Ed25519, and the two that every device has (ECDSA with P-256, RSA), by their COSE numbers. */
const ALGORITHMS = [-8, -7, -257] as const

/** What the library makes of an answer is checked by the library; here only that it is one. */
function readAnswer(text: string): { readonly id: string } | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
      ? { ...answer, id: answer.id }
      : undefined
  } catch {
    return undefined
  }
}

const challengeOf = (facts: object): string => String('challenge' in facts ? facts.challenge : '')

/** Asks a browser for a passkey of whoever sits there. */
export async function askPasskey(door: Door, address: URL) {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: address.hostname,
    userVerification: 'required',
  })
  const { challenge } = options
  return { options, step: await beginStep(door.db, 'passkey', null, { challenge }, door.now()) }
}

/** Lets somebody in by a passkey: that they hold the device, and that the device knows them, are two steps in one. */
export async function byPasskey(
  door: Door,
  address: URL,
  token: string | undefined,
  answer: string,
  from: From,
): Promise<Entered> {
  const now = door.now()
  const asked = await takeStep(door.db, 'passkey', token, now)
  if (!asked) return { refused: 'over' }
  const read = readAnswer(answer)
  const kept = read
    ? await door.db.selectFrom('passkey').selectAll().where('id', '=', read.id).executeTakeFirst()
    : undefined
  if (!read || !kept) {
    await logStep(door.db, now, null, false, 'The passkey is not known')
    return { refused: 'passkey' }
  }
  const counter = await check(read, address, challengeOf(asked.facts), kept)
  return await door.db.transaction().execute(async (tx): Promise<Entered> => {
    if (counter === undefined) {
      await logStep(tx, now, kept.worker, false, 'The answer of the passkey is wrong')
      return { refused: 'passkey' }
    }
    await tx.updateTable('passkey').set({ counter, used: now }).where('id', '=', kept.id).execute()
    return await begin(tx, kept.worker, 'passkey', from, now)
  })
}

async function check(
  read: { readonly id: string },
  address: URL,
  challenge: string,
  kept: { readonly id: string; readonly public_key: string; readonly counter: number },
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library()
  try {
    const checked = await verifyAuthenticationResponse({
      response: read as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: address.origin,
      expectedRPID: address.hostname,
      requireUserVerification: true,
      credential: {
        id: kept.id,
        publicKey: new Uint8Array(Buffer.from(kept.public_key, 'base64url')),
        counter: kept.counter,
      },
    })
    return checked.verified ? checked.authenticationInfo.newCounter : undefined
  } catch {
    // It throws at every fault of the answer, and says no more than that it is none.
    return undefined
  }
}

/** Asks a browser to make a passkey for somebody who is signed in. */
export async function askNewPasskey(
  tx: Db,
  who: { readonly worker: string; readonly name: string; readonly username: string },
  council: string,
  address: URL,
  now: Instant,
) {
  const { generateRegistrationOptions } = await library()
  const held = await passkeysOf(tx, who.worker)
  const options = await generateRegistrationOptions({
    rpName: `${council}: Golden Thread`,
    rpID: address.hostname,
    userName: who.username,
    userDisplayName: who.name,
    userID: new Uint8Array(Buffer.from(who.worker)),
    excludeCredentials: held.map(({ id }) => ({ id })),
    supportedAlgorithmIDs: [...ALGORITHMS],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return {
    options,
    step: await beginStep(tx, 'add-passkey', who.worker, { challenge: options.challenge }, now),
  }
}

/** Keeps a passkey that was made. False where the answer is none to what was asked. */
export async function addPasskey(
  tx: Db,
  worker: string,
  given: { readonly step: string; readonly answer: string; readonly name: string },
  address: URL,
  now: Instant,
): Promise<boolean> {
  const asked = await takeStep(tx, 'add-passkey', given.step, now)
  const read = readAnswer(given.answer)
  if (!read || asked?.worker !== worker) return false
  const { verifyRegistrationResponse } = await library()
  const checked = await verifyRegistrationResponse({
    response: read as RegistrationResponseJSON,
    expectedChallenge: challengeOf(asked.facts),
    expectedOrigin: address.origin,
    expectedRPID: address.hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...ALGORITHMS],
  }).catch(() => undefined)
  if (!checked?.verified) return false
  const { credential } = checked.registrationInfo
  const made = await tx
    .insertInto('passkey')
    .values({
      id: credential.id,
      worker,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      name: given.name,
      added: now,
      used: null,
    })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await logStep(tx, now, worker, true, 'A passkey was added')
  return true
}

export const passkeysOf = async (db: Db, worker: string) =>
  await db
    .selectFrom('passkey')
    .select(['id', 'name', 'added', 'used'])
    .where('worker', '=', worker)
    .orderBy('added')
    .execute()

export async function removePasskey(tx: Db, worker: string, id: string, now: Instant): Promise<boolean> {
  const gone = await tx
    .deleteFrom('passkey')
    .where('worker', '=', worker)
    .where('id', '=', id)
    .executeTakeFirst()
  if (gone.numDeletedRows > 0n) await logStep(tx, now, worker, true, 'A passkey was removed')
  return gone.numDeletedRows > 0n
}
