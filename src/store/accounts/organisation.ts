import { logStep } from './accounts.ts'
import { begin, type Door, type Entered } from './begin.ts'
import type { From } from './from.ts'
import { accountClaimed } from './link.ts'
import { beginStep, takeStep } from './steps.ts'

/** The council's own identity provider, by OpenID Connect. */
export interface Provider {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it by: "Thimble Council account". */
  readonly name: string
  /** The claim that says which account of the staff file this is, at the first sign-in. */
  readonly claim: 'email' | 'preferred_username'
  /** Told that the provider could not be asked, or that its answer was not taken: the reason holds no token. */
  readonly report?: (why: string) => void
}

/** Where the provider sends browsers back to. */
const BACK = '/sign-in/organisation/back'

// Loaded when it is first asked for.
const library = async () => await import('openid-client')

/**
 * What the provider says of itself, asked for at every sign-in: its keys may change between two. Plain HTTP is for a
 * provider on this machine alone.
 */
export async function discover(provider: Provider) {
  const oidc = await library()
  const secret = { client_secret: provider.clientSecret, [oidc.clockTolerance]: 60 }
  const local = provider.issuer.protocol === 'http:'
  return await oidc.discovery(provider.issuer, provider.clientId, secret, undefined, {
    timeout: 10,
    // The token comes straight from the provider, and its signature is checked all the same.
    execute: [oidc.enableNonRepudiationChecks, ...(local ? [oidc.allowInsecureRequests] : [])],
  })
}

const text = (facts: object, name: string): string => String(Object(facts)[name] ?? '')
/** What went wrong, in words of the library: an answer itself, which may hold a token, is never among them. */
export const why = (error: unknown): string =>
  error instanceof Error ? `${error.message}${'code' in error ? ` (${error.code})` : ''}` : 'unknown'

/** Where to send a browser to sign in, and the step that waits for it to come back. */
export async function toOrganisation(
  door: Door,
  provider: Provider,
  address: URL,
  after: string,
): Promise<{ readonly to: string; readonly step: string } | undefined> {
  try {
    const oidc = await library()
    const config = await discover(provider)
    const verifier = oidc.randomPKCECodeVerifier()
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: new URL(BACK, address).href,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const facts = { verifier, state, nonce, after }
    return { to: to.href, step: await beginStep(door.db, 'organisation', null, facts, door.now()) }
  } catch (error) {
    provider.report?.(why(error))
    return undefined
  }
}

/**
 * Lets in whoever the provider says has come: the code is exchanged with the verifier of this very step; issuer,
 * audience, nonce, signature and age of the token are checked by the library. Which account it is says the subject, which
 * is linked once; a role is never taken from a token.
 * @param query as the browser brought it back
 */
export async function fromOrganisation(
  door: Door,
  provider: Provider,
  address: URL,
  token: string | undefined,
  query: string,
  from: From,
): Promise<{ readonly entered: Entered; readonly after: string }> {
  const now = door.now()
  const step = await takeStep(door.db, 'organisation', token, now)
  if (!step) return { entered: { refused: 'over' }, after: '/' }
  const after = text(step.facts, 'after')
  const refused = async (said: 'organisation' | 'stranger', because: string) => {
    await logStep(door.db, now, null, false, because)
    return { entered: { refused: said }, after } as const
  }
  try {
    const oidc = await library()
    const config = await discover(provider)
    const back = new URL(BACK, address)
    back.search = query
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: text(step.facts, 'verifier'),
      expectedState: text(step.facts, 'state'),
      expectedNonce: text(step.facts, 'nonce'),
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return await refused('organisation', 'The organisation told nobody')
    const entered = await door.db.transaction().execute(async (tx): Promise<Entered | 'nobody'> => {
      const worker = await accountClaimed(tx, provider, claims, now)
      if (worker === undefined) return 'nobody'
      const there = typeof claims.sid === 'string' ? claims.sid : null
      return await begin(tx, worker, 'organisation', from, now, there)
    })
    if (entered === 'nobody')
      return await refused('stranger', 'The organisation told of somebody whom no account is for')
    return { entered, after }
  } catch (error) {
    provider.report?.(why(error))
    return await refused('organisation', 'The answer of the organisation was not taken')
  }
}

/** Where a browser is signed out of the provider as well, where it says so. */
export async function outOfOrganisation(provider: Provider, address: URL): Promise<string | undefined> {
  try {
    const config = await discover(provider)
    if (!config.serverMetadata().end_session_endpoint) return undefined
    const { buildEndSessionUrl } = await library()
    return buildEndSessionUrl(config, {
      client_id: provider.clientId,
      post_logout_redirect_uri: new URL('/sign-in', address).href,
    }).href
  } catch (error) {
    provider.report?.(why(error))
    return undefined
  }
}
