import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { overTeams } from '../../domain/access/writes.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import type { Cover } from './covers.ts'
import { type Asked, type Held, mine, type Whose, workParts } from './work-parts.ts'

/** Something waiting for somebody. */
export interface Task {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly kind: 'clock' | 'signature' | 'sent-back' | 'handover' | 'unallocated'
  /** The series of the clock, or the type of the entry to be signed. */
  readonly what: string
  readonly rule: string | null
  readonly due: Day | null
  readonly since: Day
  readonly entry: string | null
  readonly worker: string | null
  readonly reason: boolean
  /** Whether the viewer may open the file: somebody who has left the team may have a handover to write all the same. */
  readonly opens: boolean
}

function heldBy(viewer: Viewer, covers: readonly Cover[]): Held {
  const teams = covers.flatMap(c => (c.awayRole === 'team-manager' && c.awayTeam ? [c.awayTeam] : []))
  return {
    people: [viewer.id, ...covers.map(c => c.away)],
    teams: [...(viewer.team === null ? [] : [viewer.team]), ...teams],
  }
}

/** Asked for those that are shown, not for all that are counted. */
const workerName = sql`(select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
  where a.subject = w.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1)`

/** What runs of a child whom nobody holds, the longest running. */
const caseOf = sql`(select o.kind from spell o where o.subject = w.subject and o.ends is null
  and o.kind in ('looked-after', 'protection-plan', 'in-need', 'referral') order by o.starts, o.kind limit 1)`

type Counted = Pick<WorkList, 'total' | 'overdue' | 'left'>

export interface WorkList {
  readonly tasks: readonly Task[]
  readonly total: number
  readonly overdue: number
  /** How many of them managers left unsigned, for those who are over managers; {@link LEFT_SHOWN} at most. */
  readonly left: number
}

/**
 * What waits for a viewer, the most pressing first; a page of it, and how many in all. Children whose files the viewer
 * may not even see in a list are left out, of the count too.
 * @param covers those for whom the viewer stands in
 */
export async function work(
  db: Db,
  viewer: Viewer,
  covers: readonly Cover[],
  whose: Whose,
  at: { readonly now: Instant; readonly today: Day },
  page: { readonly limit: number; readonly offset: number },
): Promise<WorkList> {
  const asked: Asked = { viewer, whose, held: heldBy(viewer, covers), ...at }
  // Counted and shown by one statement: it is long, and is planned once. By "offset 0" children are looked up one
  // by one: planned without knowing whose work is asked for, it seems so much that the database would read every child.
  const both = sql<
    Counted & (Task | { code: null })
  >`with mine as materialized ${mine(asked)}, w as materialized (
      select t.*, p.* from (${workParts(asked)}) t, lateral (select p.code, p.given_name, p.family_name, p.unborn
        from person p where p.subject = t.subject and ${mayDo(viewer, 'list', at.now)} offset 0) p)
    select n.total, n.overdue, n.left, x.* from (select count(*)::int as total,
      (count(*) filter (where due < ${at.today}))::int as overdue,
      (count(*) filter (where kind = 'signature' and ${overTeams(viewer.role)}))::int as left from w) n
    left join lateral (select code, given_name as "givenName", family_name as "familyName", unborn, kind,
        case when kind = 'unallocated' then ${caseOf} else w.what end as what,
        rule, due, since, entry, case when kind = 'clock' then ${workerName} else worker end as worker, reason,
        exists (select from person p where p.subject = w.subject and ${mayDo(viewer, 'open', at.now)} offset 0) as opens from w
      order by case when kind in ('unallocated', 'sent-back') then 0 when due is null then 2 else 1 end, due, since, code, w.what
      limit ${page.limit} offset ${page.offset}) x on true`
  const { rows } = await both.execute(db)
  const tasks = rows.flatMap(({ total: _, overdue: __, left: ___, ...task }) =>
    task.code === null ? [] : [task],
  )
  return { tasks, total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0, left: rows[0]?.left ?? 0 }
}
