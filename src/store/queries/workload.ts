import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { beforeCourt, type CaseFacts } from '../../domain/workload/facts.ts'
import type { Holder } from '../../domain/workload/hold.ts'
import { limitOf } from '../../domain/workload/limits.ts'
import { familiesOf, siblingKinds } from '../../domain/workload/related.ts'
import { loadOf } from '../../domain/workload/weigh.ts'
import type { Db } from '../connection.ts'
import { awayOn } from './covers.ts'

/** A case that somebody holds, and whose it is. */
export interface HeldCase extends CaseFacts {
  readonly subject: string
  readonly worker: string
}

interface CaseRow extends HeldCase {
  readonly since: Day
}

/**
 * Every case the given people hold as named worker, restricted ones too: a load is a number, and must be right. They are
 * looked up worker by worker, and what runs child by child: otherwise the database gathers the whole authority's first.
 */
export async function casesHeld(db: Db, workers: readonly string[]): Promise<readonly HeldCase[]> {
  if (workers.length === 0) return []
  const { rows } = await sql<CaseRow>`
    select a.subject, w as worker, a.starts as since, o.*, null::text as family
    from unnest(${workers}::text[]) w, lateral (select s.subject, s.starts from spell s where s.kind = 'allocation'
      and s.key = 'worker' and s.ends is null and s.facts ->> 'worker' = w offset 0) a,
    lateral (select coalesce(bool_or(s.kind = 'in-need'), false) as "inNeed",
      coalesce(bool_or(s.kind = 'assessment'), false) as assessed, coalesce(bool_or(s.kind = 'protection-plan'), false) as plan,
      coalesce(bool_or(s.kind = 'looked-after'), false) as "lookedAfter",
      coalesce(bool_or(s.kind = 'legal-status' and s.facts ->> 'status' = any(${beforeCourt})), false) as court
      from spell s where s.subject = a.subject and s.ends is null) o`.execute(db)
  const subjects = rows.map(r => r.subject)
  const families = await familiesAmong(db, subjects)
  return rows.map(r => ({ ...r, family: families.get(r.subject) ?? null }))
}

/** Brothers and sisters among some children, by the name of their family. */
async function familiesAmong(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<{ one: string; other: string }>`
    select h.subject::text as one, h.answers ->> 'child' as other from happening h
    where h.type = 'relationship' and not h.withdrawn and h.subject = any(${subjects}::uuid[])
      and h.answers ->> 'kind' = any(${siblingKinds}) and h.answers ->> 'child' = any(${subjects})
      and h.answers ->> 'to' is null`.execute(db)
  return familiesOf(rows.map(r => [r.one, r.other] as const))
}

/** Brothers and sisters of one child who have a file here, told from either file. */
export async function siblingsOf(db: Db, child: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct case when h.subject::text = ${child} then h.answers ->> 'child' else h.subject::text end as id
    from happening h where h.type = 'relationship' and not h.withdrawn and h.answers ->> 'kind' = any(${siblingKinds})
      and h.answers ->> 'to' is null
      and ((h.subject = ${child} and h.answers ->> 'child' is not null) or h.answers ->> 'child' = ${child})`.execute(
    db,
  )
  return rows.map(r => r.id)
}

/** A member of staff with the work they hold. */
export interface WorkerLoad extends Holder {
  readonly id: string
  /** What their own file is called. */
  readonly code: string
  readonly team: string | null
  readonly agency: boolean
  /** Of a full-time post, in per cent. */
  readonly share: number
  readonly reach: string | null
  readonly cases: readonly HeldCase[]
  readonly load: number
  readonly limit: number
  readonly reviewing: number
}

interface StaffRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly team: string | null
  readonly working: boolean
  readonly registered: boolean
  readonly newlyQualified: Day | null
  readonly agency: boolean
  readonly share: number
  readonly most: number | null
  readonly reach: string | null
  readonly reviewing: number
}

/** Whom to ask about: everyone who works here where nothing is said. */
export interface Which {
  readonly ids?: readonly string[]
  readonly code?: string
  readonly team?: string
  /** Also those who have left. */
  readonly left?: true
}

/** Staff with their work on a day, by team and name. */
export async function workload(db: Db, which: Which, today: Day): Promise<readonly WorkerLoad[]> {
  const { ids, code, team, left } = which
  const { rows } = await sql<StaffRow>`
    select st.subject as id, su.code, st.name, st.role, st.team, st.working, st.registered,
      st.newly_qualified as "newlyQualified", st.agency, st.share, st.most, st.reach,
      (select count(*)::int from spell a where a.kind = 'allocation' and a.key = 'reviewing' and a.ends is null
        and a.facts ->> 'worker' = st.subject::text) as reviewing
    from staff st join subject su on su.id = st.subject
    where ${left ? sql`true` : sql`st.working`}
      ${ids ? sql`and st.subject = any(${ids}::uuid[])` : sql``}
      ${code ? sql`and su.code = ${code}` : sql``}
      ${team ? sql`and st.team = ${team}` : sql``}
    order by st.team nulls last, st.name`.execute(db)
  const people = rows.map(r => r.id)
  const held = Map.groupBy(await casesHeld(db, people), c => c.worker)
  const away = await awayOn(db, people, today)
  return rows.map(r => {
    const cases = held.get(r.id) ?? []
    return {
      ...r,
      cases,
      load: loadOf(cases, today),
      limit: limitOf(r, today),
      away: away.get(r.id) ?? null,
    }
  })
}
