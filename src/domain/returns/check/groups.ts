import type { Cells, Numbers } from './column.ts'

/** The rows of a table in groups, each group's rows together: of one child, say, in the order of their days. */
export interface Groups extends Iterable<readonly number[]> {
  /** The places of all rows, group after group. Rows without a key are left out. */
  readonly order: readonly number[]
  /** The rows of one key, in order; none where nobody has it. */
  readonly of: (key: string | null | undefined) => readonly number[]
  readonly keys: () => Iterable<string>
  /** Does something for each group. */
  readonly each: (act: (rows: readonly number[], key: string) => void) => void
}

const NONE: readonly number[] = []

/**
 * @param keys what groups the rows, such as CHILD
 * @param by what orders the rows within a group; rows without it come last, and equals stay as they came
 */
export function groupRows(keys: Cells, ...by: readonly Numbers[]): Groups {
  const found = new Map<string, number[]>()
  let last: string | undefined
  let rows: number[] = []
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i]
    if (key == null) continue
    // A child's rows mostly come together.
    if (key === last) {
      rows.push(i)
      continue
    }
    last = key
    const before = found.get(key)
    if (before) {
      rows = before
      rows.push(i)
    } else {
      rows = [i]
      found.set(key, rows)
    }
  }
  const compare = (a: number, b: number): number => {
    for (const values of by) {
      const x = values[a] ?? Number.NaN
      const y = values[b] ?? Number.NaN
      if (x < y || (Number.isNaN(y) && !Number.isNaN(x))) return -1
      if (x > y || (Number.isNaN(x) && !Number.isNaN(y))) return 1
    }
    return a - b
  }
  if (by.length > 0) for (const rows of found.values()) if (rows.length > 1) rows.sort(compare)
  return {
    get order() {
      return [...found.values()].flat()
    },
    of: key => (key == null ? NONE : (found.get(key) ?? NONE)),
    keys: () => found.keys(),
    [Symbol.iterator]: () => found.values(),
    each: act => {
      for (const [key, rows] of found) act(rows, key)
    },
  }
}
