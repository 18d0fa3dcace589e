import { type RawBuilder, sql } from 'kysely'
import { LIMITS, type PatternCode } from '../../domain/access/patterns.ts'
import { type Role, relationships, type Viewer } from '../../domain/access/roles.ts'
import { addDays, type Day, type Instant } from '../../domain/kernel/day.ts'
import { instantAt } from '../../domain/kernel/london.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { ofAllegation } from './log-lines.ts'

/** Somebody, or a child's file, to whom a pattern of the log points. */
export interface Pointed {
  readonly viewer: string | null
  readonly name: string | null
  readonly role: Role | null
  readonly code: string | null
  /** About a child who is closed to this reader. */
  readonly hidden: boolean
  /** The London day on which it was last so. */
  readonly on: Day
  readonly n: number
}

export interface Period {
  readonly from: Day
  readonly to: Day
}

const within = ({ from, to }: Period) =>
  sql`l.at >= ${instantAt(from)} and l.at < ${instantAt(addDays(to, 1))}`
const opened = sql`l.allowed and l.action in ('open', 'record', 'decide', 'sign') and l.subject is not null`
const london = sql`(l.at at time zone 'Europe/London')`
const lastName = (of: string) => sql`lower(regexp_replace(${sql.ref(of)}, '^.*\\s', ''))`

/** Each pattern as rows of who, which child (none where it is about no one), when last, and how often. */
const found: Readonly<Record<PatternCode, (p: Period) => RawBuilder<unknown>>> = {
  'many-files':
    p => sql`select l.viewer, null::uuid as child, max(l.at) as at, count(distinct l.subject)::int as n
    from access_log l where ${within(p)} and ${opened}
    group by l.viewer, date_trunc('hour', l.at) having count(distinct l.subject) >= ${LIMITS.files}`,
  'own-name': p => sql`select l.viewer, l.subject as child, max(l.at) as at, count(*)::int as n
    from access_log l join staff s on s.subject = l.viewer join person p on p.subject = l.subject
    where ${within(p)} and lower(p.family_name) = ${lastName('s.name')} group by l.viewer, l.subject`,
  'colleague-name': p => sql`select l.viewer, l.subject as child, max(l.at) as at, count(*)::int as n
    from access_log l join staff s on s.subject = l.viewer join person p on p.subject = l.subject
    where ${within(p)} and lower(p.family_name) <> ${lastName('s.name')}
      and exists (select from staff c where c.team = s.team and c.subject <> s.subject
        and lower(p.family_name) = ${lastName('c.name')})
      and (select count(*) from person o where lower(o.family_name) = lower(p.family_name)) <= ${LIMITS.rare}
    group by l.viewer, l.subject`,
  'no-longer-theirs': p => sql`select l.viewer, l.subject as child, max(l.at) as at, count(*)::int as n
    from access_log l where ${within(p)} and ${opened} and l.because not like ${`%${relationships.team}%`}
      and exists (select from spell a where a.subject = l.subject and a.kind = 'allocation'
        and a.facts ->> 'worker' = l.viewer::text and a.ends < ${london}::date - ${sql.lit(LIMITS.since)})
      and not exists (select from spell a where a.subject = l.subject and a.kind = 'allocation'
        and a.facts ->> 'worker' = l.viewer::text and a.starts <= ${london}::date
        and (a.ends is null or a.ends >= ${london}::date - ${sql.lit(LIMITS.since)}))
    group by l.viewer, l.subject`,
  night: p => sql`select l.viewer, null::uuid as child, max(l.at) as at, count(distinct l.subject)::int as n
    from access_log l join staff s on s.subject = l.viewer
    where ${within(p)} and ${opened} and s.role <> 'out-of-hours'
      and (extract(hour from ${london}) >= 22 or extract(hour from ${london}) < 6)
    group by l.viewer, (${london} - interval '6 hours')::date`,
  'many-people': p => sql`select null::uuid as viewer, l.subject as child, max(l.at) as at,
      count(distinct l.viewer)::int as n
    from access_log l where ${within(p)} and ${opened}
    group by l.subject, date_trunc('week', ${london}) having count(distinct l.viewer) >= ${LIMITS.people}`,
  refused: p => sql`select l.viewer, null::uuid as child, max(l.at) as at, count(*)::int as n
    from access_log l where ${within(p)} and not l.allowed and l.action <> 'list'
    group by l.viewer, ${london}::date having count(*) >= ${LIMITS.refusals}`,
  'closed-sought': p => sql`select l.viewer, l.subject as child, max(l.at) as at, count(*)::int as n
    from access_log l where ${within(p)} and not l.allowed and l.action = 'list' and l.subject is not null
    group by l.viewer, l.subject`,
  reasons: p => sql`select l.viewer, null::uuid as child, max(l.at) as at, count(*)::int as n
    from (select r.viewer, r.given as at from access_reason r) l where ${within(p)}
    group by l.viewer, date_trunc('week', ${london}) having count(*) >= ${LIMITS.reasons}`,
}

/** To whom a pattern points in a period, the last first; at most `limit`. */
export async function pointedAt(
  db: Db,
  viewer: Viewer,
  now: Instant,
  pattern: PatternCode,
  period: Period,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Pointed[]> {
  const may = mayDo(viewer, 'list', now)
  const { rows } =
    await sql<Pointed>`select f.viewer, s.name, s.role, case when ${may} then p.code end as code,
      (p.subject is not null and not ${may}) or ${ofAllegation(sql`f.child`)} as hidden, (f.at at time zone 'Europe/London')::date as on, f.n
    from (${found[pattern](period)}) f left join staff s on s.subject = f.viewer
      left join person a on a.subject = f.child left join person p on p.subject = coalesce(a.merged, a.subject)
    order by f.at desc, f.n desc, f.viewer, f.child limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

/** How often each pattern points at somebody in a period. */
export async function countPatterns(db: Db, period: Period): Promise<Readonly<Record<PatternCode, number>>> {
  const counted: Partial<Record<PatternCode, number>> = {}
  const codes = Object.keys(found).filter((c): c is PatternCode => c in found)
  for (const code of codes) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from (${found[code](period)}) f`.execute(db)
    counted[code] = rows[0]?.n ?? 0
  }
  return { ...none, ...counted }
}

const none: Readonly<Record<PatternCode, number>> = {
  'many-files': 0,
  'own-name': 0,
  'colleague-name': 0,
  'no-longer-theirs': 0,
  night: 0,
  'many-people': 0,
  refused: 0,
  'closed-sought': 0,
  reasons: 0,
}
