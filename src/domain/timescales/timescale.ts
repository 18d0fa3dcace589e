import type { Allowance } from '../kernel/allowance.ts'
import type { Day, Instant } from '../kernel/day.ts'
import type { Mark } from '../records/record-type.ts'
import type { SpellKindCode } from '../records/spell.ts'

/** How sure we are of a rule: confirmed, supported, unconfirmed, or local and to be set by the authority. */
export type Standing = 'confirmed' | 'supported' | 'unconfirmed' | 'local'

/** A run of clocks of one kind, one after the other, for as long as a spell lasts. */
export interface Series {
  readonly code: string
  readonly title: string
  /** What is to be done, as a worker would say it. */
  readonly task: string
  /** It runs while this spell lasts; null where each record of `records` has a clock of its own. */
  readonly during: SpellKindCode | null
  /** Records that are to be written down in time: the clock starts when it happened and is met by its recording. */
  readonly records?: readonly string[]
  /** Only spells with this key: a core assessment has other clocks than an initial one. */
  readonly key?: string
  /** Begun by each of these inside the spell, not by the spell itself. */
  readonly starts?: Mark
  /** Met from the start where such a spell runs already: a child whose worker goes on needs no new allocation. */
  readonly holds?: { readonly kind: SpellKindCode; readonly key: string }
  /** A new spell of this kind inside it starts the run again from its first row. */
  readonly restarts?: SpellKindCode
  /** What meets a clock; null where being recorded does. */
  readonly stops: Mark | null
  /** Runs only from this birthday, and until the day before this one. */
  readonly fromAge?: number
  readonly untilAge?: number
  /** Met once and done: a decision, not a round of visits. */
  readonly once?: true
  /** Whose work it is. */
  readonly owner: 'worker' | 'reviewing' | 'manager' | 'front-door' | 'officer'
}

/** One rule about one stretch of a series: a row. */
export interface Timescale {
  readonly series: string
  readonly code: string
  readonly title: string
  /** Which clock of the run: 1 is the first after the spell (or the restart) began. Whole series where absent. */
  readonly nth?: { readonly from: number; readonly to?: number }
  readonly within: Allowance
  /** Only where the child will be under (or at least) this age when it falls due. */
  readonly dueAge?: { readonly under?: number; readonly from?: number }
  /** Only where the open spell of `restarts` has already lasted this long, and its facts match. */
  readonly after?: { readonly lasted: Allowance; readonly fact?: string }
  /** In force for clocks started from this day, up to but not with `to`. Null: without limit. */
  readonly from: Day | null
  readonly to: Day | null
  readonly source: string
  readonly standing: Standing
}

export interface Moments {
  readonly starts: Instant
  readonly due: Instant
  readonly met: Instant | null
}

/** One timescale, running or run, on one subject. */
export interface Clock {
  readonly subject: string
  readonly series: string
  readonly row: string
  readonly starts: Day
  readonly startedBy: string
  readonly due: Day
  /** The day it was met, in time or late. */
  readonly met: Day | null
  readonly metBy: string | null
  /** The day it stopped mattering without being met: the child left care, or moved placement. */
  readonly ended: Day | null
  /** The entry that says why it was late. */
  readonly lateReason: string | null
  /** The moments, for a rule in clock hours; null where only the day is known, and then days decide. */
  readonly moments: Moments | null
}

export type ClockState =
  | { readonly is: 'running'; readonly due: Day }
  | { readonly is: 'overdue'; readonly due: Day }
  | { readonly is: 'met'; readonly on: Day }
  | { readonly is: 'met-late'; readonly on: Day; readonly due: Day }
  | { readonly is: 'ended'; readonly on: Day }

/** True where it was met by its day; on the day itself, where both moments are known, by its hour. */
export const metInTime = ({ met, due, moments }: Clock): boolean =>
  met !== null && (met < due || (met === due && !(moments?.met && moments.met > moments.due)))

/**
 * True of what still asks for something on a day: neither met nor over by then. What is asked for until a birthday has
 * its end from the beginning, in days to come.
 */
export const stillAsked = ({ met, ended }: Pick<Clock, 'met' | 'ended'>, today: Day): boolean =>
  met === null && (ended === null || ended > today)

/** How a clock stood at the end of a day, from what had happened by then. */
export function clockState(c: Clock, on: Day): ClockState {
  if (c.met !== null && c.met <= on)
    return metInTime(c) ? { is: 'met', on: c.met } : { is: 'met-late', on: c.met, due: c.due }
  if (c.ended !== null && c.ended <= on) return { is: 'ended', on: c.ended }
  return on > c.due ? { is: 'overdue', due: c.due } : { is: 'running', due: c.due }
}
