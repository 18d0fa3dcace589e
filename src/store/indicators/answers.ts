import { type RawBuilder, sql } from 'kysely'
import type { Split } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { condition } from './condition.ts'
import { group } from './groups.ts'
import { inPlace, type Moment, type Scope, type Sets } from './moment.ts'

/** Which children are to be counted or listed, of those that an indicator asks about. */
export interface Filter {
  /** Only the children of this team's workers on the day; "Unallocated" for those with none. */
  readonly team?: string
  /** Only those in this group of a split. */
  readonly only?: { readonly split: Split; readonly is: string }
  /** Only children that the viewer may count or see: a condition on the subject's id, given as SQL. */
  readonly allowed?: (subject: RawBuilder<string>) => RawBuilder<boolean>
}

/** The columns that {@link answers} has beside subject, code and yes. */
export const GROUPS = { age: 'ageBand', sex: 'sex', ethnicity: 'ethnicity', team: 'team' } as const

const scopeOf = (i: Indicator, moment: Moment, sets: Sets): Scope => ({ moment, months: i.months ?? 0, sets })

/** The children that an indicator asks about, as a subquery of `person`. */
export function asked(
  i: Indicator,
  moment: Moment,
  filter: Filter = {},
  sets: Sets = inPlace,
): RawBuilder<unknown> {
  const s = scopeOf(i, moment, sets)
  const groupOf = (split: Split) => group(split, i.ageBands, s)
  const { team, only, allowed } = filter
  const conditions = [
    condition(i.of, s),
    ...(team === undefined ? [] : [sql`${groupOf('team')} = ${team}`]),
    ...(only === undefined ? [] : [sql`${groupOf(only.split)} = ${only.is}`]),
    ...(allowed === undefined ? [] : [allowed(sql<string>`c.subject`)]),
  ]
  return sql`select c.subject, c.code, c.unborn, c.born, c.sex, c.ethnicity
    from person c where ${sql.join(conditions, sql` and `)}`
}

/**
 * An indicator's answer as a subquery, a row for each child asked about: subject, code, yes, ageBand, sex, ethnicity,
 * team. The figures count its rows and the lists show them, so a count is always the length of its list.
 * @param from the children {@link asked} about: that subquery in brackets, or the name it was given
 */
export function answers(
  i: Indicator,
  moment: Moment,
  from: RawBuilder<unknown>,
  sets: Sets = inPlace,
): RawBuilder<unknown> {
  const s = scopeOf(i, moment, sets)
  const groupOf = (split: Split) => group(split, i.ageBands, s)
  return sql`select c.subject, c.code, ${condition(i.yes, s)} as yes, ${groupOf('age')} as "ageBand",
    ${groupOf('sex')} as sex, ${groupOf('ethnicity')} as ethnicity, ${groupOf('team')} as team from ${from} c`
}

/** Both in one: the answers of the children asked about. */
export const answersOf = (i: Indicator, moment: Moment, filter: Filter = {}): RawBuilder<unknown> =>
  answers(i, moment, sql`(${asked(i, moment, filter)})`)
