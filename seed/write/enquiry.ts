import type { PlannedPlan } from '../population/child.ts'
import { type N, plusWorking, toDay, workingOnOrAfter, workingOnOrBefore } from '../time.ts'
import {
  firstSteps,
  foundHarm,
  foundNothing,
  needPlans,
  needViews,
  saidThen,
  worries,
} from '../words/enquiry.ts'
import { type Case, managerOn, reviewerOn, say, workerOn } from './case.ts'

function discussion(c: Case, on: N): void {
  const took = c.rand.chance(0.9) ? ['police', 'health', 'education'] : ['health', 'education']
  c.file.write(
    'strategy-discussion',
    on,
    managerOn(c, on).id,
    { on: toDay(on), took, concern: say(c, on, worries), enquiry: true, next: say(c, on, firstSteps) },
    { lag: 0 },
  )
}

function finished(c: Case, on: N, outcome: 'conference' | 'unfounded'): void {
  c.file.write(
    'enquiry-finished',
    on,
    workerOn(c, on).id,
    {
      on: toDay(on),
      outcome,
      views: say(c, on, saidThen),
      analysis: say(c, on, outcome === 'conference' ? foundHarm : foundNothing),
    },
    { lag: 0 },
  )
}

/** The first day on which an enquiry before a plan may begin: the referral that led to it, or the last thing that ended. */
function soonest({ child }: Case, plan: PlannedPlan): N {
  const before = [
    ...child.referrals.filter(r => r.decision === 'assess' || r.decision === 'protect').map(r => r.on),
    ...[...child.plans, ...child.stays].flatMap(s => (s.to === null ? [] : [s.to])),
    ...child.stays.map(s => s.from),
  ].filter(n => n <= plan.from)
  return Math.max(0, ...before)
}

/** The enquiry that led to a conference: most within fifteen working days of the strategy discussion. */
function beforePlan(c: Case, plan: PlannedPlan): void {
  const first = soonest(c, plan)
  if (plan.from <= c.setting.start || plan.from > c.setting.today || first === 0) return
  const back = c.rand.chance(0.85) ? c.rand.int(9, 19) : c.rand.int(21, 30)
  const on = Math.max(first, workingOnOrBefore(plan.from - back))
  if (on >= plan.from || on < c.setting.start) return
  discussion(c, on)
  finished(c, Math.max(on, workingOnOrBefore(plan.from - c.rand.int(1, 4))), 'conference')
}

/** A few enquiries find nothing; what began as an assessment goes on as one. */
function withoutPlan(c: Case): void {
  for (const r of c.child.referrals) {
    const from = c.decided.get(r.on)
    if (r.decision !== 'assess' || from === undefined || !c.rand.chance(0.15)) continue
    const on = workingOnOrAfter(from + 2)
    const over = plusWorking(on, c.rand.int(3, 9))
    // Where the case was closed after its assessment nothing else came of it.
    const closed = c.file.drafts.some(
      d => d.type === 'case-closed' && d.happened !== null && d.happened >= r.on && d.happened < r.on + 120,
    )
    const near = [...c.child.plans, ...c.child.stays].some(s => s.from >= r.on && s.from < r.on + 60)
    if (closed || near || over > c.setting.today) continue
    discussion(c, on)
    finished(c, over, 'unfounded')
  }
}

/** After a protection plan the family is helped for a while under a child in need plan. */
function stepDown(c: Case, plan: PlannedPlan): void {
  const { child, file, setting } = c
  const on = plan.to
  if (on === null || plan.ended !== 'safe' || on > setting.today || on < setting.start) return
  if ([...child.plans, ...child.stays].some(s => s.from <= on && (s.to === null || s.to > on))) return
  file.write(
    'need-plan-started',
    on,
    reviewerOn(c, on).id,
    { on: toDay(on), views: say(c, on, needViews), plan: say(c, on, needPlans) },
    { lag: 0 },
  )
}

export function writeEnquiries(c: Case): void {
  withoutPlan(c)
  for (const plan of c.child.plans) {
    beforePlan(c, plan)
    stepDown(c, plan)
  }
}
