import type { QueryExecutorProvider } from 'kysely'
import type { Figure } from '../../domain/indicators/figure.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Filter } from './answers.ts'
import { figures } from './figures.ts'

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
 * One statement a day, whatever the indicators: what several ask about is looked for once, and the database plans for the
 * very day.
 */
export async function trends(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
  filter: Filter = {},
): Promise<ReadonlyMap<string, readonly FigureOn[]>> {
  const found = new Map<string, FigureOn>()
  for (const on of new Set(wanted.flatMap(w => w.ons))) {
    const asked = wanted.filter(w => w.ons.includes(on)).map(w => w.indicator)
    const list = await figures(db, asked, on, filter)
    for (const [n, i] of asked.entries()) {
      const f = list[n]
      if (f) found.set(`${i.code} ${on}`, { ...f, on })
    }
  }
  const of = ({ indicator, ons }: Wanted) =>
    ons.flatMap(on => {
      const f = found.get(`${indicator.code} ${on}`)
      return f ? [f] : []
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
