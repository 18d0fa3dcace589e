import type { Day } from '../src/domain/kernel/day.ts'

/** A share before and from the turning day. */
export type Rate = readonly [before: number, after: number]

/** Months are the authority's own: how many spells were open at the end of a day. The last count is today's. */
export interface Flow {
  /** How many were open at the start of the history, on pinned days between, and today. */
  readonly atStart: number
  readonly pins: readonly { readonly on: Day; readonly open: number }[]
  readonly today: number
  readonly endsPerYear: number
  /** Of those open today, how many began at least 12 months ago. */
  readonly openOverYear?: number
  /** How long, in days, those open at the start had run on average. */
  readonly meanBefore: number
}

/** Exactly this many of those open today are in each band of age, from–to in whole years, both included. */
export interface AgeBand {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Exactly this many say yes. */
export interface Quota {
  readonly of: number
  readonly yes: number
}

export interface Team {
  readonly name: string
  readonly does: 'assessment' | 'safeguarding' | 'looked-after' | 'leaving-care' | 'disabled' | 'family-help'
  readonly workers: number
}

/** The invented authority as data: all that makes one unlike another. */
export interface Profile {
  readonly name: string
  readonly authority: string
  readonly population: number
  /** Its own clock, or null where it lives today. */
  readonly asAt: Day | null
  readonly years: number
  /** Which codes are used: those of the present returns, or those still in use before 2024-25 ended. */
  readonly codes: 'now' | 'earlier'
  readonly teams: readonly Team[]
  readonly reviewingOfficers: number

  readonly protection: Flow & {
    readonly unborn: number
    readonly ages: readonly AgeBand[]
    readonly girls: number
    readonly categories: Readonly<Record<'NEG' | 'EMO' | 'PHY' | 'SAB', number>>
    readonly repeat: number
  }
  readonly lookedAfter: Flow & { readonly ages: readonly AgeBand[] }
  /** Children referred in a year who come to neither. */
  readonly referralsPerYear: number
  readonly reReferred: number
  readonly privatelyFostered: number

  /** Of those looked after for 12 months; null leaves it to chance. */
  readonly health: Quota | null
  readonly dental: Quota | null
  readonly immunised: Quota | null
  /** Per cent of children aged 4 and over who took part in every review of the year. */
  readonly participation: number

  /** The day on which an inspection's findings were heard and some things began to change; null for none. */
  readonly turning: Day | null
  /** The share of children whose work slips, and how these shares changed. */
  readonly slips: {
    readonly review: Rate
    readonly visit: Rate
    readonly protectionVisit: Rate
    readonly protectionReview: Rate
    readonly referral: Rate
    readonly health: Rate
    readonly firstHealth: Rate
    readonly dental: Rate
    readonly immunised: Rate
    readonly sdq: Rate
    readonly returnInterview: Rate
    readonly recording: Rate
    readonly oversight: Rate
  }
  /** What it aims at, by indicator. */
  readonly targets: readonly (readonly [indicator: string, value: string, why?: string])[]
}
