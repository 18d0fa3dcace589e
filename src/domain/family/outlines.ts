import { measures, type Placed, type Point } from './drawing.ts'

interface Run {
  readonly row: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const PAD = 4

/** Those of a row who live with the child, in runs: whoever stands between two of them and does not, parts them. */
function runsOf(row: readonly Placed[]): readonly Run[] {
  const runs: Placed[][] = []
  let open: Placed[] | undefined
  for (const f of row.toSorted((a, b) => a.x - b.x)) {
    if (!f.household) open = undefined
    else if (open) open.push(f)
    else {
      open = [f]
      runs.push(open)
    }
  }
  return runs.flatMap(run => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    const side = measures.slot / 2 - PAD
    const top = first.y - measures.symbol / 2 - 2 * PAD
    return [
      {
        row: first.row,
        left: first.x - side,
        right: last.x + side,
        top,
        bottom: first.y + measures.symbol / 2 + measures.words,
      },
    ]
  })
}

/** Down the right side of the runs, and up the left. */
function around(runs: readonly Run[]): readonly Point[] {
  const turn = (upper: Run, lower: Run) => (upper.bottom + lower.top) / 2
  const down = runs.flatMap((r, i) => {
    const [before, after] = [runs[i - 1], runs[i + 1]]
    return [
      { x: r.right, y: before ? turn(before, r) : r.top },
      { x: r.right, y: after ? turn(r, after) : r.bottom },
    ]
  })
  const up = runs.toReversed().flatMap(r => {
    const i = runs.indexOf(r)
    const [before, after] = [runs[i - 1], runs[i + 1]]
    return [
      { x: r.left, y: after ? turn(r, after) : r.bottom },
      { x: r.left, y: before ? turn(before, r) : r.top },
    ]
  })
  return [...down, ...up]
}

/** Outlines round those who live with the child; generations that stand over one another share one. */
export function outlinesOf(figures: readonly Placed[]): readonly (readonly Point[])[] {
  const rows = [...Map.groupBy(figures, f => f.row).values()].map(runsOf)
  const shapes: Run[][] = []
  for (const runs of rows) {
    const [only] = runs
    const last = shapes.at(-1)
    const above = last?.at(-1)
    const alone = runs.length === 1 && (shapes.length === 0 || rows[above?.row ?? 0]?.length === 1)
    if (only && alone && last && above && above.row === only.row - 1 && overlap(above, only)) last.push(only)
    else shapes.push(...runs.map(r => [r]))
  }
  return shapes.map(around)
}

const overlap = (a: Run, b: Run): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > PAD
