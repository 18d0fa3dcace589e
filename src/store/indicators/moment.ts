import { type RawBuilder, sql } from 'kysely'
import { periodStart } from '../../domain/indicators/lasting.ts'
import type { Day } from '../../domain/kernel/day.ts'

/** A day counted from the day asked about: the day a year before it, the last birth that makes a child four. */
export type FromDay = (on: Day) => Day

/**
 * The day asked about, as SQL. Days are counted in the domain, never in SQL, so both readers count alike: for one day
 * each is a value, for many each is a column of a list of days.
 */
export interface Moment {
  readonly date: (from: FromDay) => RawBuilder<Day>
}

/** One day. */
export const oneDay = (on: Day): Moment => ({ date: from => sql<Day>`${from(on)}::date` })

/**
 * Where a set of children stands that a condition looks for: in its place, as a subquery; or found once for a whole
 * statement, by the name it was given there.
 */
export type Sets = (set: RawBuilder<unknown>) => RawBuilder<unknown>

export const inPlace: Sets = set => sql`(${set})`

/** What a condition's SQL needs to know beside the child, who is always `c`. */
export interface Scope {
  readonly moment: Moment
  readonly months: number
  readonly sets: Sets
}

/** The child is one of a set, a subquery with a column `subject`. */
export const among = (s: Scope, set: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`c.subject in (select x.subject from ${s.sets(set)} x)`

/** The child is none of a set. */
export const notAmong = (s: Scope, set: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`c.subject not in (select x.subject from ${s.sets(set)} x)`

export const theDay = (s: Scope): RawBuilder<Day> => s.moment.date(on => on)

export const firstDay = (s: Scope): RawBuilder<Day> => s.moment.date(on => periodStart(on, s.months))

/** The column is a day of the period. */
export const within = (s: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${column} between ${firstDay(s)} and ${theDay(s)}`
