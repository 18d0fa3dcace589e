import { months } from '../kernel/allowance.ts'
import type { Band, Grade } from './framework.ts'

type Words = readonly [name: string, means: string, ...also: string[]]

const scale = (...list: readonly Words[]): readonly Grade[] =>
  list.map(([name, means, ...also], i) => ({
    name,
    number: i + 1,
    means,
    ...(also.length > 0 ? { also } : {}),
  }))

/** Until 2013: against what the law asks at least (rules 3A). */
export const fourPoint = scale(
  ['Outstanding', 'Far above the least that is required'],
  ['Good', 'Above the least that is required'],
  ['Adequate', 'The least that is required, and no more'],
  ['Inadequate', 'Below the least that is required'],
)

const ABOVE = 'Services work very well, and much better for children than before'
const GOOD = 'Services work: children are helped, protected and cared for'
const BELOW = 'No child is left in harm by serious or widespread failures, but services are not good yet'
const FAILED = 'Serious or widespread failures leave children in harm or at risk, or care for them badly'

/** From 2013: against what is good for children. */
export const shortScale = scale(
  ['Outstanding', ABOVE],
  ['Good', GOOD],
  ['Requires improvement', BELOW, 'Requires improvement to be good'],
  ['Inadequate', FAILED],
)
export const laterScale = scale(
  ['Outstanding', ABOVE],
  ['Good', GOOD],
  ['Requires improvement to be good', BELOW, 'Requires improvement'],
  ['Inadequate', FAILED],
)

/** The yearly rating of a council’s services for children. */
export const performanceScale = scale(
  ['Performs excellently', 'Far above the least that is required'],
  ['Performs well', 'Above the least that is required', 'Performing well'],
  ['Performs adequately', 'The least that is required'],
  ['Performs poorly', 'Below the least that is required'],
)

/**
 * Time from publication: a report published on 18 November 2011 set 18 February and 18 May 2012 (rules 0.8, R180).
 * "Immediately" is due on the day of publication.
 */
export const timeBands: readonly Band[] = [
  { code: 'immediately', title: 'Immediately', within: months(0) },
  { code: 'three-months', title: 'Within three months', within: months(3) },
  { code: 'six-months', title: 'Within six months', within: months(6) },
]

/** Headings of 2013–14 reports that set no day. */
export const priorityBand: Band = { code: 'priority', title: 'Priority and immediate action' }
export const areasBand: Band = { code: 'areas', title: 'Areas for improvement' }

/** Letters of 2009–12 asked for development, and for priority action where it could not wait. */
export const developmentBand: Band = { code: 'areas', title: 'Areas for development' }
