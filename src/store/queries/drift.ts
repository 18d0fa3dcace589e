import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import { type Move, moves } from '../../domain/oversight/moves.ts'

/** Written out, not asked with: by that the index of what moved (`020-lists`) is known to hold all of it. */
const one = (m: Move): RawBuilder<boolean> =>
  m.field === undefined
    ? sql<boolean>`h.type = ${sql.lit(m.type)}`
    : sql<boolean>`(h.type = ${sql.lit(m.type)} and h.answers ->> ${sql.lit(m.field)} in (${sql.join((m.answers ?? []).map(a => sql.lit(a)))}))`

/** The condition that a happening, written `h`, moved the case on. The twin of `moveOf` in `domain/oversight/moves.ts`. */
export const moved: RawBuilder<boolean> = sql<boolean>`(not h.withdrawn and (${sql.join(moves.map(one), sql` or `)}))`

/** The last day up to `today` on which something moved for the child of this SQL; null where nothing ever did. */
export const lastMoved = (child: RawBuilder<unknown>, today: Day): RawBuilder<Day | null> =>
  sql`(select h.happened from happening h where h.subject = ${child} and h.happened <= ${today} and ${moved}
    order by h.happened desc limit 1)`
