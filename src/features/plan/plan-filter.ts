import { BRAGS, dueNow, type Mark, markOn } from '../../domain/improvement/plan.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import type { Day } from '../../domain/kernel/day.ts'

export const FILTERS = ['source', 'section', 'band', 'lead', 'delivery', 'impact'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filter = Readonly<Partial<Record<FilterName, string>>>

/** In place of a mark's colour, for what has none; and of a time, for what has none set. */
export const NONE = 'none'

const colour = (marks: readonly Mark[], on: Day): string => markOn(marks, on)?.brag ?? NONE

/** What each filter looks at in a line. */
const looks: Readonly<Record<FilterName, (line: PlanLine, on: Day) => string>> = {
  source: l => l.action.source.inspection,
  section: l => l.action.source.section,
  band: l => l.action.source.band ?? NONE,
  lead: l => l.action.lead,
  delivery: (l, on) => colour(l.action.deliveries, on),
  impact: (l, on) => colour(l.action.impacts, on),
}

/** The values that a filter could have, in the order met. */
export const valuesOf = (name: FilterName, lines: readonly PlanLine[], on: Day): readonly string[] => [
  ...new Set(lines.map(l => looks[name](l, on))),
]

/** A filter as asked for in an address: names it does not know, and blanks, are passed over. */
export const filterOf = (query: Readonly<Record<string, string | undefined>>): Filter =>
  Object.fromEntries(FILTERS.flatMap(name => (query[name] ? [[name, query[name]]] : [])))

export const filtered = (lines: readonly PlanLine[], filter: Filter, on: Day): readonly PlanLine[] =>
  lines.filter(l => FILTERS.every(name => !filter[name] || looks[name](l, on) === filter[name]))

export type Order = 'ref' | 'due' | 'due-last'

export function ordered(lines: readonly PlanLine[], order: Order): readonly PlanLine[] {
  if (order === 'ref') return lines
  const sign = order === 'due' ? 1 : -1
  const by = (l: PlanLine) => dueNow(l.action)
  return lines.toSorted((a, b) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : 0))
}

/** How many lines bear each mark, and how many none. */
export function brags(
  lines: readonly PlanLine[],
  of: 'delivery' | 'impact',
  on: Day,
): readonly { readonly brag: (typeof BRAGS)[number] | typeof NONE; readonly count: number }[] {
  const count = (is: string) => lines.filter(l => looks[of](l, on) === is).length
  return [...BRAGS, NONE as typeof NONE].map(brag => ({ brag, count: count(brag) }))
}
