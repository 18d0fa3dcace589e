import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import { type Move, moves } from '../../domain/oversight/moves.ts'

const one = (m: Move): RawBuilder<boolean> =>
  m.field === undefined
    ? sql<boolean>`h.type = ${m.type}`
    : sql<boolean>`(h.type = ${m.type} and h.answers ->> ${m.field} in (${sql.join(m.answers ?? [])}))`

/** The condition that a happening, written `h`, moved the case on. The twin of `moveOf` in `domain/oversight/moves.ts`. */
export const moved: RawBuilder<boolean> = sql<boolean>`(not h.withdrawn and (${sql.join(moves.map(one), sql` or `)}))`

/** The last day up to `today` on which something moved for the child of this SQL; null where nothing ever did. */
export const lastMoved = (child: RawBuilder<unknown>, today: Day): RawBuilder<Day | null> =>
  sql`(select h.happened from happening h where h.subject = ${child} and h.happened <= ${today} and ${moved}
    order by h.happened desc limit 1)`
