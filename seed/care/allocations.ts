import type { Child, Family } from '../population/child.ts'
import type { Team } from '../profile.ts'
import type { Rand } from '../random.ts'
import type { Member, Staff } from '../staff.ts'
import { type N, turns } from '../time.ts'

export interface Held {
  readonly from: N
  readonly to: N | null
  readonly as: 'worker' | 'reviewing'
  readonly by: Member
  /** Ended with nobody following: the child has no worker from that day. */
  readonly unfollowed?: true
}

interface Stage {
  readonly from: N
  readonly to: N | null
  readonly does: Team['does']
}

const later = (n: N, to: N | null, by: number): N | null => (to !== null && to <= n + by ? to : n + by)

/** Days from acceptance to a named worker: for most none, for some a few. */
function wait(child: Child, on: N): number {
  const next = [...child.plans, ...child.stays].some(s => s.from >= on && s.from <= on + 6)
  return next || (child.family.number * 31) % 100 >= 22 ? 0 : 1 + (child.family.number % 4)
}

/** Which kind of team a child is with, and when: assessment, then safeguarding, then the team for where they live. */
function stages(child: Child, decided: ReadonlyMap<N, N>, today: N): Stage[] {
  const found: Stage[] = []
  const home: Team['does'] = child.disability && child.number % 2 === 0 ? 'disabled' : 'safeguarding'
  for (const r of child.referrals)
    if (r.decision === 'assess' || r.decision === 'protect') {
      const accepted = decided.get(r.on)
      const from = accepted === undefined ? undefined : accepted + wait(child, accepted)
      if (from !== undefined && from <= today)
        found.push({ from, to: from + 40 + (child.number % 30), does: 'assessment' })
    }
  for (const p of child.plans) {
    const step = p.ended === 'safe' && p.to !== null ? p.to + 50 + (child.number % 41) : p.to
    found.push({ from: p.from, to: step, does: home })
  }
  for (const s of child.stays) {
    const early = later(s.from, s.to, 100 + (child.number % 60))
    found.push({ from: s.from, to: early, does: home })
    if (early === s.to) continue
    const grown = Math.max(turns(child.born, 16) + 60, early ?? 0)
    const split = s.to !== null && s.to <= grown ? s.to : grown
    const settled = child.disability && child.number % 2 === 0 ? 'disabled' : 'looked-after'
    if (early !== null && split > early) found.push({ from: early, to: split, does: settled })
    if (split === grown) found.push({ from: grown, to: s.to, does: 'leaving-care' })
  }
  for (const f of child.fostering) found.push({ from: f.from + 1, to: f.to, does: 'family-help' })
  return joined(found, today)
}

/** Each stage ends where the next begins; nothing begins after today; the end of one still to come is left open. */
function joined(found: readonly Stage[], today: N): Stage[] {
  const inOrder = found.filter(s => s.from <= today).toSorted((a, b) => a.from - b.from)
  const cut = inOrder.map((s, i) => {
    const next = inOrder[i + 1]
    const to = next && (s.to === null || s.to > next.from) ? next.from : s.to
    return { ...s, to: to !== null && to > today ? null : to }
  })
  return cut.filter(s => s.to === null || s.to > s.from)
}

/** Shares children out: brothers and sisters to one worker, otherwise to whoever has least. */
export function allocator(staff: Staff, start: N, today: N, rand: Rand) {
  const teamOf = new Map<string, Team>()
  const workerOf = new Map<string, Member>()
  const reviewerOf = new Map<Family, Member>()

  const team = (family: Family, does: Team['does']): Team => {
    const key = `${family.number} ${does}`
    const known = teamOf.get(key)
    if (known) return known
    const fit = staff.teams.filter(t => t.does === does)
    const other = staff.teams.filter(t => t.does === 'safeguarding' || t.does === 'looked-after')
    const made = rand.pick(fit.length > 0 ? fit : other.length > 0 ? other : staff.teams)
    teamOf.set(key, made)
    return made
  }
  const worker = (family: Family, t: Team, from: N): Member => {
    // Who held the child long before is not known: only who does when records are moved over.
    const on = Math.max(from, start)
    const key = `${family.number} ${t.name}`
    const known = workerOf.get(key)
    if (known && known.from <= on && (known.to === null || known.to > on)) return known
    const free = rand.shuffle(staff.workers(t.name, on)).toSorted((a, b) => a.load - b.load)
    const made = free[0] ?? staff.manager(t.name)
    workerOf.set(key, made)
    return made
  }

  const ofWorker = (child: Child, s: Stage): Held[] => {
    const t = team(child.family, s.does)
    const held: Held[] = []
    let from = s.from
    for (;;) {
      const by = worker(child.family, t, from)
      const leaves = by.to !== null && (s.to === null || by.to < s.to) && by.to <= today ? by.to : null
      held.push({ from, to: leaves ?? s.to, as: 'worker', by })
      if (leaves === null) {
        if (s.to === null) by.load += 1
        return held
      }
      // A post is not always filled on the day it falls empty.
      from = leaves + (rand.chance(0.2) ? rand.int(2, 12) : 0)
      if (from > today || (s.to !== null && from >= s.to)) return held
    }
  }
  const reviewing = (child: Child): Held[] =>
    joinedSpans(child, today).map(([from, to]) => {
      const by = reviewerOf.get(child.family) ?? rand.pick(staff.of('reviewing-officer'))
      reviewerOf.set(child.family, by)
      return { from: Math.min(today, from + rand.int(0, 6)), to, as: 'reviewing', by }
    })

  return (child: Child, decided: ReadonlyMap<N, N>): Held[] => {
    const workers = stages(child, decided, today).flatMap(s => ofWorker(child, s))
    // Of the time before records were moved over, only who held the child then was kept.
    const kept = [...workers, ...reviewing(child)].filter(h => h.to === null || h.to > start)
    return kept.filter(h => h.to === null || h.to > h.from)
  }
}

/** Stretches with a plan or in care, those that meet made into one. */
function joinedSpans(child: Child, today: N): [N, N | null][] {
  const spans = [...child.plans, ...child.stays].toSorted((a, b) => a.from - b.from)
  const out: [N, N | null][] = []
  for (const s of spans) {
    const last = out.at(-1)
    if (s.from > today) continue
    if (last && last[1] !== null && s.from <= last[1] + 7) last[1] = s.to
    else out.push([s.from, s.to])
  }
  return out
}
