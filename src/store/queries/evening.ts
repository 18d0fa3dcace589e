import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { awaySince, shiftSince } from '../../domain/oversight/evening.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import type { Whose } from './work-parts.ts'

/** One thing written while the day team was away, or on this shift. */
export interface Done {
  readonly entry: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly type: string
  readonly summary: string
  readonly recorded: Instant
  readonly by: string
}

const select = sql`h.entry, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn, h.type,
  h.summary, h.recorded, st.name as by`

/** An entry may be held more closely than the file it stands in; a restricted file is held as closely as can be. */
export const entryHeld: RawBuilder<unknown> = sql`case when p.restricted then 'restricted' else h.sensitivity end`

/** The most that a morning shows; more are counted, and stand in the files. */
const MOST = 40

/** Children who are the viewer’s, or the team’s: for a manager those whom nobody holds yet are the team’s too. */
const ours = (viewer: Viewer, whose: Whose, now: Instant): RawBuilder<boolean> => {
  const open = (who: RawBuilder<unknown>) => sql`exists (select from spell a where a.subject = p.subject
    and a.kind = 'allocation' and a.ends is null and ${who})`
  const covered = sql`a.facts ->> 'worker' in (select v.subject::text from spell v where v.kind = 'cover'
    and v.facts ->> 'by' = ${viewer.id} and v.starts <= ${londonDay(now)} and (v.ends is null or v.ends > ${londonDay(now)}))`
  return whose === 'team'
    ? sql<boolean>`(${open(sql`a.key = 'worker' and a.facts ->> 'team' = ${viewer.team}`)}
        or not ${open(sql`a.key = 'worker'`)})`
    : sql<boolean>`${open(sql`(a.facts ->> 'worker' = ${viewer.id} or ${covered})`)}`
}

/** What the out-of-hours team wrote since the last working day closed, of the viewer’s or the team’s children. */
export async function whileAway(
  db: Db,
  viewer: Viewer,
  whose: Whose,
  now: Instant,
): Promise<readonly Done[]> {
  const since = awaySince(londonDay(now))
  const { rows } = await sql<Done>`select ${select}
    from happening h join staff st on st.subject = h.author join person p on p.subject = h.subject
    where h.author = any(array(select o.subject from staff o where o.role = 'out-of-hours')) and h.recorded >= ${since} and h.recorded <= ${now} and not h.withdrawn and h.author <> ${viewer.id}
      and ${ours(viewer, whose, now)} and ${mayDo(viewer, 'open', now, entryHeld)}
    order by h.recorded desc, h.entry limit ${MOST}`.execute(db)
  return rows
}

/** What the viewer wrote on this shift, last first. */
export async function thisShift(db: Db, viewer: Viewer, now: Instant): Promise<readonly Done[]> {
  const { rows } = await sql<Done>`select ${select}
    from happening h join staff st on st.subject = h.author join person p on p.subject = h.subject
    where h.author = ${viewer.id} and h.recorded >= ${shiftSince(now)} and h.recorded <= ${now} and not h.withdrawn
      and ${mayDo(viewer, 'list', now)}
    order by h.recorded desc, h.entry limit ${MOST}`.execute(db)
  return rows
}
