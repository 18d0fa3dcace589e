import { months } from '../kernel/allowance.ts'
import type { Band, Grade } from './framework.ts'

const scale = (...names: string[]): readonly Grade[] => names.map((name, i) => ({ name, number: i + 1 }))

export const fourPoint = scale('Outstanding', 'Good', 'Adequate', 'Inadequate')
export const shortScale = scale('Outstanding', 'Good', 'Requires improvement', 'Inadequate')
export const laterScale = scale('Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate')

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
