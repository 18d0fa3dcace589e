import { thin } from '../care/rounds.ts'
import { planReviews, planVisits } from '../care/visits.ts'
import type { PlannedPlan } from '../population/child.ts'
import { ageAt, type N, toDay } from '../time.ts'
import { changes, ifNots, progresses, safeNow } from '../words/protection.ts'
import { type Case, reviewerOn, say } from './case.ts'
import { writeLateReason, writeVisit } from './visit.ts'

function writeReview(c: Case, on: N, keepsPlan: boolean) {
  const young = ageAt(c.child.born, on) < 6
  const took = c.rand.weighted([
    [['attended'], 25],
    [['advocate'], 12],
    [['views'], 45],
    [['attended', 'views'], 8],
  ])
  return c.file.write('protection-review', on, reviewerOn(c, on).id, {
    heldOn: toDay(on),
    childTookPart: young ? ['young'] : took,
    progress: say(c, on, keepsPlan ? progresses.goesOn : progresses.ends),
    keepsPlan,
  })
}

/** One protection plan from its conference to its end, with the visits and review conferences between. */
export function writePlan(c: Case, plan: PlannedPlan): void {
  const { child, file, rand, setting } = c
  const { slips, start, today } = setting
  file.write(
    'protection-plan-started',
    plan.from,
    reviewerOn(c, plan.from).id,
    {
      conferenceOn: toDay(plan.from),
      category: plan.category,
      change: say(c, plan.from, changes[ageAt(child.born, plan.from) < 2 ? 'baby' : 'older']),
      ifNot: say(c, plan.from, ifNots),
    },
    { lag: rand.int(0, 2) },
  )
  for (const t of thin(planVisits(child, plan, today, slips, rand.fork(`visits ${plan.from}`)), start, 0))
    writeVisit(c, 'protection-visit', t)
  const reviews = thin(planReviews(child, plan, today, slips, rand.fork(`reviews ${plan.from}`)), start, 1)
  const closing = plan.ended === 'safe' ? plan.to : null
  for (const t of reviews) {
    // The last conference is the one that ends the plan: not another a few days before it.
    if (closing !== null && closing - t.on < 21) continue
    const held = writeReview(c, t.on, true)
    writeLateReason(c, 'protection-review', t, held)
  }
  if (plan.to === null) return
  const last = closing === null ? undefined : writeReview(c, closing, false)
  file.write(
    'protection-plan-ended',
    plan.to,
    reviewerOn(c, plan.to).id,
    {
      endedOn: toDay(plan.to),
      reason: plan.ended,
      ...(plan.ended === 'safe' ? { analysis: say(c, plan.to, safeNow) } : {}),
    },
    last ? { lag: rand.int(0, 3), after: last } : { lag: rand.int(0, 5) },
  )
}
