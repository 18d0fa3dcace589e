import { type QueryExecutorProvider, sql } from 'kysely'
import { type Figure, figure } from '../../domain/indicators/figure.ts'
import { AGE_NOT_KNOWN, groupOrder, type Split, UNALLOCATED } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { answers, type Filter, GROUPS } from './answers.ts'
import { type Moment, oneDay } from './moment.ts'

export interface Asking extends Filter {
  /** Beside the whole, each part of this split. */
  readonly split?: Split
}

interface Counted {
  readonly code: string
  readonly part: string | null
  readonly numerator: number
  readonly denominator: number
}

/** Counts an indicator's answers: the whole, and each part of a split. */
const counts = (i: Indicator, moment: Moment, { split, ...filter }: Asking) => {
  const part = split === undefined ? sql`null` : sql`a.${sql.ref(GROUPS[split])}`
  const by = split === undefined ? sql`` : sql`group by grouping sets ((), (${part}))`
  return sql`select ${sql.lit(i.code)} as code, ${part} as part, (count(*) filter (where a.yes))::int as numerator,
    count(*)::int as denominator from (${answers(i, moment, filter)}) a ${by}`
}

/**
 * Figures on a day, in one statement: of each indicator the whole (`split` null), then the parts in their order. Age
 * bands with nobody in them are there, with noughts; other groups and teams only where there is someone.
 */
export async function figures(
  db: QueryExecutorProvider,
  indicators: readonly Indicator[],
  on: Day,
  asking: Asking = {},
): Promise<readonly Figure[]> {
  if (indicators.length === 0) return []
  const each = indicators.map(i => counts(i, oneDay(on), asking))
  const { rows } = await sql<Counted>`${sql.join(each, sql` union all `)}`.execute(db)
  const byCode = Map.groupBy(rows, r => r.code)
  return indicators.flatMap(i => inOrder(i, byCode.get(i.code) ?? [], asking.split))
}

function inOrder(i: Indicator, rows: readonly Counted[], split: Split | undefined): readonly Figure[] {
  const found = new Map(rows.map(r => [r.part, r]))
  const whole = found.get(null)
  const total = figure(i, whole?.numerator ?? 0, whole?.denominator ?? 0)
  if (split === undefined) return [total]
  const parts = partsOf(split, i, found).map(part => {
    const r = found.get(part)
    return figure(i, r?.numerator ?? 0, r?.denominator ?? 0, part)
  })
  return [total, ...parts]
}

function partsOf(split: Split, i: Indicator, found: ReadonlyMap<string | null, Counted>): readonly string[] {
  if (split !== 'team') {
    const isBand = (part: string) => split === 'age' && part !== AGE_NOT_KNOWN
    return groupOrder(split, i.ageBands).filter(part => found.has(part) || isBand(part))
  }
  const teams = [...found.keys()].filter(t => t !== null)
  const named = teams.filter(t => t !== UNALLOCATED).sort()
  return teams.includes(UNALLOCATED) ? [...named, UNALLOCATED] : named
}
