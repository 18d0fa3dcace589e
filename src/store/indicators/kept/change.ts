import { sql } from 'kysely'
import type { Day } from '../../../domain/kernel/day.ts'
import type { Db } from '../../connection.ts'
import { EVER } from './reach.ts'

/** Says, in the transaction that writes, from which day on its figures are other than they were. */
export async function figuresChanged(tx: Db, from: Day): Promise<void> {
  await sql`insert into figure_change (day) values (${from}::date)`.execute(tx)
}

/** For a writer who does not look what changes: many files at once. */
export const allFiguresChanged = async (tx: Db): Promise<void> => await figuresChanged(tx, EVER)

/** Forgets every kept figure: at a start, and where all is folded anew. */
export async function forgetFigures(db: Db): Promise<void> {
  await sql`delete from figure_kept`.execute(db)
}
