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
  const groups = r.byBlock(b, by)
  const block = of.text(by)
  return child.map((c, i) => groups.of(blockKey(c, block[i])))
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
    const [failA, failB]: [number[], number[]] = [[], []]
    for (let i = 0; i < matches.length; i += 1)
      for (const j of matches[i] ?? [])
        if (is(i, j)) {
          failA.push(i)
          failB.push(j)
        }
    return { [a]: failA, [b]: failB }
  }

/** Yes, as the census writes it. */
export const isYes = (cell: string | null | undefined): boolean =>
  cell === '1' || cell?.toLowerCase() === 'true'
