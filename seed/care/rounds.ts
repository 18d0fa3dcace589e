import type { Rand } from '../random.ts'
import { type N, workingOnOrAfter, workingOnOrBefore } from '../time.ts'

/** One turn of something done again and again: when it was owed from, when it was due, and when it was done. */
export interface Turn {
  readonly start: N
  readonly due: N
  readonly on: N
}

interface Rounds {
  readonly from: N
  /** The last day on which one may be done: the day before the end of the spell, or today. */
  readonly until: N
  /** When the nth (from 1) is due, when the last was done on a day. */
  readonly due: (nth: number, start: N) => N
  readonly slips: (due: N) => boolean
  /** How many days before it is due it is done, at most; and how many after, where it slips. */
  readonly early: number
  readonly late: number
  readonly rand: Rand
}

/** Done on time but where it slips: at the end, what is due and not done is what the product must show as waiting. */
export function rounds(r: Rounds): Turn[] {
  const turns: Turn[] = []
  let start = r.from
  for (let nth = 1; ; nth += 1) {
    const due = r.due(nth, start)
    const soonest = nth === 1 ? start : start + 1
    const on = r.slips(due)
      ? workingOnOrAfter(due + r.rand.int(2, r.late))
      : Math.min(due, Math.max(soonest, workingOnOrBefore(due - r.rand.int(0, r.early))))
    if (on > r.until) return turns
    turns.push({ start, due, on })
    start = on
  }
}

/**
 * What the system before this one had kept, when it was moved over: the first few, on which the timing of the later
 * ones hangs, and the last before the day of moving. All since then.
 */
export function thin<T extends Turn>(turns: readonly T[], moved: N, first: number): T[] {
  const before = turns.filter(t => t.on < moved)
  return turns.filter((t, i) => t.on >= moved || i < first || i === before.length - 1)
}
