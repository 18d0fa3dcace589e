import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'

/**
 * True of a row of `clock` that still asks for something on a day: neither met nor over by then. What is asked for until
 * a birthday has its end from the beginning, in days to come; so a clock without an end is not the only one that runs.
 * Of the domain, the same is `stillAsked`.
 * @param clock the name by which the statement calls the table
 */
export const stillAsked = (clock: 'c' | 'k' | 'clock', today: Day): RawBuilder<boolean> => {
  const c = sql.raw(clock)
  return sql<boolean>`(${c}.met is null and (${c}.ended is null or ${c}.ended > ${today}))`
}
