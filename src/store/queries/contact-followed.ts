import { sql } from 'kysely'
import type { Followed } from '../../domain/front-door/follow.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** What a contact's sender may know of it: see `follow`. The letter is the last that was written to them. */
export async function contactFollowed(tx: Db, id: string): Promise<Followed> {
  const { rows } = await sql<{
    decidedOn: Day | null
    begun: boolean
    on: Day | null
    how: string | null
    letter: string | null
  }>`select
      (select max(h.happened) from happening h where h.subject = ${id} and h.type = 'contact-decided' and not h.withdrawn)
        as "decidedOn",
      (exists (select from draft d where d.subject = ${id})
        or exists (select from happening h where h.subject = ${id} and h.type = 'contact-matched')) as begun,
      l.happened as on, l.answers ->> 'how' as how, l.answers ->> 'letter' as letter
    from (select) as nothing left join lateral (select h.happened, h.answers from happening h where h.subject = ${id}
      and h.type = 'contact-letter' and not h.withdrawn order by h.seq desc limit 1) l on true`.execute(tx)
  const [row] = rows
  return {
    decidedOn: row?.decidedOn ?? null,
    begun: row?.begun ?? false,
    told: row?.on && row.how ? { on: row.on, how: row.how, letter: row.letter } : null,
  }
}
