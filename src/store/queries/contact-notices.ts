import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Db } from '../connection.ts'

/** A notice taken in before: its contact, whether it is decided, and the children it names. */
export interface HeldNotice {
  readonly subject: string
  readonly code: string
  readonly number: string
  readonly incidentOn: Day | null
  readonly decided: boolean
  readonly children: readonly Answers[]
}

const GROUP = 1000

/** The contacts of a sort that have one of these numbers of the sender’s own. */
export async function heldNotices(
  tx: Db,
  sort: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldNotice[]>> {
  const held: HeldNotice[] = []
  for (let at = 0; at < numbers.length; at += GROUP) {
    const { rows } = await sql<HeldNotice>`select r.subject, s.code, upper(r.answers ->> 'number') as number,
        r.answers ->> 'incidentOn' as "incidentOn",
        exists (select from happening d where d.subject = r.subject and d.type = 'contact-decided' and not d.withdrawn)
          as decided,
        coalesce((select jsonb_agg(c.answers) from happening c where c.subject = r.subject and c.type = 'contact-child'
          and not c.withdrawn), '[]'::jsonb) as children
      from happening r join subject s on s.id = r.subject
      where r.type = 'contact-received' and not r.withdrawn and r.answers ->> 'sort' = ${sort}
        and upper(r.answers ->> 'number') in (${sql.join(numbers.slice(at, at + GROUP))})
      order by r.recorded`.execute(tx)
    held.push(...rows)
  }
  return Map.groupBy(held, h => h.number)
}
