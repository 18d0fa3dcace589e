import type { QueryExecutorProvider } from 'kysely'
import type { Figure } from '../../domain/indicators/figure.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Filter } from './answers.ts'
import { figures } from './figures.ts'
import { keptFigures } from './kept/figures.ts'
import { keyOf, type Wanted as Pair } from './kept/known.ts'

/** A figure with its day. */
export interface FigureOn extends Figure {
  readonly on: Day
}

/** An indicator, and the days on which it is asked for. */
export interface Wanted {
  readonly indicator: Indicator
  readonly ons: readonly Day[]
}

async function countedFigures(
  db: QueryExecutorProvider,
  pairs: readonly Pair[],
  filter: Filter,
): Promise<ReadonlyMap<string, Figure>> {
  const found = new Map<string, Figure>()
  for (const [on, asked] of Map.groupBy(pairs, p => p.on)) {
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
  return found
}

/**
 * Figures on many days, such as the ends of 13 months: of each indicator by its code, in the order of the days given.
 * They are counted once and kept, and each write moves them. Figures of a team or of a part are counted.
 */
export async function trends(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
  filter: Filter = {},
): Promise<ReadonlyMap<string, readonly FigureOn[]>> {
  const pairs = wanted.flatMap(({ indicator, ons }) => ons.map(on => ({ indicator, on })))
  const keeps = Object.keys(filter).length === 0
  const found = keeps ? await keptFigures(db, pairs) : await countedFigures(db, pairs, filter)
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
