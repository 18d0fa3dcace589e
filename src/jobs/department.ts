import { setTimeout as pause } from 'node:timers/promises'
import type { JsonObject } from '../domain/returns/daily/shape.ts'

/** How to reach the Department's daily feed: see docs/guide/running.md. The keys are never said, not in a fault either. */
export interface Department {
  readonly url: string
  readonly laCode: string
  /** Sent as SupplierKey. */
  readonly key: string
  /** Where a token is to be had first (OAuth 2, client credentials); null where the key alone is enough. */
  readonly token: {
    readonly url: string
    readonly client: string
    readonly secret: string
    readonly scope: string
  } | null
}

/** How patient the sending is; a test is less so. */
export interface Patience {
  wait(ms: number): Promise<unknown>
  /** Milliseconds for one answer. */
  readonly answer: number
  /** How often one request is sent before it is given up for now. */
  readonly tries: number
}
export const PATIENT: Patience = { wait: ms => pause(ms), answer: 120_000, tries: 7 }

export type Answered =
  /** One receipt for each child, or the same for all; null where the Department gave none. */
  | { readonly took: readonly (string | null)[] }
  | { readonly tooMany: string }
  | { readonly malformed: string }
  /** Nothing more can be sent now, and why. */
  | { readonly stop: string }

const LONGEST = 10 * 60_000
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Milliseconds that the Department asks us to wait: a number of seconds, or a time. */
export function askedToWait(header: string | null, now: number): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(seconds) ? Math.min(LONGEST, Math.max(0, seconds)) : null
}

const backOff = (tried: number): number => Math.min(LONGEST, 1000 * 2 ** tried)

function receipts(text: string, children: number): readonly (string | null)[] {
  const found = text.match(UUID) ?? []
  if (found.length === children) return found
  return Array.from({ length: children }, () => (found.length === 1 ? (found[0] ?? null) : null))
}

/** Why a fetch failed; the address is in it, the keys never are. */
const broken = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message || cause.name : 'no reason given'
}

/** Asks for requests to be taken, again and again where that may help. Never throws: whatever happens is an answer. */
export function department(to: Department, patience: Patience = PATIENT) {
  let bearer: string | null = null

  async function fetchToken(): Promise<string> {
    if (!to.token) return ''
    const { url, client, secret, scope } = to.token
    const reply = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience.answer),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client,
        client_secret: secret,
        scope,
      }),
    })
    const said: unknown = await reply.json().catch(() => undefined)
    const token = Object(said).access_token
    if (typeof token === 'string' && token !== '') return token
    throw new Error(`the place that gives tokens answered ${reply.status}`)
  }

  async function once(body: string): Promise<Response> {
    if (to.token) bearer ??= await fetchToken()
    return await fetch(`${to.url}/children_social_care_data/${to.laCode}/children`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience.answer),
      headers: {
        'content-type': 'application/json',
        SupplierKey: to.key,
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body,
    })
  }

  return async function ask(children: readonly JsonObject[]): Promise<Answered> {
    const body = JSON.stringify(children)
    let last = ''
    for (let tried = 0; tried < patience.tries; tried += 1) {
      let asked: number | null = null
      try {
        const reply = await once(body)
        const text = await reply.text()
        const { status } = reply
        if (status === 200 || status === 204) return { took: receipts(text, children.length) }
        if (status === 413) return { tooMany: text.slice(0, 300) }
        if (status === 400 || status === 422) return { malformed: text.slice(0, 2000) }
        if (status === 401 && to.token && tried === 0) {
          // A token lasts an hour; a long run outlives it.
          bearer = null
          continue
        }
        if (status === 401)
          return {
            stop: 'The Department did not know us (401). Check GOLDEN_THREAD_DFE_KEY, and that it is still valid.',
          }
        if (status === 403)
          return {
            stop: `The Department does not let us send for council ${to.laCode} (403). Check GOLDEN_THREAD_DFE_LA_CODE, and ask the Department whether this council may send.`,
          }
        if (status !== 429 && status !== 408 && status < 500)
          return { stop: `The Department answered ${status}. Check GOLDEN_THREAD_DFE_URL.` }
        last = status === 429 ? 'it was busy (429)' : `it was in trouble (${status})`
        asked = askedToWait(reply.headers.get('retry-after'), Date.now())
      } catch (error) {
        last = `it could not be reached (${broken(error)})`
      }
      if (tried + 1 < patience.tries) await patience.wait(asked ?? backOff(tried))
    }
    return {
      stop: `The Department was asked ${patience.tries} times, and at last ${last}. What is left goes with the next run.`,
    }
  }
}
