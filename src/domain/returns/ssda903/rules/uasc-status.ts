import type { Return903 } from './data.ts'

type Child = string | null | undefined

/** What a year's return says of children who came alone to seek asylum. */
export interface UascSide {
  /** Whether the child had that status in the year. */
  readonly is: (child: Child) => boolean
  /** Whether the child has a row among them. */
  readonly hasRow: (child: Child) => boolean
  /** The day on which the status ended; NaN where none is given, or where it is no day. */
  readonly ended: (child: Child) => number
  /** Whether anything is written for the end of the status. */
  readonly hasEnd: (child: Child) => boolean
}

/**
 * The XML says the status in the child's own row. The CSV files do not: there, whoever is in the file of unaccompanied
 * children has it. This year's CSV may come with a status all the same, worked out by who made it: then that holds.
 */
export function uascSide(r: Return903, year: 'now' | 'last'): UascSide {
  const { Header, UASC } = r[year]
  const ends = r.byChild(year, 'UASC')
  const headers = r.byChild(year, 'Header')
  const end = UASC.days('DUC')
  const written = UASC.text('DUC')
  // A column that the return came without is not looked at: it is one that CSV files never have.
  const given = Header.given.has('UASC')
  const status = given ? Header.text('UASC') : []
  const hasRow = (child: Child): boolean => ends.of(child).length > 0
  const marked = (child: Child): boolean => headers.of(child).some(i => status[i] === '1')
  const byRow = r.form === 'csv' && (year === 'last' || !given)
  return {
    is: child => (given && marked(child)) || (byRow && hasRow(child)),
    hasRow,
    ended: child => {
      for (const i of ends.of(child)) if (!Number.isNaN(end[i])) return end[i] ?? Number.NaN
      return Number.NaN
    },
    hasEnd: child => ends.of(child).some(i => written[i] != null),
  }
}
