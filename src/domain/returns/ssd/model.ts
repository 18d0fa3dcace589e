import { authorityObjects } from './authority.ts'
import { careObjects } from './care.ts'
import { educationObjects } from './education.ts'
import type { Objects } from './field.ts'
import { inNeedObjects } from './in-need.ts'
import { leavingObjects } from './leaving.ts'
import { personObjects } from './person.ts'
import { protectionObjects } from './protection.ts'

/**
 * The Standard Safeguarding Dataset: 48 objects with 359 fields, by the sector’s own names, so that what councils have
 * made for it reads our record as it reads any other.
 */
export const model: Objects = {
  ...personObjects,
  ...inNeedObjects,
  ...protectionObjects,
  ...careObjects,
  ...leavingObjects,
  ...educationObjects,
  ...authorityObjects,
}

/** Fields that the record has no fact for, with why. */
export const withoutSource = (): readonly {
  readonly object: string
  readonly field: string
  readonly why: string
}[] =>
  Object.entries(model).flatMap(([object, fields]) =>
    Object.entries(fields).flatMap(([field, f]) => (f.without ? [{ object, field, why: f.without }] : [])),
  )
