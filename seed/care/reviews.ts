import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import { ageAt, type N, plusMonths, plusWorking } from '../time.ts'
import { rounds, type Turn } from './rounds.ts'
import type { Slips } from './slips.ts'

export interface PlannedReview extends Turn {
  /** How the child took part: PN0 to PN7. */
  part: string
}

const took = [
  ['PN1', 55],
  ['PN2', 8],
  ['PN3', 6],
  ['PN4', 5],
  ['PN5', 4],
  ['PN6', 22],
] as const

/** Reviews of every stay: within 20 working days, then 3 months, then every 6 (regulation 33). */
export function reviews(children: readonly Child[], today: N, slips: Slips): Map<Child, PlannedReview[]> {
  const made = new Map<Child, PlannedReview[]>()
  for (const child of children) {
    if (child.stays.length === 0) continue
    const rand = child.rand.fork('reviews')
    const turns = child.stays.flatMap(stay =>
      rounds({
        from: stay.from,
        until: Math.min(today, (stay.to ?? today + 1) - 1),
        due: (nth, start) => (nth === 1 ? plusWorking(start, 20) : plusMonths(start, nth === 2 ? 3 : 6)),
        slips: due => slips.slips('review', child.rand, due, 0.6),
        early: 9,
        late: 30,
        rand,
      }),
    )
    const part = (t: Turn) =>
      ageAt(child.born, t.on) < 4 ? 'PN0' : rand.chance(0.94) ? rand.weighted(took) : 'PN7'
    made.set(
      child,
      turns.map(t => ({ ...t, part: part(t) })),
    )
  }
  return made
}

/** How far a share of a whole, in per cent, rounded to one place, is from what is wanted. */
const off = (of: number, wanted: number) =>
  Math.abs(Math.round((Math.round((of * wanted) / 100) / of) * 1000) / 10 - wanted)

/**
 * Exactly this share of the children looked after today, aged 4 and over, took part in every review of the year. Where
 * no whole number of them gives it, a few first reviews have not yet been held.
 */
export function setParticipation(
  planned: Map<Child, PlannedReview[]>,
  today: N,
  percent: number,
  rand: Rand,
): void {
  const yearAgo = plusMonths(today, -12)
  const counts = (c: Child, r: PlannedReview) => r.on > yearAgo && r.on <= today && ageAt(c.born, r.on) >= 4
  const asked = rand.shuffle(
    [...planned.keys()].filter(
      c =>
        c.stays.some(s => s.to === null) &&
        ageAt(c.born, today) >= 4 &&
        planned.get(c)?.some(r => counts(c, r)),
    ),
  )
  let best = asked.length
  for (let n = asked.length; n > asked.length - 8 && n > 0; n -= 1)
    if (off(n, percent) < off(best, percent)) best = n
  const droppable = asked.filter(c => planned.get(c)?.length === 1)
  const dropped = new Set(droppable.slice(0, asked.length - best))
  for (const c of dropped) planned.set(c, [])

  const kept = asked.filter(c => !dropped.has(c))
  const yes = Math.round((kept.length * percent) / 100)
  kept.forEach((c, i) => {
    const own = (planned.get(c) ?? []).filter(r => counts(c, r))
    for (const r of own) r.part = rand.weighted(took)
    if (i >= yes) rand.pick(own).part = 'PN7'
  })
}
