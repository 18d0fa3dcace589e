import { sql } from 'kysely'
import type { Role, Viewer } from '../../domain/access/roles.ts'
import { overTeams } from '../../domain/access/writes.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { entryHeld } from './evening.ts'
import { stillAsked } from './open-clocks.ts'
import { subjectByCode } from './subjects.ts'

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

const from = (today: Day) => sql`staff st join subject f on f.id = st.subject
  left join lateral (select due, rule from clock c where c.subject = st.subject and c.series = 'supervision'
    and ${stillAsked('c', today)} order by c.due limit 1) c on true`

/** Who may be supervised by whom: by a manager, their own team; by a director, anybody but members. Nobody by themselves. */
const mine = (viewer: Viewer) =>
  overTeams(viewer.role)
    ? sql`st.subject <> ${viewer.id} and st.role not in ('director', 'elected-member')`
    : sql`st.subject <> ${viewer.id} and st.role in ('social-worker', 'out-of-hours', 'reviewing-officer')
        and st.team = ${viewer.team}`

/** Those whom the viewer supervises: the most pressing first. Of a director: the managers first. */
export async function supervisees(
  db: Db,
  viewer: Viewer,
  team: string | null,
  today: Day,
): Promise<readonly Supervisee[]> {
  const { rows } = await sql<Supervisee>`select ${columns} from ${from(today)}
    where st.working and ${mine(viewer)} ${team === null ? sql`` : sql`and st.team = ${team}`}
    order by ${overTeams(viewer.role) ? sql`(st.role = 'team-manager') desc,` : sql``} c.due nulls last, st.name
    limit 300`.execute(db)
  return rows
}

/** One of them, by the code of their file; undefined for anybody else, as if not there. */
export async function supervisee(
  db: Db,
  viewer: Viewer,
  code: string,
  today: Day,
): Promise<Supervisee | undefined> {
  const { rows } = await sql<Supervisee>`select ${columns} from ${from(today)}
    where st.working and ${mine(viewer)} and f.code = ${code}`.execute(db)
  return rows[0]
}

/** A supervision as it stands, with who held it. */
export interface Held {
  readonly entry: string
  readonly on: Day
  readonly answers: Answers
  readonly by: string
  readonly author: string
  readonly recorded: Instant
}

/** The supervisions of a worker, the last first. Whoever asks has been let in as worker, supervisor or director. */
export async function supervisionsOf(db: Db, worker: string, limit: number): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`select h.entry, h.happened as on, h.answers, h.author, h.recorded,
      coalesce(st.name, 'somebody who has left') as by
    from happening h left join staff st on st.subject = h.author
    where h.subject = ${worker} and h.type = 'supervision' and not h.withdrawn
    order by h.happened desc, h.seq desc limit ${limit}`.execute(db)
  return rows
}

/** What was decided of a child in a supervision. */
export interface CaseDecision {
  readonly entry: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly answers: Answers
}

/**
 * What a supervision decided for children: the case supervisions of that day by that supervisor, on the files of the
 * children whom the worker held then. Only of files that the viewer may open.
 */
export async function decidedIn(
  db: Db,
  viewer: Viewer,
  now: Instant,
  worker: string,
  s: Pick<Held, 'author' | 'on'>,
): Promise<readonly CaseDecision[]> {
  const { rows } = await sql<CaseDecision>`select h.entry, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, h.answers
    from spell a join happening h on h.subject = a.subject join person p on p.subject = a.subject
    where a.kind = 'allocation' and a.key = 'worker' and a.facts ->> 'worker' = ${worker} and a.starts <= ${s.on}
      and (a.ends is null or a.ends > ${s.on}) and h.type = 'case-supervision' and h.happened = ${s.on}
      and h.author = ${s.author} and not h.withdrawn and ${mayDo(viewer, 'open', now, entryHeld)}
    order by p.family_name, p.given_name, p.code, h.seq`.execute(db)
  return rows
}

/** True where somebody works here by this code, whoever supervises them. */
export const isStaff = async (db: Db, code: string): Promise<boolean> =>
  (await subjectByCode(db, 'worker', code)) !== undefined
