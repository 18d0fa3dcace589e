import { sql } from 'kysely'
import type { Folded } from '../../../domain/indicators/answer.ts'
import { indicators } from '../../../domain/indicators/indicators.ts'
import { moves } from '../../../domain/indicators/moves.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import type { Db } from '../../connection.ts'
import { EVER } from './reach.ts'
import { READINGS, readingOf } from './reading.ts'

/** So many days are told what a change did to them, the last of them; those before are counted again. */
const TOLD = 20

/** A child’s file before a change and after it, where that is all there is in it. */
export interface Change {
  readonly before: Folded
  readonly after: Folded
}

/**
 * Says, in the transaction that writes, from which day on its figures are other than they were; and by how much, where the
 * change is told.
 */
export async function figuresChanged(tx: Db, from: Day, change?: Change): Promise<void> {
  const days = change ? await daysKept(tx, from) : []
  if (!change || days.length === 0) {
    await sql`insert into figure_change (day) values (${from}::date)`.execute(tx)
    return
  }
  const moved = days.flatMap(on =>
    moves(indicators, change.before, change.after, on).map(({ indicator, ...by }) => ({
      on,
      reading: readingOf(indicator),
      ...by,
    })),
  )
  await sql`with moved as (insert into figure_moved ("on", reading, numerator, denominator)
      select m."on", m.reading, m.numerator, m.denominator from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
        as m("on" date, reading text, numerator integer, denominator integer))
    insert into figure_change (day, told, readings) values (${from}::date, ${days}::date[], ${READINGS})`.execute(
    tx,
  )
}

async function daysKept(tx: Db, from: Day): Promise<readonly Day[]> {
  const { rows } = await sql<{ on: Day }>`select distinct "on" from figure_kept where "on" >= ${from}::date
    order by 1 desc limit ${sql.lit(TOLD)}`.execute(tx)
  return rows.map(r => r.on)
}

/** For a writer who does not look what changes: many files at once. */
export const allFiguresChanged = async (tx: Db): Promise<void> => await figuresChanged(tx, EVER)

/** Forgets every kept figure: at a start, and where all is folded anew. */
export async function forgetFigures(db: Db): Promise<void> {
  await sql`delete from figure_kept`.execute(db)
}
