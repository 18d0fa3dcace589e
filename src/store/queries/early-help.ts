import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { qualityMarks } from '../../domain/early-help/quality.ts'
import { QUIET } from '../../domain/early-help/weekly.ts'
import { addDays, type Day, type Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

export interface Asked {
  readonly viewer: Viewer
  readonly now: Instant
  readonly today: Day
}

/**
 * True where a viewer may read the happening `h` of the child `p` in a list: what is ordinary, and what is confidential
 * only where they may open it.
 */
export const readable = ({ viewer, now }: Asked): RawBuilder<boolean> =>
  sql<boolean>`(h.sensitivity = 'ordinary' or ${mayDo(
    viewer,
    'open',
    now,
    sql`case when p.restricted then 'restricted' else h.sensitivity end`,
  )})`

/** The last happening of a kind in the file of `p`, within the early help `s`, that the viewer may read. */
const last = (asked: Asked, type: string, more = sql``): RawBuilder<unknown> =>
  sql`(select h.happened, h.answers from happening h where h.subject = s.subject and h.type = ${type} and not h.withdrawn
    and h.happened between s.starts and ${asked.today} and ${readable(asked)} ${more}
    order by h.happened desc, h.seq desc limit 1)`

/** Codes of the marks that are missing, by the same shapes that `missingMarks` reads. */
const missing = sql`array_remove(array[${sql.join(
  qualityMarks.map(
    m => sql`case when coalesce(${sql.ref(`judged.${m.of}`)}, '') ~ ${m.shape} then null else ${m.code} end`,
  ),
)}]::text[], null)`

/**
 * The children with early help on the day, as `earlyHelpOn` reads one file: who leads is whoever a meeting named last,
 * and a meeting planned counts until the team has met again. Only children whom the viewer may see in a list.
 */
export const earlyHelpRows = (asked: Asked): RawBuilder<unknown> => sql`
  select p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn, p.born,
    s.starts as since, case when ${opened(asked)} then coalesce(s.facts ->> 'agency', 'Not recorded') else 'Confidential' end as agency,
    judged.lead, case when named.answers is not null then named.answers ->> 'reach'
      when ${opened(asked)} then s.facts ->> 'reach' end as reach,
    met.happened as met, judged.next, ${missing} as missing,
    (judged.next is not null and judged.next < ${asked.today}) as passed,
    (coalesce(met.happened, s.starts) < ${addDays(asked.today, -QUIET)}) as quiet
  from spell s join person p on p.subject = s.subject
  left join lateral ${last(asked, 'early-help-assessment')} caf on true
  left join lateral ${last(asked, 'early-help-meeting')} met on true
  left join lateral ${last(asked, 'early-help-meeting', sql`and h.answers ->> 'lead' <> ''`)} named on true
  cross join lateral (select caf.answers ->> 'consent' as consent,
    coalesce(met.answers ->> 'views', caf.answers ->> 'views') as views,
    coalesce(met.answers ->> 'plan', caf.answers ->> 'plan') as plan,
    coalesce(named.answers ->> 'lead', case when ${opened(asked)} then s.facts ->> 'lead' end) as lead,
    case when met.answers is not null then (met.answers ->> 'next')::date
      when ${opened(asked)} then (s.facts ->> 'meeting')::date end as next) judged
  where s.kind = 'early-help' and s.starts <= ${asked.today} and (s.ends is null or s.ends > ${asked.today})
    and ${mayDo(asked.viewer, 'list', asked.now)}`

/** True where the viewer may read what began the early help `s`. */
const opened = (asked: Asked): RawBuilder<boolean> =>
  sql<boolean>`exists (select from happening h where h.entry = s.opened_by and ${readable(asked)})`

export interface Helped {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly since: Day
  readonly agency: string
  readonly lead: string | null
  readonly reach: string | null
  readonly met: Day | null
  readonly next: Day | null
  /** Codes of `qualityMarks`. */
  readonly missing: readonly string[]
  readonly passed: boolean
  readonly quiet: boolean
}

/** What narrows the register. */
export const looks = {
  passed: sql`passed`,
  quiet: sql`quiet`,
  missing: sql`cardinality(missing) > 0`,
} as const
export type Look = keyof typeof looks

export interface Register {
  readonly total: number
  readonly passed: number
  readonly quiet: number
  readonly missing: number
  /** How many there are where the register is narrowed. */
  readonly shown: number
  readonly rows: readonly Helped[]
}

const like = (word: string): string => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** The register of early help: how many in all and in each need, and a page of it by name. */
export async function register(
  db: Db,
  asked: Asked,
  narrow: { readonly words: readonly string[]; readonly look: Look | null },
  page: { readonly limit: number; readonly offset: number },
): Promise<Register> {
  const conditions = [
    ...narrow.words.map(
      w => sql`lower(concat_ws(' ', "givenName", "familyName", agency, lead, code)) like ${like(w)}`,
    ),
    ...(narrow.look ? [looks[narrow.look]] : []),
  ]
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const all = sql`with r as materialized (${earlyHelpRows(asked)})`
  const counted = await sql<Omit<Register, 'rows'>>`${all} select count(*)::int as total,
    count(*) filter (where ${looks.passed})::int as passed, count(*) filter (where ${looks.quiet})::int as quiet,
    count(*) filter (where ${looks.missing})::int as missing, (select count(*)::int from r ${where}) as shown
    from r`.execute(db)
  const { rows } = await sql<Helped>`select * from (${earlyHelpRows(asked)}) r ${where}
    order by "familyName" nulls last, "givenName", code limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: 0, passed: 0, quiet: 0, missing: 0, shown: 0, ...counted.rows[0], rows }
}
