import { type QueryExecutorProvider, sql } from 'kysely'
import { type Figure, figure } from '../../domain/indicators/figure.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { answersOf, type Filter } from './answers.ts'
import { manyDays } from './moment.ts'

/** A figure with its day. */
export interface FigureOn extends Figure {
  readonly on: Day
}

interface Counted {
  readonly on: Day
  readonly numerator: number
  readonly denominator: number
}

/** One figure on many days, such as the ends of 13 months, in one statement. In the order of the days given. */
export async function trend(
  db: QueryExecutorProvider,
  indicator: Indicator,
  ons: readonly Day[],
  filter: Filter = {},
): Promise<readonly FigureOn[]> {
  if (ons.length === 0) return []
  const { moment, list } = manyDays(ons)
  const day = moment.date(on => on)
  const asked = answersOf(indicator, moment, filter)
  const { rows } = await sql<Counted>`
    select to_char(${day}, 'YYYY-MM-DD') as on, f.numerator, f.denominator from ${list()} cross join lateral (
      select (count(*) filter (where a.yes))::int as numerator, count(*)::int as denominator from (${asked}) a) f`.execute(
    db,
  )
  const byDay = new Map(rows.map(r => [r.on, r]))
  return ons.map(on => {
    const r = byDay.get(on)
    return { ...figure(indicator, r?.numerator ?? 0, r?.denominator ?? 0), on }
  })
}
