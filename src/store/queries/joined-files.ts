import { sql } from 'kysely'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Joinable } from '../../domain/matching/joining.ts'
import type { Held } from '../../domain/matching/score.ts'
import type { Born } from '../../domain/matching/twins.ts'
import type { Db } from '../connection.ts'
import { lifeOf } from './relatives-known.ts'

/** A file that is read as part of another. */
export interface JoinedFile {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly joined: Instant
  readonly by: string | null
  readonly why: string
}

/** The files that are read as part of this one, the first that was joined first. */
export async function joinedFiles(tx: Db, child: string): Promise<readonly JoinedFile[]> {
  const { rows } = await sql<JoinedFile>`select p.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, e.recorded as joined, st.name as by, e.answers ->> 'why' as why
    from person p join spell s on s.subject = p.subject and s.kind = 'merged' and s.ends is null
    join entry e on e.id = s.opened_by left join staff st on st.subject = e.author
    where p.merged = ${child} order by e.recorded, p.code`.execute(tx)
  return rows
}

/** What decides whether a file may be joined to another. */
export async function joinable(tx: Db, child: string): Promise<Joinable> {
  const { born, adopted, begun } = await lifeOf(tx, child)
  const { rows } = await sql<Born>`select p.given_name as "givenName", p.family_name as "familyName", p.born
    from person p where p.subject = ${child} or p.merged = ${child}`.execute(tx)
  return { id: child, born, adopted, begun, children: rows }
}

/** A file beside another, to be compared by a person who may open both. */
export interface Beside extends Held {
  readonly subject: string
  readonly code: string
  readonly unborn: boolean
  readonly sex: string | null
  readonly started: Instant
  readonly entries: number
  readonly worker: string | null
  readonly open: boolean
}

/** The file as it stands beside another; undefined where there is none. The caller has made sure that it may be opened. */
export async function fileBeside(tx: Db, child: string): Promise<Beside | undefined> {
  const { rows } = await sql<Beside>`select p.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.other_names as "otherNames", p.unborn, p.born, p.address,
      p.nhs_number as "nhsNumber", p.upn, p.siblings, p.sex, s.started,
      (select count(*)::int from happening h where h.subject = p.subject) as entries,
      exists (select from spell n where n.subject = p.subject and n.kind = 'in-need' and n.ends is null) as open,
      (select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
        where a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1) as worker
    from person p join subject s on s.id = p.subject where p.subject = ${child}`.execute(tx)
  return rows[0]
}

/** What people wrote of two children who are not one, in any of their files. */
export interface SaidDifferent {
  readonly on: Day
  readonly by: string | null
  readonly why: string
}

export async function saidDifferent(tx: Db, a: string, b: string): Promise<readonly SaidDifferent[]> {
  const { rows } = await sql<SaidDifferent>`
    with one as (select subject from person where subject = ${a} or merged = ${a}),
      two as (select subject from person where subject = ${b} or merged = ${b})
    select h.happened as on, st.name as by, coalesce(h.answers ->> 'why', '') as why
    from happening h join entry e on e.id = h.entry left join staff st on st.subject = h.author
    where h.type = 'different-child' and not h.withdrawn and h.sensitivity = 'ordinary' and (
      (e.subject in (select subject from one) and h.answers ->> 'child' in (select subject::text from two))
      or (e.subject in (select subject from two) and h.answers ->> 'child' in (select subject::text from one)))
    order by h.happened, h.entry`.execute(tx)
  return rows
}
