import { type QueryExecutorProvider, sql } from 'kysely'
import type { Figure } from '../../../domain/indicators/figure.ts'
import type { Indicator } from '../../../domain/indicators/indicator.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import { countFigures } from '../figures.ts'
import { DAYS, keyOf, knownFigures, type Wanted } from './known.ts'
import { readingOf } from './reading.ts'

type Pair = readonly [Indicator, Figure]

/** Keeps what was counted; not where this very transaction changed something, which no snapshot of it tells apart. */
async function keep(
  db: QueryExecutorProvider,
  on: Day,
  counted: string,
  all: readonly Pair[],
): Promise<void> {
  const rows = all.map(([i, f]) => ({
    code: i.code,
    reading: readingOf(i),
    numerator: f.numerator,
    denominator: f.denominator,
  }))
  await sql`insert into figure_kept (code, reading, "on", numerator, denominator, counted)
    select a.code, a.reading, ${on}::date, a.numerator, a.denominator, ${counted}::pg_snapshot
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(code text, reading text, numerator integer, denominator integer)
    where not exists (select from figure_change c where c.xact = pg_current_xact_id_if_assigned())
    on conflict ("on", code, reading) do update set numerator = excluded.numerator, denominator = excluded.denominator,
      counted = excluded.counted, made = excluded.made`.execute(db)
  // A change that is older than any figure that is still used tells nobody anything.
  const over = sql`now() - make_interval(days => ${sql.lit(DAYS + 1)})`
  await sql`with old as (delete from figure_kept where made <= now() - make_interval(days => ${sql.lit(DAYS)})),
    moved as (delete from figure_moved where made <= ${over})
    delete from figure_change where made <= ${over}`.execute(db)
}

/** Whoever asks for the same day meanwhile waits for this count, and does not begin another. */
const alone = (db: QueryExecutorProvider, on: Day) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`figures ${on}`}, 0))`.execute(db)

/** Counts a day, and keeps what was counted. */
export async function count(
  db: QueryExecutorProvider,
  list: readonly Indicator[],
  on: Day,
): Promise<readonly Pair[]> {
  const counted = await countFigures(db, list, on)
  const pairs = list.flatMap((i, n): Pair[] => {
    const f = counted.figures[n]
    return f ? [[i, f]] : []
  })
  await keep(db, on, counted.seen, pairs)
  return pairs
}

/**
 * Figures of the whole authority: counted once, and from then on moved by each write; counted again where something was
 * written of which nobody said what it moves. They are always what counting now would give.
 * @returns by {@link keyOf}
 */
export async function keptFigures(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Figure>> {
  const found = new Map(await knownFigures(db, wanted))
  const missing = wanted.filter(w => !found.has(keyOf(w)))
  for (const on of [...new Set(missing.map(w => w.on))].sort()) {
    await alone(db, on)
    const asked = missing.filter(w => w.on === on)
    for (const [key, f] of await knownFigures(db, asked)) found.set(key, f)
    const list = asked.filter(w => !found.has(keyOf(w))).map(w => w.indicator)
    if (list.length === 0) continue
    for (const [indicator, f] of await count(db, list, on)) found.set(keyOf({ indicator, on }), f)
  }
  return found
}
