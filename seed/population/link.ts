import type { Rand } from '../random.ts'
import { type N, plusMonths, toDay } from '../time.ts'
import type { Span } from './flow.ts'

/** A child in the making: its spans, and the family it belongs to. */
export interface Member {
  readonly plans: Span[]
  readonly stays: Span[]
  family: number
}

const groupsOf = (
  members: readonly Member[],
  pick: (m: Member) => readonly Span[],
): Map<number, Member[]> => {
  const groups = new Map<number, Member[]>()
  for (const m of members) for (const s of pick(m)) groups.set(s.group, [...(groups.get(s.group) ?? []), m])
  return groups
}

const lastTo = (m: Member): N | null => {
  const ends = [...m.plans, ...m.stays].map(s => s.to ?? Number.POSITIVE_INFINITY)
  const last = Math.max(...ends)
  return Number.isFinite(last) ? last : null
}

interface Link {
  readonly later: (m: Member) => Span | undefined
  readonly share: number
  /** Whether this ended member may be the earlier life of someone whose span begins on a day. */
  readonly fits: (earlier: Member, to: N, from: N) => boolean
  /** Move the start to the end of the earlier span. */
  readonly meet?: true
}

/**
 * Gives some families a past: a span that begins now is the next of someone whose last span has ended. The earlier
 * member takes the later one's spans over; the later one is dropped.
 */
function join(members: readonly Member[], link: Link, rand: Rand): Member[] {
  const gone = new Set<Member>()
  const taken = new Set<Member>()
  const groups = rand.shuffle([...groupsOf(members, m => [link.later(m) ?? []].flat()).values()])
  const ended = rand.shuffle(members.filter(m => lastTo(m) !== null))
  const total = groups.flat().length
  let joined = 0
  for (const group of groups) {
    if (joined >= total * link.share) break
    const from = Math.min(...group.map(m => link.later(m)?.from ?? 0))
    if (group.some(m => taken.has(m) || m.plans.length + m.stays.length > 1)) continue
    const lead = ended.find(m => !taken.has(m) && !gone.has(m) && !group.includes(m) && fits(m, from, link))
    if (!lead) continue
    const own = ended.filter(
      m =>
        m.family === lead.family &&
        !taken.has(m) &&
        !gone.has(m) &&
        !group.includes(m) &&
        fits(m, from, link),
    )
    if (own.length < group.length || (link.meet && !outlives(group, own))) continue
    group.forEach((later, i) => {
      const earlier = own[i]
      if (!earlier) return
      const to = lastTo(earlier)
      const spans = [...later.plans, ...later.stays]
      if (link.meet && to !== null) for (const s of spans) s.from = to
      earlier.plans.push(...later.plans)
      earlier.stays.push(...later.stays)
      gone.add(later)
      taken.add(earlier)
      joined += 1
    })
  }
  return members.filter(m => !gone.has(m))
}

/** True where no span of the later group would be over before its new start. */
const outlives = (group: readonly Member[], own: readonly Member[]): boolean => {
  const start = Math.max(...own.map(m => lastTo(m) ?? 0))
  return group.every(m => [...m.plans, ...m.stays].every(s => s.to === null || s.to > start + 2))
}

const fits = (m: Member, from: N, link: Link): boolean => {
  const to = lastTo(m)
  return to !== null && link.fits(m, to, from)
}

interface Linking {
  readonly plans: readonly Span[]
  readonly stays: readonly Span[]
  readonly start: N
  readonly today: N
  /** Of plans started, how many are of a child who had one before. */
  readonly repeat: number
}

/** Whose spans they are: each its own child's, but for those who come back, and those for whom a plan was not enough. */
export function link({ plans, stays, start, today, repeat }: Linking, rand: Rand): Member[] {
  const yearAgo = plusMonths(today, -12)
  const alone: Member[] = [
    ...plans.map(s => ({ plans: [s], stays: [], family: s.group })),
    ...stays.map(s => ({ plans: [], stays: [s], family: -s.group })),
  ]
  const month = (n: N) => toDay(n).slice(0, 7)
  const withCare = join(
    alone,
    {
      later: m => m.stays.find(s => s.from > start),
      share: 0.3,
      // The same month, and the same side of the day a year ago, so that no count at a month's end is moved.
      fits: (m, to, from) =>
        m.stays.length === 0 &&
        to > start &&
        month(to) === month(from) &&
        to > yearAgo === from > yearAgo &&
        m.plans.length === 1,
      meet: true,
    },
    rand,
  )
  const withRepeats = join(
    withCare,
    {
      later: m => (m.stays.length === 0 ? m.plans.find(s => s.from > start) : undefined),
      share: repeat * 1.1,
      fits: (m, to, from) => m.stays.length === 0 && from - to > 60 && from - to < 900,
    },
    rand,
  )
  return join(
    withRepeats,
    {
      later: m => (m.plans.length === 0 ? m.stays.find(s => s.from > start) : undefined),
      share: 0.05,
      fits: (m, to, from) => m.stays.length === 1 && from - to > 45 && from - to < 800,
    },
    rand,
  )
}
