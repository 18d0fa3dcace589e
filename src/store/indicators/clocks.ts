import { type RawBuilder, sql } from 'kysely'
import type { ClockPick, Condition } from '../../domain/indicators/condition.ts'
import { among, notAmong, type Scope, theDay, within } from './moment.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>
type Truth = RawBuilder<boolean>

/** The children with such a clock, found all at once: asked child by child, a year of clocks is gone through each time. */
function picked(pick: ClockPick, s: Scope): RawBuilder<unknown> {
  const row = pick.row === undefined ? sql`` : sql`and k.rule = ${sql.lit(pick.row)}`
  const falls =
    pick.inPeriod === 'due'
      ? within(s, sql`k.due`)
      : sql`${within(s, sql`k.starts`)} and k.due <= ${theDay(s)}`
  const still =
    pick.whileStill === undefined
      ? sql``
      : sql`and exists (select from spell s where s.subject = k.subject and s.kind = ${sql.lit(pick.whileStill)}
          and s.starts <= k.starts and (s.ends is null or s.ends > k.due))`
  return sql`select k.subject from clock k where k.series = ${sql.lit(pick.series)} ${row}
    and ${falls} and (k.ended is null or k.ended > k.due) ${still}`
}

export const someClock = (c: Node<'some-clock'>, s: Scope): Truth => among(s, picked(c.clock, s))

export const everyClockMet = (c: Node<'every-clock-met'>, s: Scope): Truth =>
  notAmong(
    s,
    sql`${picked(c.clock, s)} and k.due < ${theDay(s)}
      and (k.met is null or k.met > k.due or (k.met = k.due and k.met_at is not null and k.met_at > k.due_at))`,
  )

/** What is overdue on a day is late, then or since: those are few, and indexed apart, which needs saying. */
export const noneOverdue = (c: Node<'none-overdue'>, s: Scope): Truth =>
  notAmong(
    s,
    sql`select k.subject from clock k where k.series = ${sql.lit(c.series)} and k.due < ${theDay(s)}
      and least(coalesce(k.met, 'infinity'), coalesce(k.ended, 'infinity')) > ${theDay(s)}
      and (k.met is null or k.met > k.due or k.met_at > k.due_at) and (k.ended is null or k.ended > k.due)`,
  )
