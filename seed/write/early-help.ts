import { type N, toDay, workingOnOrAfter } from '../time.ts'
import { agencies, moved, needs, plans, strengths, views, why } from '../words/early-help.ts'
import { type Case, say, workerOn } from './case.ts'

/** Early help: after some referrals that were answered with advice, and after some cases that were stepped down. */
export function writeEarlyHelp(c: Case): void {
  const { child, rand, setting } = c
  if (child.plans.length + child.stays.length > 0 || child.fostering.length > 0) return
  for (const r of child.referrals) {
    const on = workingOnOrAfter(r.on + rand.int(8, 30))
    const again = child.referrals.some(o => o.on > r.on && o.on < on + 40)
    if (r.decision !== 'advice' || again || on >= setting.today || !rand.chance(0.6) || on < child.born)
      continue
    writeOne(c, on)
  }
}

function writeOne(c: Case, on: N): void {
  const { file, rand, setting } = c
  const [agency, lead, reach] = rand.pick(agencies)
  const first = on + rand.int(20, 40)
  const author = workerOn(c, on).id
  file.write('early-help-assessment', on, author, {
    on: toDay(on),
    agency,
    consent: true,
    lead,
    reach,
    strengths: say(c, on, strengths),
    needs: say(c, on, needs),
    views: say(c, on, views),
    plan: say(c, on, plans),
    meeting: toDay(first),
  })
  const ends = on + rand.int(90, 260)
  for (
    let met = workingOnOrAfter(first);
    met < Math.min(ends, setting.today);
    met = workingOnOrAfter(met + rand.int(35, 56))
  ) {
    if (rand.chance(0.15)) continue
    file.write('early-help-meeting', met, workerOn(c, met).id, {
      on: toDay(met),
      who: `${lead}; parent; school`,
      views: say(c, met, views),
      moved: say(c, met, moved),
      plan: say(c, met, plans),
      next: toDay(workingOnOrAfter(met + 42)),
    })
  }
  if (ends >= setting.today) return
  // A step up is a referral, which the plan of the child's life would have to hold: only the newest still wait for theirs.
  const step = rand.chance(0.85) || ends < setting.today - 21 ? 'end' : 'up'
  file.write('early-help-step', ends, workerOn(c, ends).id, {
    on: toDay(ends),
    step,
    why: say(c, ends, [why[step]]),
  })
}
