import { addDays, type Day } from '../../domain/kernel/day.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import type { Faults } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { isId } from '../../store/ids.ts'
import { filesOfChild, type LogAsked, type LogKind, logKinds } from '../../store/queries/log-lines.ts'
import type { Ctx } from '../../web/page.ts'

type Query = Readonly<Record<string, string | undefined>>

const NAMES = ['who', 'child', 'kind', 'from', 'to'] as const
/** So many days are shown where none are asked for. */
const DAYS = 7

const isKind = (code: string | undefined): code is LogKind =>
  code !== undefined && Object.hasOwn(logKinds, code)

export interface Days {
  readonly from: Day
  readonly to: Day
  readonly faults: Faults
}

/** The days that are asked for: the last week, where none are or they can't be read. */
export function daysOf(query: Query, today: Day, days = DAYS): Days {
  const usual = { from: addDays(today, 1 - days), to: today }
  const one = (name: 'from' | 'to') => {
    const typed = query[name]?.trim() ?? ''
    if (typed === '') return { day: usual[name] }
    const day = readDay(typed, today)
    return day
      ? { day }
      : { day: usual[name], fault: 'That is not a date we can read. Type it as 27/3/2026.' }
  }
  const from = one('from')
  const to = one('to')
  const isTurned = to.day < from.day
  return {
    from: isTurned ? to.day : from.day,
    to: isTurned ? from.day : to.day,
    faults: { ...(from.fault ? { from: from.fault } : {}), ...(to.fault ? { to: to.fault } : {}) },
  }
}

export interface Filter {
  readonly asked: LogAsked
  readonly faults: Faults
}

/** What of the log is asked for, from the address. A child who is closed to the reader is as one who is not there. */
export async function filterOf(ctx: Ctx<Db>): Promise<Filter> {
  const { query } = ctx
  const { from, to, faults } = daysOf(query, ctx.today)
  const code = query.child?.trim().toUpperCase() ?? ''
  const files = code === '' ? null : await filesOfChild(ctx.tx, ctx.viewer, ctx.now, code)
  const noChild = code !== '' && files === null
  return {
    asked: {
      who: isId(query.who) ? query.who : null,
      child: noChild ? [] : files,
      kind: isKind(query.kind) ? query.kind : 'all',
      from,
      to,
    },
    faults: { ...faults, ...(noChild ? { child: `No child has the ID ${code}. Check it.` } : {}) },
  }
}

/** The address of the log with these filters, and perhaps something more. */
export function logLink(query: Query, to = '/log', more: Readonly<Record<string, string>> = {}): string {
  const kept = NAMES.flatMap(n => {
    const v = query[n]?.trim() ?? ''
    return v === '' ? [] : [[n, v]]
  })
  const words = new URLSearchParams([...kept, ...Object.entries(more)]).toString()
  return words === '' ? to : `${to}?${words}`
}
