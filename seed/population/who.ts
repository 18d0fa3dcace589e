import { ethnicityWeights } from '../people/ethnicity.ts'
import { boys, families, girls } from '../people/names.ts'
import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths, turns } from '../time.ts'
import { bornAnyAge, bornInPlaces, type Places, placesOf } from './births.ts'
import type { Child, Family } from './child.ts'
import type { Member } from './link.ts'

const openSpans = (m: Member) => [...m.plans, ...m.stays].filter(s => s.to === null)
const openPlan = (m: Member) => m.plans.some(s => s.to === null)

interface Making {
  readonly profile: Profile
  readonly start: N
  readonly today: N
  readonly rand: Rand
}

/** Young people who leave care on their eighteenth birthday were born that many years before the day they left. */
function eighteenth(m: Member, rand: Rand): N | null {
  const last = [...m.plans, ...m.stays].toSorted((a, b) => a.from - b.from).at(-1)
  if (!last || last.to === null || !m.stays.includes(last) || !rand.chance(0.5)) return null
  const born = plusMonths(last.to, -18 * 12)
  return turns(born, 18) === last.to ? born : null
}

/** Gives every member of every family a day of birth, such that those open today fill the bands of the profile. */
function births(members: readonly Member[], making: Making): Map<Member, [N, boolean]> {
  const { profile, today, rand } = making
  const born = new Map<Member, [N, boolean]>()
  const family = new Map<number, N[]>()
  const plan = placesOf(profile.protection.ages)
  const stay = placesOf(profile.lookedAfter.ages)
  const give = (m: Member, day: N, unborn: boolean) => {
    born.set(m, [day, unborn])
    family.set(m.family, [...(family.get(m.family) ?? []), day])
  }
  const brothers = (m: Member) => family.get(m.family) ?? []

  const open = members.filter(m => openSpans(m).length > 0).toSorted((a, b) => firstFrom(a) - firstFrom(b))
  const recent = open.filter(m => openPlan(m) && m.plans.length === 1 && m.stays.length === 0).toReversed()
  const expecting = new Set<number>()
  for (const m of recent) {
    if (expecting.size >= profile.protection.unborn) break
    if (expecting.has(m.family)) continue
    expecting.add(m.family)
    const earliest = Math.max(today + 6, firstFrom(m) + 20)
    give(m, Math.min(rand.int(earliest, earliest + 80), firstFrom(m) + 170), true)
  }
  for (const m of open) {
    if (born.has(m)) continue
    const places: Places[] = openPlan(m) ? plan : stay
    const found = bornInPlaces(m, places, brothers(m), making)
    if (found.place) found.place.left -= 1
    give(m, found.born, false)
  }
  for (const m of members) {
    if (born.has(m)) continue
    give(m, eighteenth(m, rand) ?? bornAnyAge(m, brothers(m), making), false)
  }
  return born
}

const firstFrom = (m: Member): N => Math.min(...[...m.plans, ...m.stays].map(s => s.from))

export const newFamily = (number: number, rand: Rand): Family => ({
  number,
  name: rand.pick(families),
  children: [],
})

/** A child of a family, with nothing yet planned. */
export function newChild(family: Family, born: N, unborn: boolean, number: number, rand: Rand): Child {
  const own = rand.fork(`child ${number}`)
  const sex = own.chance(0.5) ? 'F' : 'M'
  const child: Child = {
    number,
    rand: own,
    id: '',
    code: '',
    family,
    plans: [],
    stays: [],
    referrals: [],
    fostering: [],
    born,
    unborn,
    sex: unborn ? 'U' : sex,
    ethnicity: (family.children[0]?.ethnicity ?? own.weighted(ethnicityWeights)) as string,
    disability: own.chance(0.08),
    given: '',
  }
  family.children.push(child)
  return child
}

/** A given name that no brother or sister has. */
export function nameOf(child: Child): string {
  const taken = new Set(child.family.children.map(c => c.given))
  const list = child.sex === 'F' ? girls : boys
  let name = child.rand.pick(list)
  while (taken.has(name)) name = child.rand.pick(list)
  return name
}

/** Members as children: born, of a family, with their spans. */
export function children(members: readonly Member[], making: Making): Child[] {
  const born = births(members, making)
  const families = new Map<number, Family>()
  return members.map((m, i) => {
    const family = families.get(m.family) ?? newFamily(families.size + 1, making.rand)
    families.set(m.family, family)
    const [day, unborn] = born.get(m) ?? [making.today, false]
    const child = newChild(family, day, unborn, i + 1, making.rand)
    child.plans = m.plans.map(s => ({ from: s.from, to: s.to, category: 'NEG', ended: null }))
    child.stays = m.stays.map(s => ({ from: s.from, to: s.to, ended: null }))
    child.plans.sort((a, b) => a.from - b.from)
    child.stays.sort((a, b) => a.from - b.from)
    return child
  })
}
