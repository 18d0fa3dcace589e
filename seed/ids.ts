import type { Rand } from './random.ts'

const hex = (n: number, width: number) => n.toString(16).padStart(width, '0')

/** A UUIDv7: the moment in front, so that ids sort as they were made, then chance. */
export function uuid(ms: number, rand: Rand): string {
  const time = hex(Math.max(0, ms), 12)
  const a = hex(rand.int(0, 0xfff), 3)
  const b = hex(0x8000 + rand.int(0, 0x3fff), 4)
  const c = hex(rand.int(0, 0xffffff), 6) + hex(rand.int(0, 0xffffff), 6)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}`
}
