import type { ImportPlan } from './plan.ts'
import { counted, figure } from './print-grid.ts'
import type { RowProblem, Side } from './row.ts'

/** How many problems, and how many kinds of note, a terminal is shown. */
const SHOWN = 20

/** "2025-26 episodes.csv": with the year where two are read. */
export const fileName = (plan: ImportPlan, side: Side, file: string) =>
  plan.years.last === null ? file : `${plan.years[side] ?? ''} ${file}`

/** One problem on its lines: where, what, and what to do. */
export function printProblem(plan: ImportPlan, p: RowProblem): string {
  const value = p.value === '' ? '' : ` (“${p.value}”)`
  return `${fileName(plan, p.side, p.file)} line ${p.line}: ${p.wrong}${value}. ${p.todo}`
}

/** Problems or notes of one kind, the most frequent first. */
function kindsOf(notes: readonly RowProblem[]): { first: RowProblem; count: number }[] {
  const kinds = new Map<string, { first: RowProblem; count: number }>()
  for (const p of notes) {
    const id = `${p.side}/${p.file}/${p.wrong}`
    const kind = kinds.get(id)
    if (kind) kind.count += 1
    else kinds.set(id, { first: p, count: 1 })
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count)
}

/** Notes of one kind as one line, with how many there are and the first of them. */
const noteKinds = (plan: ImportPlan, notes: readonly RowProblem[]): string[] =>
  kindsOf(notes).map(({ first, count }) =>
    count === 1
      ? `  ${printProblem(plan, first)}`
      : `  ${fileName(plan, first.side, first.file)}, ${figure(count)} rows: ${first.wrong}. First on line ${first.line}: ${first.todo}`,
  )

function shortened(lines: readonly string[], all: string | undefined): string[] {
  const rest = lines.length - SHOWN
  if (rest <= 0) return [...lines]
  return [
    ...lines.slice(0, SHOWN),
    `  … and ${figure(rest)} more${all === undefined ? '' : `; all are in ${all}`}.`,
  ]
}

/** The rows that were left out: of each kind how many, then the first of them one by one. */
export function leftOutLines(plan: ImportPlan, all: string | undefined): string[] {
  const out = plan.problems.filter(p => p.level === 'problem')
  const rows = plan.counts.reduce((sum, c) => sum + c.leftOut, 0)
  if (out.length === 0) return ['No row was left out.']
  const kinds = kindsOf(out).map(
    ({ first, count }) =>
      `  ${fileName(plan, first.side, first.file)}, ${counted(count, 'row')}: ${first.wrong}`,
  )
  return [
    `Rows left out: ${figure(rows)}`,
    ...(out.length > SHOWN ? [...kinds, `The first ${SHOWN} of them:`] : []),
    ...shortened(
      out.map(p => `  ${printProblem(plan, p)}`),
      all,
    ),
  ]
}

/** The rows that are kept though something is odd, by kind. */
export function oddLines(plan: ImportPlan, all: string | undefined): string[] {
  const odd = plan.problems.filter(p => p.level === 'note')
  return odd.length === 0
    ? []
    : [`Rows kept, but odd: ${counted(odd.length, 'note')}`, ...shortened(noteKinds(plan, odd), all)]
}

/** Every problem and note, a line each, for a file. */
export const printAll = (plan: ImportPlan): string =>
  `${plan.problems.map(p => `${p.level === 'problem' ? 'LEFT OUT' : 'kept'}  ${printProblem(plan, p)}`).join('\n')}\n`
