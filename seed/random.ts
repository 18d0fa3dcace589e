/** A small seeded source of chance. The same seed gives the same run, on any machine. */
export interface Rand {
  /** From 0 up to but not with 1. */
  next(): number
  /** A whole number from a to b, both included. */
  int(a: number, b: number): number
  chance(p: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of these, as often as its weight says. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** How long until something happens that happens on average after `mean`. */
  exponential(mean: number): number
  /** Another source, the same for the same label, which does not disturb this one. */
  fork(label: string): Rand
}

/** FNV-1a: a text to 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** sfc32: four words of state, quick and well tested. */
function sfc32(seed: string): () => number {
  let a = hash(`${seed}/a`)
  let b = hash(`${seed}/b`)
  let c = hash(`${seed}/c`)
  let d = 1
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i += 1) next()
  return next
}

export function random(seed: string): Rand {
  const next = sfc32(seed)
  const int = (a: number, b: number) => a + Math.floor(next() * (b - a + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)]
    if (found === undefined) throw new Error('Nothing to pick from: the list is empty.')
    return found
  }
  return {
    next,
    int,
    pick,
    chance: p => next() < p,
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [, w]) => sum + w, 0)
      for (const [value, w] of pairs) {
        left -= w
        if (left < 0) return value
      }
      return pick(pairs)[0]
    },
    shuffle(list) {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i -= 1) {
        const j = int(0, i)
        const [x, y] = [out[i], out[j]]
        if (x !== undefined && y !== undefined) {
          out[i] = y
          out[j] = x
        }
      }
      return out
    },
    exponential: mean => -mean * Math.log(1 - next()),
    fork: label => random(`${seed}/${label}`),
  }
}
