import type { Child, PlannedStay } from '../population/child.ts'
import type { Rand } from '../random.ts'
import { ageAt, type N } from '../time.ts'

export interface PlannedPlacement {
  readonly from: N
  readonly to: N | null
  readonly type: string
  readonly provider: string
  readonly longTerm: boolean
  readonly why: string | null
}

const young = [
  ['U6', 58],
  ['U3', 18],
  ['R3', 4],
  ['P1', 5],
] as const
const middle = [
  ['U6', 60],
  ['U3', 16],
  ['K2', 7],
  ['P1', 5],
] as const
const teens = [
  ['U6', 46],
  ['U3', 10],
  ['K2', 22],
  ['K1', 1],
  ['S1', 3],
  ['P1', 4],
] as const
/** Supported accommodation was registered, and had its own code, from autumn 2023; before, it was not. */
const nearlyGrown = { now: 'K3', earlier: 'H5' } as const

const providerOf = (type: string, rand: Rand): string => {
  if (type === 'P1') return 'PR0'
  if (type.startsWith('U')) return rand.chance(0.72) ? 'PR1' : rand.chance(0.8) ? 'PR4' : 'PR5'
  if (type.startsWith('A')) return 'PR1'
  return rand.weighted([
    ['PR1', 3],
    ['PR4', 6],
    ['PR5', 1],
  ])
}

function typeAt(
  child: Child,
  on: N,
  nth: number,
  settled: boolean,
  codes: 'now' | 'earlier',
  rand: Rand,
): string {
  const age = ageAt(child.born, on)
  if (settled && age < 17) return rand.chance(0.8) ? 'U4' : 'U1'
  if (age >= 16 && rand.chance(nth === 0 ? 0.25 : 0.45)) {
    if (codes === 'earlier' && age >= 17 && rand.chance(0.3)) return 'P2'
    return nearlyGrown[codes]
  }
  return rand.weighted(age < 5 ? young : age < 11 ? middle : teens)
}

const why = [
  ['CARPL', 44],
  ['CREQB', 18],
  ['CREQO', 8],
  ['CHILD', 7],
  ['PLACE', 8],
  ['STAND', 2],
  ['ALLEG', 2],
  ['OTHER', 6],
] as const

/** The days of moving: often in the first year, and again where a child is unsettled. */
function moves(stay: PlannedStay, until: N, rand: Rand): N[] {
  const unsettled = rand.chance(0.16)
  const days: N[] = []
  let at = stay.from
  for (;;) {
    const inFirstYear = at - stay.from < 330
    at += Math.ceil(12 + rand.exponential(unsettled ? 125 : inFirstYear ? 700 : 1700))
    if (at > until - 3) return days
    days.push(at)
  }
}

/** Where the child lives through a stay, one place after another. */
export function placements(
  child: Child,
  stay: PlannedStay,
  today: N,
  codes: 'now' | 'earlier',
): PlannedPlacement[] {
  const rand = child.rand.fork(`placements ${stay.from}`)
  const until = stay.to ?? today
  const days = [stay.from, ...moves(stay, until, rand)]
  const adopted = stay.ended === 'E11' || stay.ended === 'E12'
  if (adopted && until - (days.at(-1) ?? stay.from) > 200) days.push(until - rand.int(110, 180))
  return days.map((from, i) => {
    const next = days[i + 1]
    const last = next === undefined
    // Long-term care is matched with those the child has come to live with, or begun by moving to them.
    const lasting = (next ?? until) - from
    const settled =
      i > 0 ? lasting > 200 && from - stay.from > 150 && rand.chance(0.7) : lasting > 900 && rand.chance(0.6)
    const type = adopted && last ? 'A6' : typeAt(child, from, i, settled, codes, rand)
    return {
      from,
      to: next ?? stay.to,
      type,
      provider: providerOf(type, rand),
      longTerm: type === 'U4' || type === 'U1',
      why: i === 0 ? null : type.startsWith('A') || settled ? 'CARPL' : rand.weighted(why),
    }
  })
}
