import { type Day, parseDay } from '../../domain/kernel/day.ts'
import { day } from '../../domain/records/kinds/day.ts'
import { type After, type Asked, type DecisionKind, decisionKinds } from '../../store/queries/decisions.ts'

type Query = Readonly<Record<string, string | undefined>>

export const NAMES = ['q', 'who', 'team', 'child', 'from', 'to', 'kind', 'overdue'] as const

const isKind = (code: string): code is DecisionKind => Object.hasOwn(decisionKinds, code)
const word = (v: string | undefined): string | null => (v === undefined || v.trim() === '' ? null : v.trim())

/** A day as typed in a filter, or why it is none. */
function dayOf(typed: string | undefined, today: Day): { readonly day: Day | null; readonly fault?: string } {
  const words = word(typed)
  if (words === null) return { day: null }
  const read = asDay.kind.parse(words, { today, born: null, unborn: false })
  const found = read.ok ? parseDay(String(read.value)) : undefined
  return found ? { day: found } : { day: null, fault: read.ok ? 'This is not a day.' : read.error }
}
const asDay = day('Day', {})

export interface Filter {
  readonly asked: Asked
  readonly faults: Readonly<Record<string, string>>
}

/** What is asked of the register, from its address. A day that is none is said, and does not narrow the list. */
export function filterOf(query: Query, today: Day): Filter {
  const from = dayOf(query.from, today)
  const to = dayOf(query.to, today)
  const kind = word(query.kind)
  return {
    asked: {
      words: (word(query.q) ?? '').slice(0, 200),
      who: word(query.who),
      team: word(query.team),
      child: word(query.child)?.toUpperCase() ?? null,
      from: from.day,
      to: to.day,
      kind: kind !== null && isKind(kind) ? kind : null,
      overdue: query.overdue === 'yes',
    },
    faults: {
      ...(from.fault ? { from: from.fault } : {}),
      ...(to.fault ? { to: to.fault } : {}),
      ...(from.day && to.day && to.day < from.day ? { to: 'This is before the first day. Check both.' } : {}),
    },
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page begins: "2026-03-01_<entry>". Anything else begins at the beginning. */
export function afterOf(text: string | undefined): After | null {
  const [on = '', entry = ''] = (text ?? '').split('_')
  const day = parseDay(on)
  return day && UUID.test(entry) ? { on: day, entry } : null
}

/** The address of the register with these filters, and perhaps something more. */
export function registerLink(
  query: Query,
  to = '/decisions',
  more: Readonly<Record<string, string>> = {},
): string {
  const kept = NAMES.flatMap(n => {
    const v = word(query[n])
    return v === null ? [] : [[n, v]]
  })
  const words = new URLSearchParams([...kept, ...Object.entries(more)]).toString()
  return words === '' ? to : `${to}?${words}`
}
