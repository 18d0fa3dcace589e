import { sql } from 'kysely'
import { addDays, type Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** A change of worker for which nobody has written what the next worker must know. */
export interface HandoverWaiting {
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  readonly on: Day
}

/** A handover may be written this long before the change. */
export const BEFORE = 28
/** After this long it is no longer asked for: the next worker knows the child. */
export const ASKED = 91

/**
 * Spells of allocation that began as another worker's ended, lately, with no handover since shortly before. Rows of
 * `o` (the outgoing) and `n` (the incoming).
 */
export const changesWithoutHandover = (today: Day) => sql`spell n
  join spell o on o.subject = n.subject and o.kind = 'allocation' and o.key = 'worker' and o.closed_by = n.opened_by
    and o.facts ->> 'worker' <> n.facts ->> 'worker'
  where n.kind = 'allocation' and n.key = 'worker' and n.ends is null and n.starts > ${addDays(today, -ASKED)}
    and not exists (select from happening h where h.subject = n.subject and h.type = 'handover' and not h.withdrawn
      and h.happened >= n.starts - ${BEFORE}::int)`

/** The handover that one child waits for, if any. */
export async function handoverWaiting(
  db: Db,
  child: string,
  today: Day,
): Promise<HandoverWaiting | undefined> {
  const { rows } = await sql<HandoverWaiting>`
    select w.*, a.name as "fromName", b.name as "toName"
    from (select o.facts ->> 'worker' as "from", n.facts ->> 'worker' as "to", n.starts as "on"
      from ${changesWithoutHandover(today)} and n.subject = ${child}) w
    join staff a on a.subject::text = w."from" join staff b on b.subject::text = w."to"`.execute(db)
  return rows[0]
}
