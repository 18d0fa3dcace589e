import { sql } from 'kysely'
import type { LetterService } from '../../domain/front-door/letter.ts'
import type { Db } from '../connection.ts'

export interface OfferedService extends LetterService {
  readonly code: string
  readonly fromAge: number | null
  readonly toAge: number | null
}

/** Services that take new families now, as each was last described, by name. */
export async function offeredServices(db: Db): Promise<readonly OfferedService[]> {
  const { rows } = await sql<OfferedService>`select * from (
      select distinct on (s.id) s.code, h.answers ->> 'name' as name, h.answers ->> 'who' as who,
        h.answers ->> 'reach' as reach, h.answers ->> 'phone' as phone, h.answers ->> 'web' as web,
        (h.answers ->> 'fromAge')::int as "fromAge", (h.answers ->> 'toAge')::int as "toAge",
        (h.answers ->> 'open')::boolean as open
      from subject s join happening h on h.subject = s.id and h.type = 'service-details' and not h.withdrawn
      where s.kind = 'service' order by s.id, h.seq desc) t
    where t.open order by t.name, t.code`.execute(db)
  return rows
}
