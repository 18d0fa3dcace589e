import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../domain/kernel/day.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECONDS = 30

/** The bytes as letters (RFC 4648 base32, without the padding that apps leave out). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(b => b.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(letters: string): Buffer {
  const bits = [...letters].map(l => LETTERS.indexOf(l).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** A new key for an authenticator app: 160 bits, as letters. */
export const newTotpKey = (): string => base32(randomBytes(20))

/** The step of half a minute that a moment is in. */
export const stepAt = (now: Instant): number => Math.floor(Date.parse(now) / 1000 / SECONDS)

/** The six figures of a step (RFC 6238 with SHA-1, as apps have it). */
export function totpAt(key: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The step whose code was typed: this one, or the one before or after, as clocks differ.
 * @param taken the last step whose code was taken; none up to it is taken again
 */
export function stepOf(key: string, typed: string, now: Instant, taken: number | null): number | undefined {
  const code = Buffer.from(typed.replaceAll(/\s/g, ''))
  const at = stepAt(now)
  let right: number | undefined
  // All three are worked out, so that how long it takes says nothing.
  for (const step of [at - 1, at, at + 1]) {
    const made = Buffer.from(totpAt(key, step))
    const same = made.length === code.length && timingSafeEqual(made, code)
    if (same && (taken === null || step > taken)) right = step
  }
  return right
}

/** What an authenticator app reads from the picture. */
export const totpAddress = (key: string, council: string, username: string): string =>
  `otpauth://totp/${encodeURIComponent(`${council}:${username}`)}?${new URLSearchParams({
    secret: key,
    issuer: council,
    algorithm: 'SHA1',
    digits: '6',
    period: String(SECONDS),
  })
    .toString()
    .replaceAll('+', '%20')}`
