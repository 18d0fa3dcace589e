/** Bits of `value` turned round to the left. */
const turn = (value: number, by: number) => (value << by) | (value >>> (32 - by))

/** The message in 32-bit words, with its closing bit and length (RFC 3174, section 4). */
function blocks(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16)
  bytes.forEach((byte, i) => {
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << (24 - (i % 4) * 8))
  })
  const end = bytes.length
  words[end >> 2] = (words[end >> 2] ?? 0) | (0x80 << (24 - (end % 4) * 8))
  words[words.length - 1] = end * 8
  return words
}

function round(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

/** SHA-1 of bytes, in hex. For names of rows only: nothing is kept safe by it. Pure, as the domain must be. */
function sha1(bytes: Uint8Array): string {
  const words = blocks(bytes)
  const sum = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const w = new Uint32Array(80)
  for (let start = 0; start < words.length; start += 16) {
    for (let i = 0; i < 80; i += 1) {
      const mixed = (w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0)
      w[i] = i < 16 ? (words[start + i] ?? 0) : turn(mixed, 1)
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = sum
    for (let i = 0; i < 80; i += 1) {
      const next = (turn(a, 5) + round(i, b, c, d) + e + (w[i] ?? 0)) >>> 0
      ;[a, b, c, d, e] = [next, a, turn(b, 30) >>> 0, c, d]
    }
    for (const [i, v] of [a, b, c, d, e].entries()) sum[i] = (sum[i] ?? 0) + v
  }
  return [...sum].map(n => n.toString(16).padStart(8, '0')).join('')
}

const utf8 = new TextEncoder()
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], h => Number.parseInt(h, 16))

/**
 * The UUID version 5 of a name (RFC 9562, section 5.5): the same name always gives the same id, so what is read
 * twice is written once.
 * @param space a UUID that keeps one kind of name apart from another
 */
export function nameId(space: string, name: string): string {
  const prefix = fromHex(space.replaceAll('-', ''))
  const rest = utf8.encode(name)
  const bytes = new Uint8Array(prefix.length + rest.length)
  bytes.set(prefix)
  bytes.set(rest, prefix.length)
  const hex = sha1(bytes)
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** The space of ids made from an SSDA903 return. Never change it: every id already given rests on it. */
const SSDA903 = '3f0d6c7e-52a1-4c1b-9a52-903a5d0a0903'

/** The id of something in an SSDA903 return, by what makes it one thing: `['235', 'placement', '2025-05-17']`. */
export const returnId = (parts: readonly string[]): string => nameId(SSDA903, parts.join('|'))
