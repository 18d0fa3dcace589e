import { sql } from 'kysely'
import type { Role, Viewer } from '../../domain/access/roles.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** Somebody who is supervised, and how it stands. */
export interface Supervisee {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly team: string | null
  readonly newlyQualified: Day | null
  /** The last supervision written down. */
  readonly last: Day | null
  /** By when the next must be; null for whoever has no such timescale (not a registered social worker). */
  readonly due: Day | null
  readonly rule: string | null
  readonly children: number
}

const columns = sql`st.subject as id, f.code, st.name, st.role, st.team, st.newly_qualified as "newlyQualified",
  (select max(h.happened) from happening h where h.subject = st.subject and h.type = 'supervision'
    and not h.withdrawn) as last, c.due, c.rule,
  (select count(*)::int from spell a where a.kind = 'allocation' and a.facts ->> 'worker' = st.subject::text
    and a.key = 'worker' and a.ends is null) as children`

const from = sql`staff st join subject f on f.id = st.subject
  left join lateral (select due, rule from clock c where c.subject = st.subject and c.series = 'supervision'
    and c.met is null and c.ended is null order by c.due limit 1) c on true`

/** Who may be supervised by whom: by a manager, their own team; by a director, anybody but members. Nobody by themselves. */
const mine = (viewer: Viewer) =>
  viewer.role === 'director'
    ? sql`st.subject <> ${viewer.id} and st.role not in ('director', 'elected-member')`
    : sql`st.subject <> ${viewer.id} and st.role in ('social-worker', 'out-of-hours', 'reviewing-officer')
        and st.team = ${viewer.team}`

/** Those whom the viewer supervises: the most pressing first. Of a director: the managers first. */
export async function supervisees(
  db: Db,
  viewer: Viewer,
  team: string | null,
): Promise<readonly Supervisee[]> {
  const { rows } = await sql<Supervisee>`select ${columns} from ${from}
    where st.working and ${mine(viewer)} ${team === null ? sql`` : sql`and st.team = ${team}`}
    order by ${viewer.role === 'director' ? sql`(st.role = 'team-manager') desc,` : sql``} c.due nulls last, st.name
    limit 300`.execute(db)
  return rows
}

/** One of them, by the code of their file; undefined for anybody else, as if not there. */
export async function supervisee(db: Db, viewer: Viewer, code: string): Promise<Supervisee | undefined> {
  const { rows } = await sql<Supervisee>`select ${columns} from ${from}
    where st.working and ${mine(viewer)} and f.code = ${code}`.execute(db)
  return rows[0]
}
