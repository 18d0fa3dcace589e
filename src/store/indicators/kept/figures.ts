import { type QueryExecutorProvider, sql } from 'kysely'
import type { Figure } from '../../../domain/indicators/figure.ts'
import { figure } from '../../../domain/indicators/figure.ts'
import type { Indicator } from '../../../domain/indicators/indicator.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import { canonical, digest } from '../../chain.ts'
import { figures } from '../figures.ts'

/** Days for which a kept figure is used at most, whatever was written. */
const DAYS = 7

const readings = new WeakMap<Indicator, string>()

/** Which declaration of an indicator was counted: another version of the product may ask another question. */
function readingOf(i: Indicator): string {
  const known = readings.get(i)
  if (known !== undefined) return known
  const made = digest(canonical(i))
  readings.set(i, made)
  return made
}

/** An indicator on a day. */
export interface Wanted {
  readonly indicator: Indicator
  readonly on: Day
}

export const keyOf = ({ indicator, on }: Wanted): string => `${indicator.code} ${on}`

/** Those of the figures that are kept, and that nothing written since reaches back to. */
async function known(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Figure>> {
  const asked = wanted.map(w => ({ code: w.indicator.code, reading: readingOf(w.indicator), on: w.on }))
  const { rows } = await sql<{ code: string; on: Day; numerator: number; denominator: number }>`
    select k.code, k."on", k.numerator, k.denominator
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(code text, reading text, "on" date)
    join figure_kept k on k."on" = a."on" and k.code = a.code and k.reading = a.reading
    where k.made > now() - make_interval(days => ${sql.lit(DAYS)})
      and not exists (select from figure_change c where c.day <= k."on" and not pg_visible_in_snapshot(c.xact, k.counted))`.execute(
    db,
  )
  const found = new Map(rows.map(r => [`${r.code} ${r.on}`, r]))
  return new Map(
    wanted.flatMap(w => {
      const r = found.get(keyOf(w))
      return r ? [[keyOf(w), figure(w.indicator, r.numerator, r.denominator)] as const] : []
    }),
  )
}

async function keep(
  db: QueryExecutorProvider,
  on: Day,
  counted: string,
  all: readonly (readonly [Indicator, Figure])[],
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
    on conflict ("on", code, reading) do update set numerator = excluded.numerator, denominator = excluded.denominator,
      counted = excluded.counted, made = excluded.made`.execute(db)
  // A change that is older than any figure that is still used tells nobody anything.
  await sql`with old as (delete from figure_kept where made <= now() - make_interval(days => ${sql.lit(DAYS)}))
    delete from figure_change where made <= now() - make_interval(days => ${sql.lit(DAYS + 1)})`.execute(db)
}

/**
 * Figures of the whole authority on days that are over: taken as they were counted before, where nothing that was written
 * since reaches back to their day; else counted, and kept. They are always what counting now would give.
 * @returns by {@link keyOf}
 */
export async function keptFigures(
  db: QueryExecutorProvider,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Figure>> {
  const found = new Map(await known(db, wanted))
  const missing = wanted.filter(w => !found.has(keyOf(w)))
  for (const on of [...new Set(missing.map(w => w.on))].sort()) {
    // Whoever asks for the same day meanwhile waits for this count, and does not begin another.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`figures ${on}`}, 0))`.execute(db)
    const meanwhile = await known(
      db,
      missing.filter(w => w.on === on),
    )
    for (const [key, f] of meanwhile) found.set(key, f)
    const list = missing.filter(w => w.on === on && !found.has(keyOf(w))).map(w => w.indicator)
    if (list.length === 0) continue
    // Taken before the count: what is written between the two is thought to be missing, never to be there.
    const { rows } = await sql<{ s: string }>`select pg_current_snapshot()::text as s`.execute(db)
    const counted = await figures(db, list, on)
    const pairs = list.flatMap((i, n) => {
      const f = counted[n]
      return f ? [[i, f] as const] : []
    })
    await keep(db, on, rows[0]?.s ?? '', pairs)
    for (const [indicator, f] of pairs) found.set(keyOf({ indicator, on }), f)
  }
  return found
}
