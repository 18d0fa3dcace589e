import type { Return903 } from './data.ts'

type Child = string | null | undefined

/** What a year's return says of children who came alone to seek asylum. */
export interface UascSide {
  /** Whether the child had that status in the year. */
  readonly is: (child: Child) => boolean
  /** Every child who has the status, or a row among those who do. */
  readonly all: ReadonlySet<string>
  /** Whether the child has a row among them. */
  readonly hasRow: (child: Child) => boolean
  /** The day on which the status ended; NaN where none is given, or where it is no day. */
  readonly ended: (child: Child) => number
  /** Whether anything is written for the end of the status. */
  readonly hasEnd: (child: Child) => boolean
}

/** The children whose row in the header has the status. A column that the return came without is not looked at. */
function marked(r: Return903, year: 'now' | 'last'): Set<string> {
  const { Header } = r[year]
  const found = new Set<string>()
  if (!Header.given.has('UASC')) return found
  const children = Header.text('CHILD')
  const status = Header.text('UASC')
  for (let i = 0; i < status.length; i += 1) {
    const child = children[i]
    if (status[i] === '1' && child != null) found.add(child)
  }
  return found
}

function side(r: Return903, year: 'now' | 'last'): UascSide {
  const { Header, UASC } = r[year]
  const ends = r.byChild(year, 'UASC')
  const end = UASC.days('DUC')
  const written = UASC.text('DUC')
  const hasRow = (child: Child): boolean => ends.of(child).length > 0
  const are = marked(r, year)
  const byRow = r.form === 'csv' && (year === 'last' || !Header.given.has('UASC'))
  return {
    is: child => (child != null && are.has(child)) || (byRow && hasRow(child)),
    all: new Set([...are, ...ends.keys()]),
    hasRow,
    ended: child => {
      for (const i of ends.of(child)) if (!Number.isNaN(end[i])) return end[i] ?? Number.NaN
      return Number.NaN
    },
    hasEnd: child => ends.of(child).some(i => written[i] != null),
  }
}

const made = { now: new WeakMap<Return903, UascSide>(), last: new WeakMap<Return903, UascSide>() }

/**
 * What a year's return says of unaccompanied children, worked out once for all rules. The XML says the status in the
 * child's own row. The CSV files do not: there, whoever is in the file of unaccompanied children has it. This year's
 * CSV may come with a status all the same, worked out by who made it: then that holds.
 */
export function uascSide(r: Return903, year: 'now' | 'last'): UascSide {
  const known = made[year].get(r)
  if (known) return known
  const fresh = side(r, year)
  made[year].set(r, fresh)
  return fresh
}
