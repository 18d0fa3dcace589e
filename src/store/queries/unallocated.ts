import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { SpellKindCode } from '../../domain/records/spell.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { unheld } from './running-in.ts'

/** A child who should have a named worker and has none. */
export interface Unallocated {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  /** Why there should be one: the weightiest of what runs. */
  readonly why: SpellKindCode
  /** The day from which nobody held the child. */
  readonly since: Day
  /** The moment, where it was written on the day: the acceptance, or the end of the last worker. */
  readonly sinceAt: Instant | null
  /** The last worker, where there was one since the case was opened. */
  readonly lastWorker: string | null
  readonly lastTeam: string | null
}

interface Asked {
  readonly now: Instant
  readonly today: Day
}

export interface UnallocatedList {
  readonly children: readonly Unallocated[]
  readonly total: number
}

const DAY_OF = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone 'Europe/London')::date`

/**
 * Children open to social care, looked after or with a plan whom no named worker holds, the longest waiting first:
 * those whom the viewer may see in a list. A team is not a worker (rules R04). The time runs from the acceptance of the
 * referral, or from the end of the last worker where that was later.
 */
export async function unallocated(
  db: Db,
  viewer: Viewer,
  { now, today }: Asked,
  page: { readonly limit: number; readonly offset: number } = { limit: 500, offset: 0 },
): Promise<UnallocatedList> {
  const which = sql`
    from (select s.subject, (array_agg(s.kind order by array_position(
        array['protection-plan', 'looked-after', 'in-need'], s.kind)))[1] as why, min(s.starts) as starts
      from spell s where s.kind in ('in-need', 'looked-after', 'protection-plan') and s.ends is null
        and s.starts <= ${today} and s.subject = ${unheld}
      group by s.subject) n
    join person p on p.subject = n.subject
    where ${mayDo(viewer, 'list', now)}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${which}`.execute(db)
  const { rows } = await sql<Unallocated>`
    select w.subject, w.code, w.given_name as "givenName", w.family_name as "familyName", w.unborn, w.born, w.why,
      greatest(w.starts, k.starts, l.ends) as since,
      case when l.ends is not null and l.ends >= greatest(w.starts, k.starts)
          then case when ${DAY_OF(sql`l.at`)} = l.ends then l.at end
        else k.starts_at end as "sinceAt",
      case when l.ends is not null and l.ends >= w.starts then l.name end as "lastWorker",
      case when l.ends is not null and l.ends >= w.starts then l.team end as "lastTeam"
    from (select p.subject, p.code, p.given_name, p.family_name, p.unborn, p.born, n.why, n.starts ${which}) w
    left join lateral (select c.starts, c.starts_at from clock c where c.subject = w.subject and c.series = 'allocation'
      and c.starts >= w.starts order by c.starts desc limit 1) k on true
    left join lateral (select a.ends, a.facts ->> 'team' as team, st.name, (select h.recorded from entry h where h.id = a.closed_by) as at
      from spell a left join staff st on st.subject::text = a.facts ->> 'worker'
      where a.subject = w.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is not null
      order by a.ends desc limit 1) l on true
    order by since, "sinceAt" nulls first, w.code limit ${page.limit} offset ${page.offset}`.execute(db)
  return { children: rows, total: total.rows[0]?.n ?? 0 }
}
