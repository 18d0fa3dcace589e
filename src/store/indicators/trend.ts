import type { QueryExecutorProvider } from 'kysely'
import type { Figure } from '../../domain/indicators/figure.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Filter } from './answers.ts'
import { figures } from './figures.ts'
import { keptFigures, keyOf } from './kept/figures.ts'

/** A figure with its day. */
export interface FigureOn extends Figure {
  readonly on: Day
}

/** An indicator, and the days on which it is asked for. */
export interface Wanted {
  readonly indicator: Indicator
  readonly ons: readonly Day[]
}

/**
 * Figures on many days, such as the ends of 13 months: of each indicator by its code, in the order of the days given.
 * The last of the days is counted; those before it, which are over, are counted once and kept until something is written
 * that reaches back to them. Figures of a team or of a part are counted.
 */
export async function trends(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
  filter: Filter = {},
): Promise<ReadonlyMap<string, readonly FigureOn[]>> {
  const pairs = wanted.flatMap(({ indicator, ons }) => ons.map(on => ({ indicator, on })))
  const last = pairs.reduce((latest, { on }) => (on > latest ? on : latest), '')
  const keeps = Object.keys(filter).length === 0
  const over = keeps ? pairs.filter(p => p.on < last) : []
  const found = new Map(over.length > 0 ? await keptFigures(db, over) : [])
  const left = keeps ? pairs.filter(p => p.on === last) : pairs
  for (const [on, asked] of Map.groupBy(left, p => p.on)) {
    const list = await figures(
      db,
      asked.map(p => p.indicator),
      on,
      filter,
    )
    for (const [n, p] of asked.entries()) {
      const f = list[n]
      if (f) found.set(keyOf(p), f)
    }
  }
  const of = ({ indicator, ons }: Wanted) =>
    ons.flatMap(on => {
      const f = found.get(keyOf({ indicator, on }))
      return f ? [{ ...f, on }] : []
    })
  return new Map(wanted.map(w => [w.indicator.code, of(w)]))
}

/** One figure on many days, in the order of the days given. */
export const trend = async (
  db: QueryExecutorProvider,
  indicator: Indicator,
  ons: readonly Day[],
  filter: Filter = {},
): Promise<readonly FigureOn[]> => (await trends(db, [{ indicator, ons }], filter)).get(indicator.code) ?? []
