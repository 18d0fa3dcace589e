import { type Line, measures, type Placed, type Point } from './drawing.ts'
import type { Descent, FamilyPlan } from './plan.ts'

const HALF = measures.symbol / 2
/** Lines of several families in one zone stand this far apart. */
const BETWEEN = 9

interface Drop {
  /** From where it starts, and where it goes down. */
  readonly start: readonly Point[]
  readonly x: number
}

/** Two parents: from the middle of the line between them. One: out at the side and down beside their words. */
function dropOf(d: Descent, parents: readonly Placed[]): Drop | undefined {
  const [a, b] = parents
  if (a && b) {
    const x = (a.x + b.x) / 2
    return { start: [{ x, y: a.y }], x }
  }
  if (!a) return undefined
  const way = d.side === 'left' ? -1 : 1
  const x = a.x + (way * measures.slot) / 2
  // Lower than a line between a couple, so that it is not taken for one.
  const y = a.y + HALF - 8
  return {
    start: [
      { x: a.x + way * HALF, y },
      { x, y },
    ],
    x,
  }
}

/** Where each child's line leaves the bar, and where it ends: twins leave it together. */
function feet(
  d: Descent,
  children: readonly Placed[],
): readonly { readonly bar: number; readonly foot: Placed }[] {
  return children.map(c => {
    const group = d.twins.find(t => t.includes(c.key))
    const together = children.filter(o => group?.includes(o.key))
    const next = together.every((o, i) => i === 0 || o.x - (together[i - 1]?.x ?? 0) < measures.slot * 1.5)
    const bar =
      together.length > 1 && next ? together.reduce((sum, o) => sum + o.x, 0) / together.length : c.x
    return { bar, foot: c }
  })
}

function descentLines(d: Descent, level: number, at: ReadonlyMap<string, Placed>): readonly Line[] {
  const parents = d.parents.flatMap(k => at.get(k) ?? [])
  const children = d.children.flatMap(k => at.get(k) ?? []).sort((a, b) => a.x - b.x)
  const [first] = children
  if (!first) return []
  const { ended, kind } = d
  const bar = first.y - HALF - measures.zone + 10 + (level % 5) * BETWEEN
  const drop = dropOf(d, parents)
  // What comes from somebody who cares for the child, or from a second line, comes in beside the first.
  const aside = kind === 'care' ? 12 : 0
  const ends = feet(d, children)
  const xs = [...ends.map(e => e.bar + aside), ...(drop ? [drop.x] : [])]
  const across = {
    ended,
    kind,
    points: [
      { x: Math.min(...xs), y: bar },
      { x: Math.max(...xs), y: bar },
    ],
  }
  const down = ends.map(e => ({
    ended: ended || e.foot.ended,
    kind,
    points: [
      { x: e.bar + aside, y: bar },
      { x: e.foot.x + aside, y: e.foot.y - HALF },
    ],
  }))
  return [
    ...(drop ? [{ ended, kind, points: [...drop.start, { x: drop.x, y: bar }] }] : []),
    ...(across.points[0]?.x === across.points[1]?.x ? [] : [across]),
    ...down,
  ]
}

/** Every line of the picture. */
export function linesOf(plan: FamilyPlan, figures: readonly Placed[]): readonly Line[] {
  const at = new Map(figures.map(f => [f.key, f]))
  const couples = plan.couples.flatMap((c): readonly Line[] => {
    const [left, right] = [at.get(c.left), at.get(c.right)]
    if (!left || !right) return []
    const y = left.y
    return [
      {
        kind: 'couple',
        ended: c.ended,
        points: [
          { x: left.x + HALF, y },
          { x: right.x - HALF, y },
        ],
      },
    ]
  })
  return [...couples, ...plan.descents.flatMap((d, level) => descentLines(d, level, at))]
}
