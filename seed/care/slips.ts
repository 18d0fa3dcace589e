import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, toNumber } from '../time.ts'

export type SlipKind = keyof Profile['slips']

/** When work slips: for whom, and when. A child whose work slips does so for a year together, not here and there. */
export interface Slips {
  /** True where this piece of one child's work, due on a day, is late or not done. */
  slips(kind: SlipKind, child: Rand, on: N, within?: number): boolean
  rate(kind: SlipKind, on: N): number
  readonly turning: N | null
}

export function slipsOf(profile: Profile, today: N): Slips {
  const turning = profile.turning === null ? null : toNumber(profile.turning)
  const rate = (kind: SlipKind, on: N) => {
    const [before, after] = profile.slips[kind]
    return turning !== null && on >= turning ? after : before
  }
  const weakness = new Map<string, number>()
  const weak = (kind: SlipKind, child: Rand, key: string, year: number) => {
    const known = weakness.get(key)
    if (known !== undefined) return known
    const made = child.fork(`${kind} ${year}`).next()
    weakness.set(key, made)
    return made
  }
  const own = new Map<Rand, number>()
  const idOf = (r: Rand) => {
    const known = own.get(r)
    if (known !== undefined) return known
    own.set(r, own.size)
    return own.size - 1
  }
  return {
    turning,
    rate,
    slips(kind, child, on, within = 0.35) {
      const year = Math.floor((today - on) / 365.25)
      return (
        weak(kind, child, `${kind} ${idOf(child)} ${year}`, year) < rate(kind, on) && child.chance(within)
      )
    },
  }
}
