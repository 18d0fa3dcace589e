import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import { isWorking, type N, plusWorking } from '../time.ts'
import type { Slips } from './slips.ts'

/** When each referral was decided: within a working day, but where it slipped; by child, and by the day it came. */
export function decisions(children: readonly Child[], slips: Slips, rand: Rand): Map<Child, Map<N, N>> {
  const made = new Map<Child, Map<N, N>>()
  for (const c of children) {
    const days = new Map<N, N>()
    for (const r of c.referrals) {
      const due = plusWorking(r.on, 1)
      const late = rand.chance(slips.rate('referral', r.on))
      const on = late ? plusWorking(due, rand.int(1, 7)) : isWorking(r.on) && rand.chance(0.5) ? r.on : due
      const spans = [...c.plans, ...c.stays, ...c.fostering].filter(s => s.from > r.on)
      const next = c.referrals.filter(x => x.on > r.on)
      // A plan or a move into care does not wait for the form.
      days.set(r.on, Math.min(on, ...spans.map(s => s.from), ...next.map(x => x.on)))
    }
    made.set(c, days)
  }
  return made
}
