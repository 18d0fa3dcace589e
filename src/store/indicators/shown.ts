import type { QueryExecutorProvider } from 'kysely'
import type { Split } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { relatives } from '../../domain/indicators/nestings.ts'
import { type ShownFigure, suppress } from '../../domain/indicators/suppress.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { figures } from './figures.ts'
import { trends, type Wanted } from './trend.ts'

/** A figure as elected members and the public may see it, with its day. */
export interface ShownOn extends ShownFigure {
  readonly on: Day
}

const withRelatives = (indicators: readonly Indicator[]): readonly Indicator[] =>
  relatives(indicators.map(i => i.code)).flatMap(code => findIndicator(code) ?? [])

/** As `figures`, of the whole authority and of the parts of a split, with small numbers held back. */
export async function shownSplit(
  db: QueryExecutorProvider,
  indicator: Indicator,
  on: Day,
  split: Split,
): Promise<readonly ShownFigure[]> {
  const all = await figures(db, withRelatives([indicator]), on, { split, sameParts: true })
  return suppress(all).filter(f => f.code === indicator.code)
}

/** As `trends`, of the whole authority, with small numbers held back: each day with regard to all that is shown of it. */
export async function shownTrends(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, readonly ShownOn[]>> {
  const days = [...new Set(wanted.flatMap(w => w.ons))]
  const asked = withRelatives(wanted.map(w => w.indicator)).map(indicator => {
    const near = wanted.filter(w => relatives([w.indicator.code]).includes(indicator.code))
    return { indicator, ons: days.filter(on => near.some(w => w.ons.includes(on))) }
  })
  const all = [...(await trends(db, asked)).values()].flat()
  const shown = new Map<string, ShownOn>()
  for (const [on, list] of Map.groupBy(all, f => f.on))
    for (const f of suppress(list)) shown.set(`${f.code} ${on}`, { ...f, on })
  return new Map(
    wanted.map(w => [w.indicator.code, w.ons.flatMap(on => shown.get(`${w.indicator.code} ${on}`) ?? [])]),
  )
}
