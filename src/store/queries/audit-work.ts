import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import type { Cover } from './covers.ts'
import { running } from './running-in.ts'

/** What an audit asks of somebody. */
export type AuditAsk = 'grade' | 'read' | 'act' | 'check' | 'concern' | 'agree'

/** One thing that waits for somebody after, or in, an audit. */
export interface AuditTask {
  readonly audit: string
  readonly child: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly what: AuditAsk
  readonly ref: string | null
  readonly by: Day | null
  readonly since: Day
  readonly opens: boolean
  /** Who holds the child now, and in which team. */
  readonly worker: string | null
  readonly team: string | null
}

interface At {
  readonly now: Instant
  readonly today: Day
}

const allocated = (key: 'worker' | 'reviewing', who: RawBuilder<unknown>) =>
  sql`exists (select from spell a where a.subject = p.subject and a.kind = 'allocation' and a.key = ${key}
    and a.ends is null and ${who})`

/** Tasks go to a post rather than to a person, where they are about the child: so they pass on with the child. */
async function tasks(
  db: Db,
  viewer: Viewer,
  at: At,
  which: RawBuilder<unknown>,
): Promise<readonly AuditTask[]> {
  const { rows } = await sql<AuditTask>`
    select s.code as audit, p.subject as child, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn,
      t.facts ->> 'what' as what, t.facts ->> 'ref' as ref, (t.facts ->> 'by')::date as by, t.starts as since,
      ${mayDo(viewer, 'open', at.now)} as opens, st.name as worker, w.facts ->> 'team' as team
    from spell t join subject s on s.id = t.subject join person asked on asked.subject = (t.facts ->> 'child')::uuid
      join person p on p.subject = coalesce(asked.merged, asked.subject)
      left join lateral (select a.facts from spell a where a.subject = p.subject and a.kind = 'allocation'
        and a.key = 'worker' and a.ends is null limit 1) w on true
      left join staff st on st.subject::text = w.facts ->> 'worker'
    where ${running('t', 'audit-task')} and t.starts <= ${at.today} and ${mayDo(viewer, 'list', at.now)}
      and ${which}
    order by case t.facts ->> 'what' when 'concern' then 0 else 1 end, (t.facts ->> 'by')::date nulls last, t.starts, s.code
    limit 200`.execute(db)
  return rows
}

/** What audits ask of a viewer, the most pressing first: as auditor, as worker, manager or reviewing officer of a child. */
export async function auditTasks(
  db: Db,
  viewer: Viewer,
  covers: readonly Cover[],
  at: At,
): Promise<readonly AuditTask[]> {
  const people = [viewer.id, ...covers.map(c => c.away)]
  const mine = sql`a.facts ->> 'worker' = any (${`{${people.join(',')}}`}::text[])`
  const manager =
    viewer.role === 'team-manager' && viewer.team !== null
      ? allocated('worker', sql`a.facts ->> 'team' = ${viewer.team}`)
      : sql`false`
  return await tasks(
    db,
    viewer,
    at,
    sql`(t.facts ->> 'who' = ${viewer.id} or (t.facts ->> 'post' = 'worker' and ${allocated('worker', mine)})
      or (t.facts ->> 'post' = 'reviewing' and ${allocated('reviewing', mine)})
      or (t.facts ->> 'post' = 'manager' and ${manager}))`,
  )
}

/** What audits asked for and has not been done, of the children whom a viewer may open: of one team where one is given. */
export const auditActions = (db: Db, viewer: Viewer, at: At, team: string | null, late: boolean) =>
  tasks(
    db,
    viewer,
    at,
    sql`t.facts ->> 'what' in ('act', 'check', 'concern') and ${mayDo(viewer, 'open', at.now)}
      ${team === null ? sql`` : sql`and w.facts ->> 'team' = ${team}`}
      ${late ? sql`and (t.facts ->> 'by')::date < ${at.today}` : sql``}`,
  )

/** How many actions of audits are overdue for a team's children, and since when the oldest: for the desk. */
export async function lateAuditActions(
  db: Db,
  viewer: Viewer,
  at: At,
  team: string | null,
): Promise<{ readonly n: number; readonly oldest: Day | null }> {
  const late = await auditActions(db, viewer, at, team, true)
  return { n: late.length, oldest: late.flatMap(t => t.by ?? []).toSorted()[0] ?? null }
}
