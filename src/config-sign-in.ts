import type { Provider } from './store/accounts/organisation.ts'

type Env = Readonly<Record<string, string | undefined>>

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

function readUrl(text: string): URL | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.has(url.hostname))
      ? url
      : undefined
  } catch {
    return undefined
  }
}

/** The address by which people come, from GOLDEN_THREAD_URL; null where it is not said. */
function readAddress(env: Env, faults: string[]): URL | null {
  const said = env.GOLDEN_THREAD_URL?.trim() ?? ''
  if (said === '') return null
  const url = readUrl(said)
  if (url && url.pathname === '/' && url.search === '' && url.username === '') return url
  faults.push(
    'GOLDEN_THREAD_URL must be the address by which people come, such as https://golden-thread.example, and nothing after it.',
  )
  return null
}

/**
 * Reads how people sign in: GOLDEN_THREAD_URL, and the council's own sign-in by OpenID Connect (GOLDEN_THREAD_OIDC_ISSUER,
 * …_CLIENT, …_SECRET, …_NAME, …_CLAIM). Adds what is wrong to the faults; the secret is in none of them.
 */
export function readSignIn(
  env: Env,
  demonstration: boolean,
  faults: string[],
): { readonly address: URL | null; readonly provider: Provider | null } {
  const address = readAddress(env, faults)
  const said = (name: string) => env[`GOLDEN_THREAD_OIDC_${name}`]?.trim() ?? ''
  const [issuer, clientId, clientSecret] = [said('ISSUER'), said('CLIENT'), said('SECRET')]
  if (`${issuer}${clientId}${clientSecret}` === '') return { address, provider: null }
  if (demonstration)
    faults.push('A demonstration asks no organisation who somebody is. Take GOLDEN_THREAD_OIDC_… away.')
  const url = readUrl(issuer)
  if (!url) faults.push('GOLDEN_THREAD_OIDC_ISSUER must be an address that begins with https://.')
  if (clientId === '' || clientSecret === '')
    faults.push('GOLDEN_THREAD_OIDC_CLIENT and …_SECRET must be those that the provider gave this product.')
  if (!env.GOLDEN_THREAD_URL?.trim())
    faults.push('The provider sends people back to GOLDEN_THREAD_URL: say the address by which people come.')
  const claim = said('CLAIM') || 'email'
  if (claim !== 'email' && claim !== 'preferred_username')
    faults.push('GOLDEN_THREAD_OIDC_CLAIM must be email or preferred_username.')
  if (!url) return { address, provider: null }
  const report = (why: string) => console.error(`Signing in through the organisation: ${why}`)
  return {
    address,
    provider: {
      issuer: url,
      clientId,
      clientSecret,
      name: said('NAME') || 'your work account',
      claim: claim === 'preferred_username' ? claim : 'email',
      report,
    },
  }
}
