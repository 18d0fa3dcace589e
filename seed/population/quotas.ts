import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import type { Child, PlannedPlan } from './child.ts'

const openPlan = (c: Child): PlannedPlan | undefined => c.plans.find(p => p.to === null)

/** Exactly so many girls among the born children with an open plan. */
export function setSexes(all: readonly Child[], profile: Profile, rand: Rand): void {
  const open = rand.shuffle(all.filter(c => openPlan(c) && !c.unborn))
  open.forEach((c, i) => {
    c.sex = i < profile.protection.girls ? 'F' : 'M'
  })
}

/** Exactly so many open plans in each category; brothers and sisters in the same one where that can be. */
export function setCategories(all: readonly Child[], profile: Profile, rand: Rand): void {
  const left = Object.entries(profile.protection.categories).map(([code, count]) => ({ code, count }))
  const families = rand.shuffle([...new Set(all.filter(openPlan).map(c => c.family))])
  for (const family of families) {
    const open = family.children.flatMap(c => openPlan(c) ?? [])
    const roomy = left.filter(l => l.count >= open.length)
    const shared = roomy.length > 0 ? rand.weighted(roomy.map(l => [l, l.count] as const)) : undefined
    for (const plan of open) {
      const place = shared ?? rand.weighted(left.filter(l => l.count > 0).map(l => [l, l.count] as const))
      plan.category = place.code
      place.count -= 1
    }
  }
  const usual = Object.entries(profile.protection.categories)
  for (const c of all)
    for (const plan of c.plans)
      if (plan.to !== null) plan.category = rand.chance(0.02) ? 'MUL' : rand.weighted(usual)
}

/** Someone born on 29 February: the child whose birth lies nearest one, if that leaves ages and spans as they are. */
export function setLeapBirth(all: readonly Child[], leapDays: readonly number[], reach: number): void {
  const stays = all.filter(
    c => c.stays.length > 0 && c.plans.length === 0 && !c.unborn && c.fostering.length === 0,
  )
  const near = (c: Child) => Math.min(...leapDays.map(d => Math.abs(d - c.born)))
  const [best] = stays
    .filter(c => c.family.children.length === 1 && c.stays.every(s => s.ended === null))
    .toSorted((a, b) => near(a) - near(b))
  const day = leapDays.find(d => best && Math.abs(d - best.born) <= reach)
  if (best && day !== undefined && best.stays.every(s => s.from >= day)) best.born = day
}
