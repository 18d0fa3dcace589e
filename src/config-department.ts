import type { Department } from './jobs/department.ts'

type Env = Readonly<Record<string, string | undefined>>

const NAMES = ['URL', 'KEY', 'LA_CODE'] as const
const TOKEN = ['TOKEN_URL', 'CLIENT', 'SECRET', 'SCOPE'] as const
const SAFE = /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]?/

/**
 * Reads how to reach the Department's daily feed: GOLDEN_THREAD_DFE_URL, _KEY and _LA_CODE; and _TOKEN_URL, _CLIENT,
 * _SECRET and _SCOPE, where a token is to be had first. It is off unless the first three are there. Adds what is wrong
 * to the faults; no key is in any of them.
 */
export function readDepartment(env: Env, demonstration: boolean, faults: string[]): Department | null {
  const given = (name: string) => env[`GOLDEN_THREAD_DFE_${name}`]?.trim() ?? ''
  const some = [...NAMES, ...TOKEN].filter(n => given(n) !== '')
  if (some.length === 0) return null
  if (demonstration)
    faults.push('A demonstration sends the Department nothing. Take every GOLDEN_THREAD_DFE_… away.')
  for (const n of NAMES)
    if (given(n) === '')
      faults.push(
        `GOLDEN_THREAD_DFE_${n} is missing: the Department’s daily feed needs URL, KEY and LA_CODE.`,
      )
  const url = given('URL').replace(/\/$/, '')
  if (url !== '' && !SAFE.test(url)) faults.push('GOLDEN_THREAD_DFE_URL must begin with https://.')
  const laCode = given('LA_CODE')
  if (laCode !== '' && !/^\d{3}$/.test(laCode))
    faults.push(`GOLDEN_THREAD_DFE_LA_CODE is the council’s number of three figures, not “${laCode}”.`)
  const token = TOKEN.filter(n => given(n) !== '')
  if (token.length > 0 && token.length < TOKEN.length)
    faults.push(
      'A token for the Department needs all of GOLDEN_THREAD_DFE_TOKEN_URL, _CLIENT, _SECRET and _SCOPE.',
    )
  const tokenUrl = given('TOKEN_URL')
  if (tokenUrl !== '' && !SAFE.test(tokenUrl))
    faults.push('GOLDEN_THREAD_DFE_TOKEN_URL must begin with https://.')
  return {
    url,
    laCode,
    key: given('KEY'),
    token:
      token.length === TOKEN.length
        ? { url: tokenUrl, client: given('CLIENT'), secret: given('SECRET'), scope: given('SCOPE') }
        : null,
  }
}
