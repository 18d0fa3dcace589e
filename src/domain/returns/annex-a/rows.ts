import type { CaseFile } from '../../casework/file.ts'
import { adoption } from './adoption.ts'
import { lists } from './columns.ts'
import { type Asked, childOn, type Row } from './file.ts'
import { assessments, contacts, earlyHelp, referrals } from './front-door.ts'
import { inCare } from './in-care.ts'
import { careLeavers } from './leavers.ts'
import { inNeed, plans, section47 } from './protection.ts'

const each = [
  contacts,
  earlyHelp,
  referrals,
  assessments,
  section47,
  inNeed,
  plans,
  inCare,
  careLeavers,
  adoption,
] as const

/** A child's rows in lists 1 to 10, as they stood on the day of the inspection. */
export function rowsOf(code: string, whole: CaseFile, at: Asked): readonly Row[] {
  const child = childOn(code, whole, at)
  return each.flatMap(list => list(child))
}

/** Needed columns that are blank, by list and heading: what the record does not hold, or nobody has written yet. */
export interface Blank {
  readonly list: number
  readonly column: string
  readonly rows: number
}

export const blanks = (rows: readonly Row[]): readonly Blank[] =>
  lists.flatMap(({ number, columns }) => {
    const own = rows.filter(r => r.list === number)
    return columns.flatMap(({ name, needed }) => {
      const n = needed ? own.filter(r => r.cells[name] === undefined).length : 0
      return n > 0 ? [{ list: number, column: name, rows: n }] : []
    })
  })
