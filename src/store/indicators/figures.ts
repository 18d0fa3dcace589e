import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type Figure, figure } from '../../domain/indicators/figure.ts'
import { AGE_NOT_KNOWN, groupOrder, type Split, UNALLOCATED } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { answers, asked, type Filter, GROUPS } from './answers.ts'
import { oneDay, type Sets } from './moment.ts'

export interface Asking extends Filter {
  /** Beside the whole, each part of this split. */
  readonly split?: Split
  /** Every part that any of the indicators has, in each of them: one that is left out would be known to be nobody’s. */
  readonly sameParts?: true
}

interface Counted {
  readonly code: string
  readonly part: string
  readonly numerator: number
  readonly denominator: number
}

/**
 * Sets of children by name, each looked for once in a statement however many indicators ask about it: all who are looked
 * after, all whose visits are late. A set that only one of them names stands, for the database, in its place.
 */
function foundOnce(db: QueryExecutorProvider): {
  readonly sets: Sets
  readonly named: () => readonly RawBuilder<unknown>[]
} {
  const names = new Map<string, RawBuilder<unknown>>()
  const all: RawBuilder<unknown>[] = []
  const sets: Sets = set => {
    const { sql: text, parameters } = set.compile(db)
    const key = JSON.stringify([text, parameters])
    const known = names.get(key)
    if (known) return known
    const name = sql.ref(`set${names.size}`)
    names.set(key, name)
    all.push(sql`${name} as (${set})`)
    return name
  }
  return { sets, named: () => all }
}

export interface Counting {
  /** Of each indicator the whole (`split` null), then the parts in their order. */
  readonly figures: readonly Figure[]
  /** What was visible to the count: PostgreSQL’s own snapshot. */
  readonly seen: string
}

/**
 * Figures on a day, in one statement: of each indicator the whole (`split` null), then the parts in their order. Age
 * bands with nobody in them are there, with noughts; other groups and teams only where there is someone.
 */
export const figures = async (
  db: QueryExecutorProvider,
  indicators: readonly Indicator[],
  on: Day,
  asking: Asking = {},
): Promise<readonly Figure[]> => (await countFigures(db, indicators, on, asking)).figures

/** {@link figures}, and what the very statement that counted them saw. */
export async function countFigures(
  db: QueryExecutorProvider,
  indicators: readonly Indicator[],
  on: Day,
  { split, sameParts, ...filter }: Asking = {},
): Promise<Counting> {
  if (indicators.length === 0) return { figures: [], seen: '' }
  const moment = oneDay(on)
  const part = split === undefined ? sql`''::text` : sql`a.${sql.ref(GROUPS[split])}`
  const { sets, named } = foundOnce(db)
  const each = indicators.map(
    i => sql`select ${sql.lit(i.code)} as code, ${part} as part,
      (count(*) filter (where a.yes))::int as numerator, count(*)::int as denominator
      from (${answers(i, moment, sets(asked(i, moment, filter, sets)), sets)}) a group by 2`,
  )
  const seen = sql`select ''::text as code, pg_current_snapshot()::text as part, 0 as numerator, 0 as denominator`
  const { rows } = await sql<Counted>`with ${sql.join(named())}
    ${sql.join([...each, seen], sql` union all `)}`.execute(db)
  const byCode = Map.groupBy(rows, r => r.code)
  const parts = new Set(sameParts ? rows.flatMap(r => (r.code === '' ? [] : [r.part])) : [])
  return {
    figures: indicators.flatMap(i => inOrder(i, byCode.get(i.code) ?? [], split, parts)),
    seen: byCode.get('')?.[0]?.part ?? '',
  }
}

function inOrder(
  i: Indicator,
  rows: readonly Counted[],
  split: Split | undefined,
  more: ReadonlySet<string>,
): readonly Figure[] {
  const sum = (of: (r: Counted) => number) => rows.reduce((n, r) => n + of(r), 0)
  const total = figure(
    i,
    sum(r => r.numerator),
    sum(r => r.denominator),
  )
  if (split === undefined) return [total]
  const found = new Map(rows.map(r => [r.part, r]))
  const parts = partsOf(split, i, new Set([...found.keys(), ...more])).map(part => {
    const r = found.get(part)
    return figure(i, r?.numerator ?? 0, r?.denominator ?? 0, part)
  })
  return [total, ...parts]
}

function partsOf(split: Split, i: Indicator, found: ReadonlySet<string>): readonly string[] {
  if (split !== 'team') {
    const isBand = (part: string) => split === 'age' && part !== AGE_NOT_KNOWN
    return groupOrder(split, i.ageBands).filter(part => found.has(part) || isBand(part))
  }
  const teams = [...found]
  const named = teams.filter(t => t !== UNALLOCATED).sort()
  return teams.includes(UNALLOCATED) ? [...named, UNALLOCATED] : named
}
