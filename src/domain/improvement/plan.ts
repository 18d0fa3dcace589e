import type { Day } from '../kernel/day.ts'
import type { BandCode, SectionCode } from './framework.ts'

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

/** Where an action comes from: one finding of one report, word for word. */
export interface ActionSource {
  readonly inspection: string
  readonly finding: string
  readonly text: string
  readonly section: SectionCode
  readonly band: BandCode | null
  readonly paragraph?: string
}

/** A measure of success: an indicator, perhaps for one team or one part of a split. */
export interface Measure {
  readonly indicator: string
  readonly split?: { readonly by: string; readonly value: string }
  readonly team?: string
  readonly baseline: { readonly value: number; readonly on: Day }
  readonly target: { readonly value: number; readonly by: Day }
  readonly good: 'high' | 'low'
  /** Percent where not said. */
  readonly unit?: 'percent' | 'number'
}

/** What an indicator came to on a day. */
export interface Figure {
  readonly value: number
  readonly on: Day
  readonly numerator?: number
  readonly denominator?: number
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

/** One action of the improvement plan, with all that was ever marked on it, oldest first. */
export interface Action {
  readonly id: string
  readonly source: ActionSource
  readonly what: string
  readonly outcome: string
  readonly lead: string
  readonly sponsor?: string
  readonly partners: readonly string[]
  readonly start?: Day
  readonly due: Day
  readonly revisions: readonly Revision[]
  readonly milestones: readonly Milestone[]
  readonly measure?: Measure
  readonly deliveries: readonly Mark[]
  readonly impacts: readonly Mark[]
  readonly progress: readonly Note[]
  /** The day from which the lead has said it is complete; undefined again once it is marked otherwise. */
  readonly claimedComplete?: Day
}

/** The due day in force: the last one agreed. */
export const dueNow = (action: Action): Day => action.revisions.at(-1)?.due ?? action.due

/** The mark that stood at the end of a day. */
export const markOn = (marks: readonly Mark[], on: Day): Mark | undefined => marks.findLast(m => m.on <= on)

/** Past its due day and not marked complete and embedded by then. */
export const isOverdue = (action: Action, on: Day): boolean =>
  dueNow(action) < on && markOn(action.deliveries, on)?.brag !== 'blue'
