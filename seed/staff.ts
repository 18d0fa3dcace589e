import type { Role } from '../src/domain/access/roles.ts'
import { uuid } from './ids.ts'
import { boys, families, girls } from './people/names.ts'
import type { Profile, Team } from './profile.ts'
import type { Rand } from './random.ts'
import { type N, wallToMs, workingOnOrAfter } from './time.ts'

export interface Member {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly team: string | null
  readonly does: Team['does'] | null
  readonly from: N
  /** The first day on which they no longer worked here. */
  readonly to: N | null
  /** The first day of the assessed year, where it was less than two years ago. */
  readonly newlyQualified: N | null
  /** Employed through an agency. */
  readonly agency: boolean
  /** How many open cases they hold, so that work is shared out. */
  load: number
}

export interface Staff {
  readonly all: readonly Member[]
  workers(team: string, on: N): readonly Member[]
  manager(team: string): Member
  one(role: Role): Member
  of(role: Role): readonly Member[]
  readonly teams: readonly Team[]
}

/** Everybody who works or has worked here. Some leave in the course of the history, and somebody new takes the post. */
export function staffOf(profile: Profile, start: N, today: N, rand: Rand): Staff {
  const all: Member[] = []
  const given = rand.shuffle([...girls, ...boys])
  const family = rand.shuffle(families)
  const hire = (role: Role, team: Team | null, from: N, to: N | null) => {
    const i = all.length
    const name = `${given[i % given.length]} ${family[(i + Math.floor(i / given.length) * 7) % family.length]}`
    all.push({
      id: uuid(wallToMs(from * 1440 + 540) + i, rand),
      code: `W${String(100 + i)}`,
      name,
      role,
      team: team?.name ?? null,
      does: team?.does ?? null,
      from,
      to,
      newlyQualified: role === 'social-worker' && from > today - 500 && i % 2 === 0 ? from : null,
      // Every ninth, and nobody in the first year.
      agency: role === 'social-worker' && i % 9 === 4,
      load: 0,
    })
  }
  const before = () => start - rand.int(30, 2500)
  for (const team of profile.teams) {
    hire('team-manager', team, before(), null)
    for (let i = 0; i < team.workers; i += 1) {
      const leaves = today - start > 200 && rand.chance(0.2) ? rand.int(start + 60, today - 60) : null
      hire('social-worker', team, before(), leaves)
      if (leaves !== null) hire('social-worker', team, workingOnOrAfter(leaves - 12), null)
    }
  }
  for (let i = 0; i < profile.reviewingOfficers; i += 1) hire('reviewing-officer', null, before(), null)
  const single: readonly Role[] = [
    'out-of-hours',
    'out-of-hours',
    'performance-analyst',
    'director',
    'elected-member',
    'elected-member',
    'auditor',
    'auditor',
    'service-manager',
    'conference-chair',
    'looked-after-nurse',
    'personal-adviser',
    'virtual-head',
    'designated-officer',
    'administrator',
  ]
  for (const role of single) hire(role, null, before(), null)

  const of = (role: Role) => all.filter(m => m.role === role)
  const need = (found: Member | undefined, what: string): Member => {
    if (!found) throw new Error(`The profile gives no ${what}.`)
    return found
  }
  const byTeam = new Map(profile.teams.map(t => [t.name, all.filter(m => m.team === t.name)]))
  return {
    all,
    teams: profile.teams,
    workers: (team, on) =>
      (byTeam.get(team) ?? []).filter(
        m => m.role === 'social-worker' && m.from <= on && (m.to === null || m.to > on),
      ),
    manager: team =>
      need(
        byTeam.get(team)?.find(m => m.role === 'team-manager'),
        `manager of ${team}`,
      ),
    one: role => need(of(role)[0], role),
    of,
  }
}
