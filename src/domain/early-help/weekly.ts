import { addDays, type Day, longDay } from '../kernel/day.ts'

/** How far the weekly meeting looks, in days (local). */
export const WEEK = 7
/** The team around the child meets at least every six weeks. */
export const QUIET = 42
/** So many contacts within so many days are a pattern, whatever was decided each time. */
export const REPEATS = { contacts: 2, days: 84 } as const

/** What the weekly meeting looks at in a child. */
export interface Week {
  /** When early help began; null where the child has none. */
  readonly since: Day | null
  /** When it ended; null where it goes on. */
  readonly ended: Day | null
  /** The step that ended it. */
  readonly step: string | null
  /** It began as a step down from social care. */
  readonly steppedDown: boolean
  readonly met: Day | null
  readonly next: Day | null
  /** Contacts and referrals in the last twelve weeks. */
  readonly contacts: number
  /** Social care is at work with the child. */
  readonly open: boolean
}

/** Why a child is spoken of at this week’s meeting, in words; nothing where there is no reason. */
export function whyThisWeek(w: Week, on: Day): readonly string[] {
  const lately = (d: Day | null): d is Day => d !== null && d > addDays(on, -WEEK) && d <= on
  const runs = w.since !== null && w.since <= on && w.ended === null
  const last = w.met ?? w.since
  return [
    runs && lately(w.since) && !w.steppedDown && `New: since ${longDay(w.since)}`,
    runs && lately(w.since) && w.steppedDown && `Stepped down from social care on ${longDay(w.since)}`,
    lately(w.ended) && w.step === 'up' && `Stepped up to social care on ${longDay(w.ended)}`,
    runs &&
      w.next !== null &&
      w.next < on &&
      `The meeting planned for ${longDay(w.next)} has passed, and none is recorded`,
    runs &&
      last !== null &&
      last < addDays(on, -QUIET) &&
      (w.met ? `No meeting since ${longDay(w.met)}` : 'No meeting of the team around the child yet'),
    !w.open && w.contacts >= REPEATS.contacts && `${w.contacts} contacts in the last twelve weeks`,
  ].filter(reason => reason !== false)
}
