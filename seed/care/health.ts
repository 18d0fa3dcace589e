import type { Child, PlannedStay } from '../population/child.ts'
import type { Profile, Quota } from '../profile.ts'
import type { Rand } from '../random.ts'
import { ageAt, isWorking, type N, plusMonths, plusWorking, workingOnOrBefore } from '../time.ts'
import type { SlipKind, Slips } from './slips.ts'

export interface PlannedHealth {
  assessments: N[]
  dental: N[]
  immunisations: { readonly on: N; upToDate: boolean }[]
  readonly sdq: N[]
}

interface Yearly {
  readonly first: N
  readonly until: N
  readonly days: (at: N) => number
  readonly lapses: (due: N) => boolean
  readonly rand: Rand
}

/** Something done about once a year; where it lapses it is a good while late. */
function yearly({ first, until, days, lapses, rand }: Yearly): N[] {
  const made: N[] = []
  let at = first
  while (at <= until) {
    if (isWorking(at)) made.push(at)
    const usual = at + days(at) - rand.int(2, 26)
    at = workingOnOrBefore(lapses(usual) ? usual + rand.int(150, 400) : usual)
  }
  return made
}

function ofStay(child: Child, stay: PlannedStay, today: N, slips: Slips): PlannedHealth {
  const rand = child.rand.fork(`health ${stay.from}`)
  const until = Math.min(today, (stay.to ?? today + 1) - 1)
  const lapses = (kind: SlipKind) => (due: N) => rand.chance(slips.rate(kind, due))
  const onTime = !rand.chance(slips.rate('firstHealth', stay.from))
  const due = plusWorking(stay.from, 20)
  const firstHealth = onTime
    ? workingOnOrBefore(due - rand.int(0, 8))
    : workingOnOrBefore(due + rand.int(5, 70))
  const young = (at: N) => (ageAt(child.born, at + 180) < 5 ? 182 : 365)
  const year = () => 365
  const sdqFrom = Math.max(stay.from + 60, plusMonths(child.born, 50))
  const start = (least: number, most: number) => workingOnOrBefore(stay.from + rand.int(least, most))
  return {
    assessments: yearly({ first: firstHealth, until, days: young, lapses: lapses('health'), rand }),
    dental: yearly({ first: start(40, 150), until, days: year, lapses: lapses('dental'), rand }),
    immunisations: yearly({
      first: start(20, 90),
      until,
      days: year,
      lapses: () => rand.chance(0.06),
      rand,
    }).map(on => ({ on, upToDate: !rand.chance(slips.rate('immunised', on)) })),
    sdq: yearly({
      first: workingOnOrBefore(sdqFrom + rand.int(0, 90)),
      until: Math.min(until, plusMonths(child.born, 17 * 12) - 1),
      days: year,
      lapses: lapses('sdq'),
      rand,
    }).filter(on => on > stay.from),
  }
}

/** Moves the fewest children from one side to the other so that exactly so many say yes. */
function meet(
  cohort: readonly Child[],
  quota: Quota,
  has: (c: Child) => boolean,
  set: (c: Child, yes: boolean) => void,
) {
  if (cohort.length !== quota.of)
    throw new Error(
      `${cohort.length} children are in the yearly health cohort; the profile says ${quota.of}.`,
    )
  const yes = cohort.filter(has)
  const no = cohort.filter(c => !has(c))
  for (const c of yes.slice(quota.yes)) set(c, false)
  for (const c of no.slice(0, Math.max(0, quota.yes - yes.length))) set(c, true)
}

/** The health rounds of every stay, with the quotas of the profile met among those looked after for a year. */
export function health(
  children: readonly Child[],
  profile: Profile,
  today: N,
  slips: Slips,
  rand: Rand,
): Map<PlannedStay, PlannedHealth> {
  const planned = new Map<PlannedStay, PlannedHealth>()
  for (const c of children) for (const s of c.stays) planned.set(s, ofStay(c, s, today, slips))

  const yearAgo = plusMonths(today, -12)
  const inYear = (n: N) => n > yearAgo && n <= today
  // Those put right were put right since the turning, where there was one.
  const since =
    slips.turning !== null && slips.turning < today - 20 ? Math.max(yearAgo, slips.turning) : yearAgo
  const someDay = (): N => workingOnOrBefore(rand.int(since + 12, today - 3))
  const cohort = rand.shuffle(children.filter(c => c.stays.some(s => s.to === null && s.from <= yearAgo)))
  const of = (c: Child): PlannedHealth | undefined => {
    const open = c.stays.find(s => s.to === null)
    return open && planned.get(open)
  }
  const days = (key: 'assessments' | 'dental') => (c: Child, yes: boolean) => {
    const own = of(c)
    if (own) own[key] = yes ? [...own[key], someDay()] : own[key].filter(n => !inYear(n))
  }
  if (profile.health)
    meet(cohort, profile.health, c => of(c)?.assessments.some(inYear) ?? false, days('assessments'))
  if (profile.dental) meet(cohort, profile.dental, c => of(c)?.dental.some(inYear) ?? false, days('dental'))
  if (profile.immunised)
    meet(
      cohort,
      profile.immunised,
      c => of(c)?.immunisations.findLast(i => inYear(i.on))?.upToDate ?? false,
      (c, yes) => {
        const own = of(c)
        const checks = own?.immunisations.filter(i => inYear(i.on)) ?? []
        for (const i of checks) i.upToDate = yes
        if (yes && checks.length === 0) own?.immunisations.push({ on: someDay(), upToDate: true })
      },
    )
  return planned
}
