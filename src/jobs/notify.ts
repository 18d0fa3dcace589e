import { createHmac } from 'node:crypto'
import type { Instant } from '../domain/kernel/day.ts'
import type { Outgoing } from '../store/outgoing.ts'

/** How to reach GOV.UK Notify: see docs/guide/running.md. The key is never said, not in a fault either. */
export interface Notify {
  readonly key: string
  readonly template: string
  readonly url: string
}

export type Sent =
  | { readonly sent: string }
  /** The letter itself can't go: trying again would not help. */
  | { readonly refused: string }
  /** Not now: the service is away, busy, or does not know us. */
  | { readonly later: string }

const UUID = 36
const PATIENCE = 20_000

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The token of one request: the service's id and the time, signed by its secret (HS256). */
export function token(key: string, now: Instant): string {
  const service = key.slice(-(2 * UUID + 1), -(UUID + 1))
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(Date.parse(now) / 1000) })}`
  return `${signed}.${createHmac('sha256', key.slice(-UUID)).update(signed).digest('base64url')}`
}

async function ask(notify: Notify, now: Instant, path: string, body?: object): Promise<Response> {
  return await fetch(`${notify.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token(notify.key, now)}`, 'content-type': 'application/json' },
    // What is sent goes to the configured address and to no other.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

const read = async (reply: Response): Promise<unknown> => await reply.json().catch(() => undefined)

const text = (value: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const found = path.reduce<unknown>((v, name) => Object(v)[name], value)
  return typeof found === 'string' ? found : undefined
}

/** A letter that was tried before may have gone, and only the answer been lost: its reference finds it. */
async function sentBefore(notify: Notify, letter: Outgoing, now: Instant): Promise<string | undefined> {
  const reply = await ask(notify, now, `/v2/notifications?reference=${letter.letter}`)
  return reply.ok ? text(await read(reply), 'notifications', 0, 'id') : undefined
}

/** Sends a letter by email. Never throws: whatever happens is an answer. */
export async function sendEmail(notify: Notify, letter: Outgoing, now: Instant): Promise<Sent> {
  try {
    const before = letter.tries > 1 ? await sentBefore(notify, letter, now) : undefined
    if (before !== undefined) return { sent: before }
    const reply = await ask(notify, now, '/v2/notifications/email', {
      email_address: letter.recipient,
      template_id: notify.template,
      reference: letter.letter,
      personalisation: { subject: letter.about, body: letter.body },
    })
    const said = await read(reply)
    const id = text(said, 'id')
    if (reply.ok) return id ? { sent: id } : { later: 'Notify took it and gave no number' }
    const why = `Notify answered ${reply.status}: ${text(said, 'errors', 0, 'message') ?? 'no reason given'}`
    return reply.status === 400 ? { refused: why } : { later: why }
  } catch (error) {
    return {
      later: `Notify could not be reached: ${error instanceof Error ? error.message : 'no reason given'}`,
    }
  }
}
