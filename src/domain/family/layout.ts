import { apart } from './apart.ts'
import { type FamilyDrawing, measures } from './drawing.ts'
import { linesOf } from './lines.ts'
import { outlinesOf } from './outlines.ts'
import type { FamilyPlan, Figure } from './plan.ts'

/** From the top of one generation to the top of the next. */
const STEP = measures.symbol + measures.words + measures.zone

type Places = ReadonlyMap<string, number>

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length

/** Where the parents of some would best stand: one over the middle of the children, two on either side of it. */
function overChildren(plan: FamilyPlan, row: readonly Figure[], below: Places): Places {
  const wanted = new Map<string, number>()
  for (const d of plan.descents) {
    const xs = d.children.flatMap(c => below.get(c) ?? [])
    if (xs.length === 0) continue
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2
    const shift = d.parents.length === 2 ? 0 : d.side === 'left' ? 0.5 : -0.5
    d.parents.forEach((p, i) => {
      if (!row.some(f => f.key === p) || wanted.has(p) || d.kind === 'care') return
      wanted.set(p, middle + (d.parents.length === 2 ? i - 0.5 : shift) * measures.slot)
    })
  }
  return wanted
}

/** Where children would best stand under those who are placed already. */
function underParents(plan: FamilyPlan, row: readonly Figure[], above: Places): Places {
  const wanted = new Map<string, number>()
  for (const d of plan.descents) {
    const xs = d.parents.flatMap(p => above.get(p) ?? [])
    if (xs.length === 0) continue
    const here = d.children.filter(c => row.some(f => f.key === c))
    here.forEach((c, i) => {
      wanted.set(c, mean(xs) + (i - (here.length - 1) / 2) * measures.slot)
    })
  }
  return wanted
}

/** Places a row: those who have a wish near it, the others beside their neighbours, nobody over anybody. */
function placeRow(row: readonly Figure[], wishes: Places): Places {
  const first = row.findIndex(f => wishes.has(f.key))
  const start = first < 0 ? 0 : (wishes.get(row[first]?.key ?? '') ?? 0) - first * measures.slot
  const wanted: number[] = []
  for (const f of row)
    wanted.push(wishes.get(f.key) ?? (wanted.length === 0 ? start : (wanted.at(-1) ?? 0) + measures.slot))
  const xs = apart(wanted, measures.slot)
  return new Map(row.map((f, i) => [f.key, xs[i] ?? 0]))
}

/** Lays a family out: generations one under another, nobody over anybody, every line between the words. */
export function layOut(plan: FamilyPlan): FamilyDrawing {
  const [grandparents = [], parents = [], children = [], own = []] = plan.rows
  const third = placeRow(children, new Map())
  const second = placeRow(parents, overChildren(plan, parents, third))
  const first = placeRow(grandparents, overChildren(plan, grandparents, second))
  const fourth = placeRow(own, underParents(plan, own, third))
  const placed = [first, second, third, fourth]
  const used = plan.rows.map((row, i) => ({ row, xs: placed[i] ?? new Map() })).filter(r => r.row.length > 0)
  const all = used.flatMap(u => [...u.xs.values()])
  const shift = measures.margin + measures.slot / 2 - Math.min(...all)
  const figures = used.flatMap(({ row, xs }, i) =>
    row.map(f => ({
      ...f,
      row: i,
      x: (xs.get(f.key) ?? 0) + shift,
      y: measures.margin + i * STEP + measures.symbol / 2,
    })),
  )
  return {
    width: Math.max(...all) + shift + measures.slot / 2 + measures.margin,
    height: used.length * STEP - measures.zone + 2 * measures.margin,
    symbol: measures.symbol,
    figures,
    lines: linesOf(plan, figures),
    outlines: outlinesOf(figures),
  }
}
