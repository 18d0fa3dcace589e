import { day } from '../../src/domain/kernel/day.ts'
import type { Child, PlannedPlan } from '../population/child.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths, plusWorking, toNumber } from '../time.ts'
import type { PlannedPlacement } from './placements.ts'
import { rounds, type Turn } from './rounds.ts'
import type { Slips } from './slips.ts'

/** From when long-term placements may be visited less often. */
const regulations = toNumber(day('2011-04-01'))

/** Visits of one placement (regulation 28): within a week, then six weeks; three months once settled for a year. */
export function placementVisits(
  child: Child,
  p: PlannedPlacement,
  today: N,
  slips: Slips,
  rand: Rand,
): Turn[] {
  const settled = Math.max(plusMonths(p.from, 12), regulations)
  return rounds({
    from: p.from,
    until: Math.min(today, (p.to ?? today + 1) - 1),
    due: (nth, start) =>
      nth === 1 ? start + 7 : p.longTerm && start >= settled ? plusMonths(start, 3) : start + 42,
    slips: due => slips.slips('visit', child.rand, due),
    early: 7,
    late: 34,
    rand,
  })
}

/**
 * Visits under a plan: every ten working days now. Until two years or so ago the authority asked for one in four weeks;
 * team by team it changed.
 */
export function planVisits(child: Child, p: PlannedPlan, today: N, slips: Slips, rand: Rand): Turn[] {
  const changed = plusMonths(today, -27) + (child.family.number % 9) * 45
  return rounds({
    from: p.from,
    until: Math.min(today, (p.to ?? today + 1) - 1),
    due: (_, start) => plusWorking(start, start < changed ? 20 : 10),
    slips: due => slips.slips('protectionVisit', child.rand, due),
    early: 2,
    late: 14,
    rand,
  })
}

export function planReviews(child: Child, p: PlannedPlan, today: N, slips: Slips, rand: Rand): Turn[] {
  return rounds({
    from: p.from,
    until: Math.min(today, (p.to ?? today + 1) - 1),
    due: (nth, start) => plusMonths(start, nth === 1 ? 3 : 6),
    slips: due => slips.slips('protectionReview', child.rand, due, 0.8),
    early: 12,
    late: 25,
    rand,
  })
}
