import { type QueryExecutorProvider, sql } from 'kysely'
import { type Figure, figure } from '../../../domain/indicators/figure.ts'
import type { Indicator } from '../../../domain/indicators/indicator.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import { READINGS, readingOf } from './reading.ts'

/** Days for which a kept figure is used at most, whatever was written. */
export const DAYS = 7

/** An indicator on a day. */
export interface Wanted {
  readonly indicator: Indicator
  readonly on: Day
}

export const keyOf = ({ indicator, on }: Wanted): string => `${indicator.code} ${on}`

interface Row {
  readonly code: string
  readonly on: Day
  readonly numerator: number
  readonly denominator: number
}

/**
 * Those of the figures that are kept, as they are now: each as it was counted, moved by all that was written since. Not those
 * of a day to which something written reaches back of which nobody said what it moves.
 * @returns by {@link keyOf}
 */
export async function knownFigures(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Figure>> {
  const asked = wanted.map(w => ({ code: w.indicator.code, reading: readingOf(w.indicator), on: w.on }))
  // What was counted together is asked about together: a day’s figures have one snapshot, not one each.
  const { rows } = await sql<Row>`
    with found as materialized (select k.code, k.reading, k."on", k.numerator, k.denominator, k.counted::text as counted
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(code text, reading text, "on" date)
      join figure_kept k on k."on" = a."on" and k.code = a.code and k.reading = a.reading
      where k.made > now() - make_interval(days => ${sql.lit(DAYS)})),
    counts as (select d.*, d.counted::pg_snapshot as seen from (select distinct "on", counted from found) d),
    sound as materialized (select * from counts n where not exists (select from figure_change c
      where c.day <= n."on" and not pg_visible_in_snapshot(c.xact, n.seen)
        and (c.readings is distinct from ${READINGS} or n."on" <> all (c.told)))),
    moved as (select n."on", n.counted, m.reading, sum(m.numerator)::int as numerator, sum(m.denominator)::int as denominator
      from sound n join figure_moved m on m."on" = n."on" and not pg_visible_in_snapshot(m.xact, n.seen) group by 1, 2, 3)
    select f.code, f."on", f.numerator + coalesce(m.numerator, 0) as numerator,
      f.denominator + coalesce(m.denominator, 0) as denominator
    from found f join sound n on n."on" = f."on" and n.counted = f.counted
      left join moved m on m."on" = f."on" and m.counted = f.counted and m.reading = f.reading`.execute(db)
  const found = new Map(rows.map(r => [`${r.code} ${r.on}`, r]))
  return new Map(
    wanted.flatMap(w => {
      const r = found.get(keyOf(w))
      return r ? [[keyOf(w), figure(w.indicator, r.numerator, r.denominator)] as const] : []
    }),
  )
}
