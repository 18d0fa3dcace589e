import { ethnicities as ethnicityNames, referralSources as sourceNames } from '../../../records/codes.ts'
import { closureReasons as closureNames } from '../../../records/codes-front-door.ts'

/**
 * The code lists of the census (its schema for 2025/26). Where the record uses the same list, it is the record's.
 * A child's sex was asked as a gender in figures until 2023/24.
 */
export const ethnicities: ReadonlySet<string> = new Set(Object.keys(ethnicityNames))
export const referralSources: ReadonlySet<string> = new Set(Object.keys(sourceNames))
export const closureReasons: ReadonlySet<string> = new Set(Object.keys(closureNames))
export const sexes: ReadonlySet<string> = new Set(['M', 'F', 'U'])

/** N9 is for cases other than children in need, N0 for a need that was not stated. */
export const primaryNeeds: ReadonlySet<string> = new Set([
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N0'],
])

/** That a child has none is a code as well. */
export const NO_DISABILITY = 'NONE'
export const disabilities: ReadonlySet<string> = new Set([
  ...[NO_DISABILITY, 'MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'DDA'],
])

/** The reasons for closing a case that say that nothing followed its assessment, or early help only. */
export const closedAfterAssessment: ReadonlySet<string> = new Set(['RC8', 'RC9'])
export const DIED = 'RC2'
