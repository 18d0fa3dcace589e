import { day } from '../../src/domain/kernel/day.ts'
import { childCode } from '../../src/domain/kernel/ids.ts'
import { uuid } from '../ids.ts'
import type { Profile } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths, toNumber, wallToMs } from '../time.ts'
import type { Child } from './child.ts'
import { planEnded, stayEnded } from './ended.ts'
import { simulate } from './flow.ts'
import { fostered } from './fostering.ts'
import { link } from './link.ts'
import { setCategories, setLeapBirth, setSexes } from './quotas.ts'
import { referralsBefore, referredOnly } from './referrals.ts'
import { children, nameOf } from './who.ts'

/** The day on which the history begins: everything before came over from the system before this one. */
export const historyStart = (profile: Profile, today: N): N => plusMonths(today, -12 * profile.years)

const leapDays = [1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024].map(y => toNumber(day(`${y}-02-29`)))

function startOf(child: Child): N {
  const days = [
    ...child.referrals.map(r => r.on),
    ...[...child.plans, ...child.stays, ...child.fostering].map(s => s.from),
  ]
  return Math.min(...days)
}

/** Every child who will have a file, and what is to be written in it: the cross-section first, then its history. */
export function population(profile: Profile, today: N, rand: Rand): Child[] {
  const start = historyStart(profile, today)
  const plans = simulate(
    { start, today, flow: profile.protection, shortest: 84, endYoung: 0.25 },
    rand.fork('plans'),
  )
  const stays = simulate(
    { start, today, flow: profile.lookedAfter, shortest: 4, endYoung: 0.45 },
    rand.fork('stays'),
  )
  const members = link({ plans, stays, start, today, repeat: profile.protection.repeat }, rand.fork('link'))
  const known = children(members, { profile, start, today, rand: rand.fork('who') })
  setSexes(known, profile, rand.fork('sex'))
  setCategories(known, profile, rand.fork('category'))
  for (const c of known) {
    for (const p of c.plans) p.ended = planEnded(p, c)
    for (const s of c.stays) s.ended = stayEnded(s, c, profile.codes, c.rand)
    referralsBefore(c, start, profile.reReferred)
  }
  setLeapBirth(known, leapDays, 120)

  const others = referredOnly(profile, start, today, known.length + 1, rand.fork('referred'))
  const fosterlings = fostered(profile, start, today, known.length + others.length + 1, rand.fork('fostered'))
  const all = [...known, ...others, ...fosterlings]
  const ids = rand.fork('ids')
  const salt = ids.int(1, 400_000)
  for (const c of all) {
    c.given = nameOf(c)
    c.id = uuid(wallToMs(Math.max(start, startOf(c)) * 1440 + 600), ids)
    // A prime step scatters the codes: two children who came together are not a letter apart.
    c.code = childCode(100_000_000 + (salt + c.number) * 7_368_787)
  }
  return all
}
