import { at } from './cells.ts'
import type { Return903 } from './data.ts'

/** Short breaks: these legal statuses are not being looked after in the sense of most rules. */
export const SHORT_BREAKS: ReadonlySet<string> = new Set(['V3', 'V4'])

/** A stretch of being looked after without a break, through however many episodes. */
export interface CarePeriod {
  readonly from: number
  /** The day on which it ended; Infinity where the record has it go on. */
  readonly to: number
}

function periods(r: Return903): ReadonlyMap<string, readonly CarePeriod[]> {
  const { Episodes } = r.now
  const [decom, dec] = [Episodes.days('DECOM'), Episodes.days('DEC')]
  const [ls, rec, rne] = [Episodes.text('LS'), Episodes.text('REC'), Episodes.text('RNE')]
  const found = new Map<string, readonly CarePeriod[]>()
  r.byChild('now', 'Episodes', 'DECOM', 'DEC').each((rows, child) => {
    const of: CarePeriod[] = []
    let from = Number.NaN
    let to = Number.NaN
    let goesOn = false
    for (const row of rows) {
      const on = at(decom, row)
      if (!(on <= r.end) || SHORT_BREAKS.has(ls[row] ?? '')) continue
      if (!(goesOn && on <= to + 1 && rne[row] !== 'S')) {
        if (!Number.isNaN(from)) of.push({ from, to })
        from = on
      }
      const end = at(dec, row)
      to = Number.isNaN(end) ? Number.POSITIVE_INFINITY : end
      goesOn = Number.isNaN(end) || rec[row] === 'X1'
    }
    if (!Number.isNaN(from)) of.push({ from, to: goesOn ? Number.POSITIVE_INFINITY : to })
    if (of.length > 0) found.set(child, of)
  })
  return found
}

/** Something worked out of a return once, whichever rules ask for it. */
const perReturn = <T>(make: (r: Return903) => T): ((r: Return903) => T) => {
  const made = new WeakMap<Return903, { readonly value: T }>()
  return r => {
    const known = made.get(r) ?? { value: make(r) }
    made.set(r, known)
    return known.value
  }
}

/**
 * Each child's periods of being looked after, in order of time: of this year's episodes that began by the last day of
 * the year, short breaks (V3, V4) left out. An episode goes on in the next where it ceased because another began (X1)
 * on that day or the day after, or has no end; not where the next says that care started with it (S). A last episode
 * that ceased with X1 goes on too: the record says so, and that the next is missing is for other rules.
 */
export const carePeriods = perReturn(periods)

/**
 * The children looked after without a break for 12 months at 31 March: in a period that began by the first day of the
 * year, and that lasted to the last at least. These are the children of whom health and outcomes (OC2) are asked.
 */
export const inCareAllYear = perReturn((r): ReadonlySet<string> => {
  const children = new Set<string>()
  for (const [child, of] of carePeriods(r))
    if (of.some(p => p.from <= r.start && p.to >= r.end)) children.add(child)
  return children
})

/** The children with an episode, no short break, that is open on the last day of the year. */
export const inCareAtEnd = perReturn((r): ReadonlySet<string> => {
  const { Episodes } = r.now
  const [child, ls] = [Episodes.text('CHILD'), Episodes.text('LS')]
  const [decom, dec] = [Episodes.days('DECOM'), Episodes.days('DEC')]
  const children = new Set<string>()
  for (let i = 0; i < Episodes.rows; i += 1) {
    const who = child[i]
    if (who == null || at(decom, i) > r.end || at(dec, i) < r.end || SHORT_BREAKS.has(ls[i] ?? '')) continue
    children.add(who)
  }
  return children
})

/** The children with an episode in the year; what has no dates is taken to be in it. */
export const inCareThisYear = perReturn((r): ReadonlySet<string> => within(r, () => true))

/** The children with an episode in the year that is no short break. */
export const inCareBeyondBreaks = perReturn(
  (r): ReadonlySet<string> => within(r, ls => !SHORT_BREAKS.has(ls ?? '')),
)

function within(r: Return903, counts: (ls: string | null | undefined) => boolean): ReadonlySet<string> {
  const { Episodes } = r.now
  const [child, ls] = [Episodes.text('CHILD'), Episodes.text('LS')]
  const [decom, dec] = [Episodes.days('DECOM'), Episodes.days('DEC')]
  const children = new Set<string>()
  for (let i = 0; i < Episodes.rows; i += 1) {
    const who = child[i]
    if (who != null && !(at(decom, i) > r.end) && !(at(dec, i) < r.start) && counts(ls[i])) children.add(who)
  }
  return children
}
