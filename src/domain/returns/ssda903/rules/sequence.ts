import type { Return903 } from './data.ts'

/** A table's rows in the order of each child's time: which row comes before and after each. */
export interface Sequence {
  /** The row of the same child's episode before; -1 where there is none, or where either has no start. */
  readonly before: Int32Array
  readonly after: Int32Array
  /** Each child's first and last episode, of those whose start is known. */
  readonly first: ReadonlyMap<string, number>
  readonly last: ReadonlyMap<string, number>
}

function sequence(r: Return903, year: 'now' | 'last'): Sequence {
  const { Episodes } = year === 'now' ? r.now : r.last
  const decom = Episodes.days('DECOM')
  const before = new Int32Array(Episodes.rows).fill(-1)
  const after = new Int32Array(Episodes.rows).fill(-1)
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  // Of two that start on one day, that which ended sooner was first.
  r.byChild(year, 'Episodes', 'DECOM', 'DEC').each((rows, child) => {
    let earlier = -1
    for (const row of rows) {
      if (Number.isNaN(decom[row])) break
      if (earlier < 0) first.set(child, row)
      else {
        before[row] = earlier
        after[earlier] = row
      }
      earlier = row
    }
    if (earlier >= 0) last.set(child, earlier)
  })
  return { before, after, first, last }
}

const made = { now: new WeakMap<Return903, Sequence>(), last: new WeakMap<Return903, Sequence>() }

/** The order of a year's episodes, worked out once for all rules. Row order in the file does not matter to it. */
export function sequenceOf(r: Return903, year: 'now' | 'last' = 'now'): Sequence {
  const known = made[year].get(r)
  if (known) return known
  const fresh = sequence(r, year)
  made[year].set(r, fresh)
  return fresh
}

const carried = new WeakMap<Return903, readonly number[]>()

/**
 * For each child whose last year's record ended with an open episode: that episode's row, and the row of the first
 * episode of this year.
 */
export function eachCarriedOver(r: Return903, act: (last: number, first: number) => void): void {
  let pairs = carried.get(r)
  if (!pairs) {
    const dec = r.last.Episodes.text('DEC')
    const { first } = sequenceOf(r)
    const found: number[] = []
    for (const [child, row] of sequenceOf(r, 'last').last) {
      const then = first.get(child)
      if (then !== undefined && dec[row] === null) found.push(row, then)
    }
    pairs = found
    carried.set(r, pairs)
  }
  for (let i = 0; i < pairs.length; i += 2) act(pairs[i] ?? -1, pairs[i + 1] ?? -1)
}
