import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths } from '../time.ts'
import type { Child } from './child.ts'
import { newChild, newFamily } from './who.ts'

/** Children who live with somebody by private arrangement: those open today, and more who have gone home. */
export function fostered(profile: Profile, start: N, today: N, first: number, rand: Rand): Child[] {
  const one = (i: number, open: boolean): Child => {
    const from = open ? today - rand.int(4, 900) : rand.int(start + 10, today - 430)
    const to = open ? null : from + rand.int(60, 420)
    const born = plusMonths(from, -12 * rand.int(8, 14)) - rand.int(0, 300)
    const family = newFamily(200_000 + i, rand)
    const child = newChild(family, born, false, first + i, rand)
    child.fostering = [{ from: Math.max(from, start + 1), to }]
    return child
  }
  const open = Array.from({ length: profile.privatelyFostered }, (_, i) => one(i, true))
  const gone = Array.from({ length: Math.round(profile.privatelyFostered * 1.4) }, (_, i) =>
    one(profile.privatelyFostered + i, false),
  )
  return [...open, ...gone]
}
