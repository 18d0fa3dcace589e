import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { revokeOf } from '../sessions.ts'
import { logStep } from './accounts.ts'
import type { Door } from './begin.ts'
import { discover, type Provider, why } from './organisation.ts'
import { useOnce } from './steps.ts'

// OpenID Connect Back-Channel Logout 1.0: the provider tells us, machine to machine, that a session ended there.

/** The event that a token must be about (its section 2.4). */
const ENDED = 'http://schemas.openid.net/event/backchannel-logout'

/** Kinds of signature that only the provider can make; what a shared secret signs, anybody who holds it can. */
const SIGNATURES = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** Seconds after it was made for which a token is taken, and by which clocks may differ. */
const FRESH = 300
const APART = 60

/** How long, in ms, the keys of the provider are kept; and for how long it is not asked again, where it did not answer. */
const KEPT = 600_000
const NOT_AGAIN = 30_000

/** What became of it: done; a token that is none; or the provider, whose keys it has to be held against, is away. */
export type Heard = 'ended' | 'refused' | 'away'

/** Who and which session a token is about. */
interface About {
  readonly iss: string
  readonly sub: string | undefined
  readonly sid: string | undefined
  readonly jti: string
  readonly until: Instant
}

const said = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a token of right signature, issuer, audience and age says; undefined where it is no logout token. */
function aboutOf({ iss, sub, sid, jti, iat, nonce, events }: JWTPayload): About | undefined {
  const event = isObject(events) ? new Map<string, unknown>(Object.entries(events)).get(ENDED) : undefined
  const [who, which, once] = [said(sub), said(sid), said(jti)]
  if (!iss || !once || iat === undefined || nonce !== undefined || !isObject(event)) return undefined
  if (who === undefined && which === undefined) return undefined
  const until = new Date((iat + FRESH + 2 * APART) * 1000).toISOString() as Instant
  return { iss, sub: who, sid: which, jti: once, until }
}

/** Ends what the token says, where it was not heard before. @returns false where it was */
async function end(tx: Db, about: About, now: Instant): Promise<boolean> {
  if (!(await useOnce(tx, 'ended-there', `${about.iss} ${about.jti}`, about.until, now))) return false
  for (const { worker, sessions } of await revokeOf(tx, about))
    await logStep(
      tx,
      now,
      worker,
      true,
      `Signed out of the organisation: ${sessions === 1 ? '1 session' : `${sessions} sessions`} ended here`,
    )
  return true
}

/** What tokens are held against. */
interface Known {
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
}

/** What the provider says of itself, kept for a while: anybody may send here, and not each time is the provider asked. */
function knownOf(provider: Provider): () => Promise<Known> {
  let kept: { readonly known: Promise<Known>; until: number } | undefined
  const ask = async () => {
    const { issuer, jwks_uri } = (await discover(provider)).serverMetadata()
    if (!jwks_uri) throw new Error('The provider does not say where its keys are')
    const { createRemoteJWKSet } = await import('jose')
    return { issuer, keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 10_000 }) }
  }
  return () => {
    if (kept && kept.until > Date.now()) return kept.known
    const mine = { known: ask(), until: Date.now() + KEPT }
    mine.known.catch(() => {
      mine.until = Date.now() + NOT_AGAIN
    })
    kept = mine
    return mine.known
  }
}

/** Whether a token is for us at all: where not, the provider is asked nothing. */
async function isForUs(token: string, clientId: string): Promise<boolean> {
  const { decodeJwt } = await import('jose')
  try {
    return [decodeJwt(token).aud].flat().includes(clientId)
  } catch {
    return false
  }
}

/** True where it was not the token that was wrong: the keys could not be had. */
const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && 'code' in error && /^ERR_(JWKS_TIMEOUT|JOSE_GENERIC)$/.test(String(error.code)))

/**
 * Hears of sessions that ended at the provider, and ends those that came from them here. A token is taken once, and only
 * where it is typed as such (`logout+jwt`), signed by a key of the provider, for us, fresh, about a logout, and holds no
 * nonce: an ID token is never one. Tokens are held against the clock of the machine, as the provider’s own are.
 */
export function hearOfEnds(door: Door, provider: Provider): (token: string) => Promise<Heard> {
  const known = knownOf(provider)
  const not = (because: string, heard: Heard = 'refused'): Heard => {
    provider.report?.(`A logout token was not taken: ${because}`)
    return heard
  }
  const read = async (token: string): Promise<About | Heard> => {
    const asked = await known().catch((error: unknown) => why(error))
    if (typeof asked === 'string') return not(asked, 'away')
    const { jwtVerify } = await import('jose')
    try {
      const { payload } = await jwtVerify(token, asked.keys, {
        issuer: asked.issuer,
        audience: provider.clientId,
        typ: 'logout+jwt',
        algorithms: SIGNATURES,
        maxTokenAge: FRESH,
        clockTolerance: APART,
      })
      return aboutOf(payload) ?? not('it is about no logout')
    } catch (error) {
      return not(why(error), isAway(error) ? 'away' : 'refused')
    }
  }
  return async token => {
    if (!(await isForUs(token, provider.clientId))) return not('it is not for us')
    const about = await read(token)
    if (typeof about === 'string') return about
    const now = door.now()
    const done = await door.db.transaction().execute(tx => end(tx, about, now))
    return done ? 'ended' : not('it was heard before')
  }
}
