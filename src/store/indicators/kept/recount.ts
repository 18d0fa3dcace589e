import { sql } from 'kysely'
import { indicators } from '../../../domain/indicators/indicators.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import type { Db } from '../../connection.ts'
import { count } from './figures.ts'
import { keyOf, knownFigures } from './known.ts'

/** A figure that was kept and moved, and is another when it is counted. It never should be. */
export interface Other {
  readonly code: string
  readonly on: Day
  readonly kept: string
  readonly counted: string
}

/** The kept day that was counted longest ago, where that is more than some hours. */
async function oldest(db: Db, hours: number): Promise<Day | undefined> {
  const { rows } = await sql<{ on: Day }>`select "on" from figure_kept group by 1
    having min(made) < now() - make_interval(hours => ${sql.lit(hours)}) order by min(made) limit 1`.execute(
    db,
  )
  return rows[0]?.on
}

/**
 * Counts again the day that was counted longest ago: what is kept is held to what is counted, for as long as anything is
 * shown that was not counted just now.
 * @param tx a transaction that sees one moment throughout: what was kept and what is counted are of the same
 * @returns figures that were other; none where all is well, or no day is that old
 */
export async function recount(tx: Db, hours: number): Promise<readonly Other[]> {
  const on = await oldest(tx, hours)
  if (on === undefined) return []
  const known = await knownFigures(
    tx,
    indicators.map(indicator => ({ indicator, on })),
  )
  const pairs = await count(tx, indicators, on)
  return pairs.flatMap(([indicator, f]) => {
    const kept = known.get(keyOf({ indicator, on }))
    const same = !kept || (kept.numerator === f.numerator && kept.denominator === f.denominator)
    const words = (n: { numerator: number; denominator: number }) => `${n.numerator} of ${n.denominator}`
    return same ? [] : [{ code: indicator.code, on, kept: words(kept), counted: words(f) }]
  })
}
