import { openBarriers, unanswered } from '../../domain/improvement/action-parts.ts'
import {
  type Action,
  answersTo,
  BRAGS,
  dueNow,
  isOverdue,
  isRetestDue,
  type Mark,
  markOn,
} from '../../domain/improvement/plan.ts'
import { isContradicted, type PlanLine } from '../../domain/improvement/plan-lines.ts'
import type { Day } from '../../domain/kernel/day.ts'

export const FILTERS = ['source', 'theme', 'section', 'band', 'lead', 'delivery', 'impact', 'state'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filter = Readonly<Partial<Record<FilterName, string>>>

/** In place of a mark's colour, for what has none; and of a theme or a time, for what has none set. */
export const NONE = 'none'

/** What an action can be that somebody might look for, in the order of how much it presses. */
export const STATES = {
  contradicted: 'Said to be complete, and contradicted',
  overdue: 'Past its date',
  retest: 'Due to be looked at again',
  proposed: 'Put forward for closing',
  asked: 'With a question unanswered',
  barrier: 'With something in its way',
  closed: 'Closed',
  open: 'Not closed',
} as const
export type State = keyof typeof STATES

/** Everything of these that a line is on a day. */
export function statesOf(line: PlanLine, on: Day): readonly State[] {
  const { action } = line
  const is: Readonly<Record<State, boolean>> = {
    contradicted: isContradicted(line),
    overdue: isOverdue(action, on),
    retest: isRetestDue(action, on),
    proposed: action.state === 'proposed',
    asked: unanswered(action.challenges).length > 0,
    barrier: openBarriers(action.barriers).length > 0,
    closed: action.state === 'closed',
    open: action.state !== 'closed',
  }
  return (Object.keys(STATES) as State[]).filter(s => is[s])
}

const colour = (marks: readonly Mark[], on: Day): string => markOn(marks, on)?.brag ?? NONE

/** Themes are one however they are capitalised. */
export const themeKey = (action: Pick<Action, 'theme'>): string => action.theme?.trim().toLowerCase() ?? NONE

/** What each filter looks at in a line. */
const looks: Readonly<Record<FilterName, (line: PlanLine, on: Day) => readonly string[]>> = {
  source: l => answersTo(l.action).map(s => s.inspection),
  theme: l => [themeKey(l.action)],
  section: l => answersTo(l.action).map(s => s.section),
  band: l => [l.action.source.band ?? NONE],
  lead: l => [l.action.lead],
  delivery: (l, on) => [colour(l.action.deliveries, on)],
  impact: (l, on) => [colour(l.action.impacts, on)],
  state: statesOf,
}

/** The values that a filter could have, in the order met. */
export const valuesOf = (name: FilterName, lines: readonly PlanLine[], on: Day): readonly string[] => [
  ...new Set(lines.flatMap(l => looks[name](l, on))),
]

/** A filter as asked for in an address: names it does not know, and blanks, are passed over. */
export const filterOf = (query: Readonly<Record<string, string | undefined>>): Filter =>
  Object.fromEntries(FILTERS.flatMap(name => (query[name] ? [[name, query[name]]] : [])))

export const filtered = (lines: readonly PlanLine[], filter: Filter, on: Day): readonly PlanLine[] =>
  lines.filter(l =>
    FILTERS.every(name => filter[name] === undefined || looks[name](l, on).includes(filter[name])),
  )

export const ORDERS = ['ref', 'due', 'due-last', 'lead', 'lead-last'] as const
export type Order = (typeof ORDERS)[number]

export const orderOf = (asked: string | undefined): Order => ORDERS.find(o => o === asked) ?? 'ref'

export function ordered(lines: readonly PlanLine[], order: Order): readonly PlanLine[] {
  if (order === 'ref') return lines
  const sign = order.endsWith('-last') ? -1 : 1
  const by = (l: PlanLine): string => (order.startsWith('due') ? dueNow(l.action) : l.action.lead)
  return lines.toSorted((a, b) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : 0))
}

/** How many lines bear each mark, and how many none. */
export function brags(
  lines: readonly PlanLine[],
  of: 'delivery' | 'impact',
  on: Day,
): readonly { readonly brag: (typeof BRAGS)[number] | typeof NONE; readonly count: number }[] {
  const count = (is: string) => lines.filter(l => looks[of](l, on).includes(is)).length
  return [...BRAGS, NONE as typeof NONE].map(brag => ({ brag, count: count(brag) }))
}
