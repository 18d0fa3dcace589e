import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths } from '../time.ts'
import type { Child, PlannedReferral } from './child.ts'
import { newChild, newFamily } from './who.ts'

/** What came before each plan and stay: a referral, and for some an earlier one that led to nothing. */
export function referralsBefore(child: Child, start: N, reReferred: number): void {
  const rand = child.rand.fork('referrals')
  // Brothers and sisters are referred together.
  const shared = (n: N, most: number) => n - (most > 0 ? (n * 7919 + child.family.number * 31) % most : 0)
  const spans = [...child.plans, ...child.stays].toSorted((a, b) => a.from - b.from)
  const made: PlannedReferral[] = []
  spans.forEach((span, i) => {
    const before = spans[i - 1]
    const isPlan = child.plans.some(p => p.from === span.from)
    if (before?.to === span.from) return
    const on = Math.max(shared(span.from - 1, isPlan ? 30 : 14), (before?.to ?? 0) + 5)
    if (on >= span.from || on <= start || on < child.born - 150) return
    const earlier = on - 30 - Math.floor(rand.next() * 300)
    const room = earlier > Math.max(start, (before?.to ?? 0) + 10, child.born)
    if (room && rand.chance(reReferred * 1.25))
      made.push({ on: earlier, decision: rand.chance(0.5) ? 'advice' : 'nfa' })
    made.push({ on, decision: isPlan ? 'protect' : 'assess' })
  })
  child.referrals = made
}

/** Children who are referred and come to neither a plan nor care. */
export function referredOnly(profile: Profile, start: N, today: N, first: number, rand: Rand): Child[] {
  const made: Child[] = []
  const wanted = Math.round(profile.referralsPerYear * profile.years)
  let on = start
  const step = (today - start) / wanted
  while (made.length < wanted) {
    on += rand.exponential(step * 1.45)
    if (on > today) on = start + (on - today)
    const family = newFamily(100_000 + first + made.length, rand)
    const size = rand.weighted([
      [1, 70],
      [2, 22],
      [3, 8],
    ])
    let born = Math.round(on - rand.next() * 15.5 * 365 - 5)
    for (let i = 0; i < size && born < on && made.length < wanted; i += 1) {
      const child = newChild(family, born, false, first + made.length, rand)
      child.referrals = run(Math.floor(on), today, child, profile.reReferred, rand)
      made.push(child)
      born += rand.chance(0.05) ? 0 : 320 + Math.floor(rand.next() * 900)
    }
  }
  return made
}

function run(on: N, today: N, child: Child, reReferred: number, rand: Rand): PlannedReferral[] {
  const decision = () =>
    rand.weighted([
      ['assess', 50],
      ['advice', 27],
      ['nfa', 20],
    ] as const)
  const first = { on, decision: decision() }
  const again = on + 45 + Math.floor(rand.next() * 300)
  const young = plusMonths(child.born, 18 * 12 - 1) > again
  return rand.chance(reReferred * 1.5) && again < today && young
    ? [first, { on: again, decision: decision() }]
    : [first]
}
