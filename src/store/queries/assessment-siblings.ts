import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

const KINDS = sql.join(['sibling', 'half-sibling', 'step-sibling'].map(k => sql`${k}`))

/**
 * The brothers and sisters of a child who have files here, by their own word or by that of the other file. Who of them
 * may be shown is for the caller to ask.
 */
export async function siblingsOf(db: Db, child: string, on: Day): Promise<readonly string[]> {
  const now = sql`h.type = 'relationship' and not h.withdrawn and h.answers ? 'child'
    and h.answers ->> 'kind' in (${KINDS}) and coalesce(h.answers ->> 'to' > ${on}, true)`
  const { rows } = await sql<{ id: string }>`
    select h.answers ->> 'child' as id from happening h where h.subject = ${child} and ${now}
    union select h.subject::text from happening h where h.answers ->> 'child' = ${child} and ${now}`.execute(
    db,
  )
  return rows.map(r => r.id).filter(id => id !== child)
}
