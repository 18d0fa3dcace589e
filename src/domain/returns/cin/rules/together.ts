import type { Frame } from '../../check/frame.ts'
import { blockKey, type Census, type CinTable } from './data.ts'
import type { CinRule } from './rule.ts'

/** What two rows must share to be compared: the child, the case (CINdetails), the assessment or the child protection plan. */
export type Shared = 'child' | 'CINdetailsID' | 'AssessmentID' | 'CPPID'

type Matches = readonly (readonly number[])[]

const kept = new WeakMap<Census, Map<string, Matches>>()

function matchRows(r: Census, a: CinTable, b: CinTable, by: Shared): Matches {
  const of: Frame = r.tables[a]
  const child = of.text('LAchildID')
  if (by === 'child') {
    const groups = r.by(b, 'LAchildID')
    return child.map(c => groups.of(c))
  }
  const block = of.text(by)
  const other: Frame = r.tables[b]
  const theirs = other.text('LAchildID')
  // A census numbers its blocks through, and so the number alone tells nearly every match. In a case's small tables
  // two children may share one.
  const groups = r.by(b, by)
  let last: { number: string; child: string | null; rows: readonly number[] } | undefined
  return child.map((c, i) => {
    const number = block[i]
    if (number == null) return r.byBlock(b, by).of(blockKey(c, number))
    if (last?.number === number && last.child === c) return last.rows
    const all = groups.of(number)
    const rows = all.every(j => theirs[j] === c) ? all : all.filter(j => theirs[j] === c)
    last = { number, child: c, rows }
    return rows
  })
}

/** For each row of one table the rows of another that belong with it. Worked out once, for all rules that ask. */
export function together(r: Census, a: CinTable, b: CinTable, by: Shared): Matches {
  const mine = kept.get(r) ?? new Map<string, Matches>()
  kept.set(r, mine)
  const name = `${a} ${b} ${by}`
  const before = mine.get(name)
  if (before) return before
  const made = matchRows(r, a, b, by)
  mine.set(name, made)
  return made
}

/** The rows of each case, assessment or plan of a table, block after block. */
export function* blocksOf(r: Census, table: CinTable, by: Shared): Generator<readonly number[]> {
  for (const [i, rows] of together(r, table, table, by).entries()) if (rows[0] === i) yield rows
}

/** No child has so many rows; a file made to be slow is compared as far as this. */
const MOST = 1000

/** Finds the rows of two tables that belong together and of which something is true. Both rows fail. */
export const pairs =
  (
    a: CinTable,
    b: CinTable,
    by: Shared,
    holds: (r: Census) => (a: number, b: number) => boolean,
  ): CinRule['find'] =>
  r => {
    const is = holds(r)
    const matches = together(r, a, b, by)
    const failA: number[] = []
    const failB = new Set<number>()
    for (let i = 0; i < matches.length; i += 1) {
      let fails = false
      const near = matches[i] ?? []
      for (let n = 0; n < near.length && n < MOST; n += 1) {
        const j = near[n] ?? 0
        if (!is(i, j)) continue
        fails = true
        failB.add(j)
      }
      if (fails) failA.push(i)
    }
    return { [a]: failA, [b]: [...failB] }
  }

/** Yes, as the census writes it. */
export const isYes = (cell: string | null | undefined): boolean =>
  cell === '1' || cell?.toLowerCase() === 'true'

/** No, as the census writes it. A blank is neither yes nor no. */
export const isNo = (cell: string | null | undefined): boolean =>
  cell === '0' || cell?.toLowerCase() === 'false'
