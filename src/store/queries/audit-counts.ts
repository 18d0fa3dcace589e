import { sql } from 'kysely'
import { auditTools, gradingType } from '../../domain/quality/tools.ts'
import type { Db } from '../connection.ts'

/** How many audits of each sample have their first grading, by the sample's code. */
export async function auditCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sample: string; n: number }>`
    select o.answers ->> 'sample' as sample, count(*)::int as n from happening g
    join happening o on o.subject = g.subject and o.type = 'audit-opened'
    where g.type in (${sql.join(auditTools.map(t => gradingType(t.code)))}) and g.answers ->> 'part' = 'first'
      and not g.withdrawn and o.answers ? 'sample' group by 1`.execute(db)
  return new Map(rows.map(r => [r.sample, r.n]))
}
