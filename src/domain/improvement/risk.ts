import type { Day } from '../kernel/day.ts'

/** How likely, and how hard it would fall on children: the words beside the numbers. */
export const LIKELIHOODS = {
  1: 'Rare',
  2: 'Unlikely',
  3: 'Possible',
  4: 'Likely',
  5: 'Almost certain',
} as const
export const IMPACTS = { 1: 'Slight', 2: 'Minor', 3: 'Moderate', 4: 'Major', 5: 'Severe' } as const
export type Degree = keyof typeof LIKELIHOODS
export const DEGREES: readonly Degree[] = [1, 2, 3, 4, 5]

export const RISK_LEVELS = { low: 'Low', medium: 'Medium', high: 'High', 'very-high': 'Very high' } as const
export type RiskLevel = keyof typeof RISK_LEVELS

/** Likelihood and impact, each from 1 to 5. */
export interface Grade {
  readonly likelihood: Degree
  readonly impact: Degree
}

/** A grade given on a day, with the one to be reached and the day by which it is looked at again. */
export interface Rating extends Grade {
  readonly on: Day
  readonly target: Grade
  readonly review: Day
  /** The id of the member of staff who rated it. */
  readonly by: string
  readonly why?: string
}

/** A risk to children or to the plan, as it stands. */
export interface Risk extends Grade {
  /** The id of its file. */
  readonly id: string
  /** What people call it by: "R3". */
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly event: string
  /** What it would mean for children. */
  readonly consequence: string
  /** Cause, event and consequence as one paragraph. */
  readonly description: string
  /** Name and post. */
  readonly owner: string
  readonly sponsor?: string
  readonly mitigation: string
  /** What holds it in check already. */
  readonly controls?: string
  /** Codes of the plan's actions that bear on it: "A4". */
  readonly actions: readonly string[]
  /** Codes of indicators that would show it. */
  readonly indicators: readonly string[]
  readonly target: Grade
  /** The day by which it is to be looked at again. */
  readonly review: Day
  /** Every rating, oldest first; the last is the one above. */
  readonly ratings: readonly Rating[]
  readonly closed?: { readonly on: Day; readonly why: string }
}

/** 1 to 25. */
export const scoreOf = ({ likelihood, impact }: Grade): number => likelihood * impact

/** The band of a score: up to 3 low, up to 6 medium, up to 12 high. A local choice: decision 0027. */
export function levelOf(grade: Grade): RiskLevel {
  const score = scoreOf(grade)
  return score <= 3 ? 'low' : score <= 6 ? 'medium' : score <= 12 ? 'high' : 'very-high'
}

/** True where an open risk should have been looked at before this day. */
export const reviewOverdue = (risk: Risk, on: Day): boolean => !risk.closed && risk.review < on

/** "4 × 3 = 12" */
export const gradeWords = (g: Grade): string => `${g.likelihood} × ${g.impact} = ${scoreOf(g)}`

export interface HeatCell extends Grade {
  readonly level: RiskLevel
  readonly risks: readonly Risk[]
}

/** Five rows of five: the most likely first, impact from left to right. Closed risks are left out. */
export const heatMap = (risks: readonly Risk[]): readonly (readonly HeatCell[])[] =>
  DEGREES.toReversed().map(likelihood =>
    DEGREES.map(impact => ({
      likelihood,
      impact,
      level: levelOf({ likelihood, impact }),
      risks: risks.filter(r => !r.closed && r.likelihood === likelihood && r.impact === impact),
    })),
  )

/** Gravest first; of equals the one to be looked at soonest. Closed ones last. */
export const gravestFirst = (risks: readonly Risk[]): readonly Risk[] =>
  risks.toSorted(
    (a, b) =>
      Number(a.closed !== undefined) - Number(b.closed !== undefined) ||
      scoreOf(b) - scoreOf(a) ||
      b.impact - a.impact ||
      (a.review < b.review ? -1 : a.review > b.review ? 1 : 0) ||
      (a.code < b.code ? -1 : 1),
  )
