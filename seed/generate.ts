import type { Day } from '../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../src/domain/records/entry.ts'
import { allocator, type Held } from './care/allocations.ts'
import { decisions } from './care/decisions.ts'
import { health } from './care/health.ts'
import { reviews, setParticipation } from './care/reviews.ts'
import { slipsOf } from './care/slips.ts'
import { uuid } from './ids.ts'
import { newLife } from './population/adopted.ts'
import type { Child } from './population/child.ts'
import { historyStart, population } from './population/population.ts'
import type { Profile } from './profile.ts'
import { type Rand, random } from './random.ts'
import { type Member, staffOf } from './staff.ts'
import { ageAt, type N, toNumber, wallToMs } from './time.ts'
import { childEntries } from './write/child.ts'
import { decidedContacts, waitingContacts } from './write/contacts.ts'
import { authorityEntries, serviceFiles, staffEntries } from './write/people.ts'
import type { Setting } from './write/setting.ts'

export interface Seed {
  readonly authority: string
  readonly today: Day
  readonly subjects: readonly NewSubject[]
  /** Subject by subject, and in each in the order in which they were recorded. */
  readonly entries: readonly NewEntry[]
  readonly staff: readonly Member[]
}

const open = (c: Child) => [...c.plans, ...c.stays].some(s => s.to === null)

/** Some children whose worker has gone and to whom nobody has yet been given. */
function unallocate(planned: Map<Child, Held[]>, today: N, rand: Rand): void {
  const may = [...planned.keys()].filter(
    c => open(c) && planned.get(c)?.some(h => h.as === 'worker' && h.to === null && h.from < today - 40),
  )
  for (const c of rand.shuffle(may).slice(0, Math.ceil(may.length * 0.008)))
    planned.set(
      c,
      (planned.get(c) ?? []).map(h =>
        h.as === 'worker' && h.to === null ? { ...h, to: today - rand.int(3, 18), unfollowed: true } : h,
      ),
    )
}

/**
 * An invented authority as the entries its staff would have written: the same profile and day give the same entries,
 * to the letter. Nothing is recorded after 18:00 London time on `today`.
 * @param today the day on which the authority stands; a profile with a day of its own (`asAt`) stands on that
 */
export function generate(profile: Profile, today: Day): Seed {
  const day = profile.asAt ?? today
  const now = toNumber(day)
  const start = historyStart(profile, now)
  const rand = random(profile.name)
  const slips = slipsOf(profile, now)
  const staff = staffOf(profile, start, now, rand.fork('staff'))

  const born = population(profile, now, rand.fork('population'))
  const children = [...born, ...newLife(born, start, now, rand.fork('adopted'))]
  const planned = reviews(children, now, slips)
  setParticipation(planned, now, profile.participation, rand.fork('participation'))
  const setting: Setting = {
    profile,
    start,
    today: now,
    staff,
    slips,
    reviews: planned,
    health: health(children, profile, now, slips, rand.fork('health')),
  }

  const decided = decisions(children, slips, rand.fork('decisions'))
  const allocate = allocator(staff, start, now, rand.fork('allocate'))
  const held = new Map(children.map(c => [c, allocate(c, decided.get(c) ?? new Map())]))
  unallocate(held, now, rand.fork('unallocated'))

  const odd = rand.fork('odd')
  const cases = odd.shuffle(children.filter(c => c.stays.some(s => s.to === null) && !c.newFile))
  const restricted = new Set(cases.slice(0, Math.min(4, Math.ceil(cases.length / 40))))
  const stray = cases.at(-1)
  const runs = (c: Child) => ageAt(c.born, now) >= 14 && c.stays.every(s => s.from < now - 60)
  const missing = new Set(
    cases.filter(c => !restricted.has(c) && runs(c)).slice(0, Math.ceil(cases.length / 200)),
  )
  const named = (c: Child) =>
    restricted.has(c)
      ? [
          ...new Set(
            (held.get(c) ?? []).filter(h => h.to === null).flatMap(h => [h.by.id, ...managerOf(h.by)]),
          ),
        ]
      : null
  const managerOf = (m: Member) => (m.team === null ? [] : [staff.manager(m.team).id])

  const authority = uuid(wallToMs(start * 1440 + 530), rand)
  const ids = rand.fork('entries')
  const files = children.flatMap(c =>
    childEntries(
      {
        child: c,
        held: held.get(c) ?? [],
        decided: decided.get(c) ?? new Map(),
        named: named(c),
        missingNow: missing.has(c),
        strayVisit: c === stray,
      },
      setting,
      ids,
    ),
  )
  const others = [
    serviceFiles(setting, rand.fork('services')),
    decidedContacts(children, files, setting, rand.fork('contacts')),
    waitingContacts(children, setting, rand.fork('waiting')),
  ]
  return {
    authority: profile.authority,
    today: day,
    subjects: [
      { id: authority, kind: 'authority', code: 'AUTHORITY' },
      ...staff.all.map(m => ({ id: m.id, kind: 'worker', code: m.code }) as const),
      ...children.map(c => ({ id: c.id, kind: 'child', code: c.code }) as const),
      ...others.flatMap(o => o.subjects),
    ],
    entries: [
      ...authorityEntries(authority, setting, ids),
      ...staff.all.flatMap(m => staffEntries(m, setting, ids)),
      ...files,
      ...others.flatMap(o => o.entries),
    ],
    staff: staff.all,
  }
}
