import { randomBytes, randomInt } from 'node:crypto'
import type { Instant } from '../domain/kernel/day.ts'
import { CHILD_CODES, childCode } from '../domain/kernel/ids.ts'

/** A UUIDv7 (RFC 9562): its first 48 bits are the moment, so ids sort by when they were made. */
export function newId(now: Instant): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.parse(now), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True where a text has the shape of an id made here: what a form sends back may be anything. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/** A child ID that nobody could guess from another. The database refuses one that is taken. */
export const newChildCode = (): string => childCode(randomInt(CHILD_CODES))
