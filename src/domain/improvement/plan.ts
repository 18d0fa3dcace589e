import type { Day } from '../kernel/day.ts'
import type { Barrier, BoardDecision, Challenge, Closure, Evidence, Retest } from './action-parts.ts'
import type { BandCode, SectionCode } from './framework.ts'
import type { Measure } from './measure.ts'

/** Blue, red, amber or green. Always shown with its words: colour alone tells some readers nothing. */
export type Brag = 'blue' | 'green' | 'amber' | 'red'

export const BRAGS: readonly Brag[] = ['blue', 'green', 'amber', 'red']

/** What a mark of delivery means: was the work done? */
export const DELIVERY_WORDS: Readonly<Record<Brag, string>> = {
  blue: 'Complete and embedded',
  green: 'On track',
  amber: 'At risk',
  red: 'Off track',
}

/** What a mark of impact means: is it better for children? */
export const IMPACT_WORDS: Readonly<Record<Brag, string>> = {
  blue: 'Target met',
  green: 'Improving',
  amber: 'Not moving enough',
  red: 'No better or worse',
}

/** Where an action comes from: one recommendation of one source, word for word. */
export interface ActionSource {
  readonly inspection: string
  readonly finding: string
  readonly text: string
  readonly section: SectionCode
  readonly band: BandCode | null
  readonly paragraph?: string
}

/** What a measure came to on a day. */
export interface Figure {
  readonly value: number
  readonly on: Day
  readonly numerator?: number
  readonly denominator?: number
  /** How many were asked, where people were. */
  readonly asked?: number
}

export interface Mark {
  readonly brag: Brag
  readonly on: Day
  readonly by: string
  readonly why?: string
}

export interface Revision {
  readonly due: Day
  readonly why: string
  readonly agreedBy: string
  readonly on: Day
  /** Who wrote it. */
  readonly by?: string
}

export interface Milestone {
  readonly id: string
  readonly what: string
  readonly by: Day
  readonly met?: Day
}

export interface Note {
  readonly on: Day
  readonly author: string
  readonly text: string
}

export const PRIORITIES = { high: 'High', medium: 'Medium', low: 'Low' } as const
export type Priority = keyof typeof PRIORITIES

/** Open; put forward for closure and not decided; closed by somebody other than its owner and whoever proposed it. */
export type ActionState = 'open' | 'proposed' | 'closed'

/** One action of the improvement plan, with all that was ever marked on it, oldest first. */
export interface Action {
  readonly id: string
  /** What it was planned for. */
  readonly source: ActionSource
  /** What else it answers, of whatever source. */
  readonly also: readonly ActionSource[]
  readonly what: string
  readonly outcome: string
  readonly lead: string
  /** The lead, where that is a member of staff here: their id. They never close it themselves. */
  readonly owner?: string
  readonly sponsor?: string
  readonly partners: readonly string[]
  readonly theme?: string
  readonly priority?: Priority
  readonly start?: Day
  readonly due: Day
  readonly revisions: readonly Revision[]
  readonly milestones: readonly Milestone[]
  /** The actions that must come first, by id. */
  readonly depends: readonly { readonly id: string; readonly action: string; readonly why?: string }[]
  readonly measures: readonly Measure[]
  readonly deliveries: readonly Mark[]
  readonly impacts: readonly Mark[]
  readonly progress: readonly Note[]
  readonly evidence: readonly Evidence[]
  readonly barriers: readonly Barrier[]
  readonly challenges: readonly Challenge[]
  readonly decisions: readonly BoardDecision[]
  readonly closures: readonly Closure[]
  readonly retests: readonly Retest[]
  readonly state: ActionState
  /** While it is closed: when it is looked at again. */
  readonly retestDue?: Day
  /** The day from which it is said to be complete; undefined again once it is marked otherwise. */
  readonly claimedComplete?: Day
}

/** The due day in force: the last one agreed. */
export const dueNow = (action: Action): Day => action.revisions.at(-1)?.due ?? action.due

/** The mark that stood at the end of a day. */
export const markOn = (marks: readonly Mark[], on: Day): Mark | undefined => marks.findLast(m => m.on <= on)

/** Past its due day, and neither closed nor marked complete and embedded by then. */
export const isOverdue = (action: Action, on: Day): boolean =>
  dueNow(action) < on && action.state !== 'closed' && markOn(action.deliveries, on)?.brag !== 'blue'

/** Closed, and due to be looked at again. */
export const isRetestDue = (action: Action, on: Day): boolean =>
  action.retestDue !== undefined && action.retestDue <= on

/** Everything it answers, the first first. */
export const answersTo = (action: Action): readonly ActionSource[] => [action.source, ...action.also]
