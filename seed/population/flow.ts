import { endOfMonth } from '../../src/domain/kernel/day.ts'
import type { Flow } from '../profile.ts'
import type { Rand } from '../random.ts'
import { isWorking, type N, plusMonths, toDay, toNumber } from '../time.ts'

/** Something that lasts, before it is known whose it is. Those of one group began together: brothers and sisters. */
export interface Span {
  from: N
  to: N | null
  readonly group: number
}

export interface Flows {
  readonly start: N
  readonly today: N
  readonly flow: Flow
  /** The shortest that one lasts, in days. */
  readonly shortest: number
  /** Of ends, how many choose the youngest of two rather than the oldest: many short stays, some very long. */
  readonly endYoung: number
}

/** The ends of the steps: each month end, the pins, the day a year ago, today. */
function stepsOf(f: Flows): N[] {
  const ends = new Set<N>([f.today, plusMonths(f.today, -12), ...f.flow.pins.map(p => toNumber(p.on))])
  for (let at = toNumber(endOfMonth(toDay(f.start))); at < f.today; ) {
    ends.add(at)
    at = toNumber(endOfMonth(toDay(at + 1)))
  }
  return [...ends].filter(n => n > f.start && n <= f.today).sort((a, b) => a - b)
}

/** How many are open at the end of a day: a line from pin to pin, a little uneven between them. */
function stockOn(f: Flows, on: N, rand: Rand): number {
  const pins: [N, number][] = [
    [f.start, f.flow.atStart],
    ...f.flow.pins
      .map((p): [N, number] => [toNumber(p.on), p.open])
      .filter(([at]) => at > f.start && at < f.today),
    [f.today, f.flow.today],
  ]
  const exact = pins.find(([at]) => at === on)
  if (exact) return exact[1]
  const after = pins.findIndex(([at]) => at > on)
  const [a, b] = [pins[after - 1], pins[after]]
  if (!a || !b) return f.flow.today
  const straight = a[1] + ((b[1] - a[1]) * (on - a[0])) / (b[0] - a[0])
  return Math.max(0, Math.round(straight + (rand.next() - 0.5) * Math.min(8, straight * 0.04)))
}

function dayIn(after: N, until: N, rand: Rand): N {
  let n = rand.int(after + 1, until)
  for (let tries = 0; tries < 6 && !isWorking(n); tries += 1) n = rand.int(after + 1, until)
  // Conferences and moves are held on working days, where there is one.
  for (let at = after + 1; at <= until && !isWorking(n); at += 1) if (isWorking(at)) n = at
  return n
}

const sizes = [
  [1, 62],
  [2, 22],
  [3, 11],
  [4, 5],
] as const

/** Spans whose number open at every month's end follows the flow, and is exact on its pins and today. */
export function simulate(f: Flows, rand: Rand): Span[] {
  const all: Span[] = []
  let group = 0
  const begin = (from: () => N, count: number) => {
    for (let left = count; left > 0; ) {
      const size = Math.min(left, rand.weighted(sizes))
      const on = from()
      group += 1
      for (let i = 0; i < size; i += 1) all.push({ from: on, to: null, group })
      left -= size
    }
  }
  begin(() => f.start - Math.ceil(1 + Math.min(rand.exponential(f.flow.meanBefore), 4000)), f.flow.atStart)

  const yearAgo = plusMonths(f.today, -12)
  const open = new Set(all)
  const end = (count: number, after: N, until: N, may: (s: Span) => boolean) => {
    const ripe = rand.shuffle([...open].filter(s => may(s) && s.from + f.shortest < until))
    for (let left = count; left > 0; ) {
      const two = ripe.filter(s => s.to === null).slice(0, 2)
      const [first, second = first] = two
      if (!first || !second) return count - left
      const young = rand.chance(f.endYoung)
      const one = first.from > second.from === young ? first : second
      const together = rand.chance(0.75) ? ripe.filter(s => s.to === null && s.group === one.group) : [one]
      const on = Math.max(dayIn(after, until, rand), one.from + f.shortest)
      for (const s of together.slice(0, left)) {
        s.to = on
        open.delete(s)
        left -= 1
      }
      ripe.splice(0, ripe.length, ...ripe.filter(s => s.to === null))
      // The next pair is not always the same one that was spared.
      if (ripe.length > 2) ripe.push(...ripe.splice(0, 1))
    }
    return count
  }

  const count = (since: N) => [...open].filter(s => s.from <= since).length
  let before = f.start
  for (const until of stepsOf(f)) {
    const share = (f.flow.endsPerYear * (until - before)) / 365.25
    let ends = Math.floor(share + rand.next())
    const wanted = stockOn(f, until, rand)
    if (f.flow.openOverYear !== undefined && before >= yearAgo) {
      // Of those that were open a year ago, as many are left today as the profile says.
      const over = count(yearAgo) - f.flow.openOverYear
      const old = Math.round((over * (until - before)) / (f.today - before))
      end(old, before, until, s => s.from <= yearAgo)
      ends = Math.max(0, ends - old, open.size - wanted)
      ends = end(ends, before, until, s => s.from > yearAgo)
    } else {
      // More can't begin than would leave the stock right, nor can it fall without ends.
      ends = end(Math.max(ends, open.size - wanted), before, until, () => true)
    }
    const begun = all.length
    begin(() => dayIn(before, until, rand), Math.max(0, wanted - open.size))
    for (const s of all.slice(begun)) open.add(s)
    before = until
  }
  return all
}
