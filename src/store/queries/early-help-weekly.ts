import { sql } from 'kysely'
import { REPEATS, WEEK, type Week, whyThisWeek } from '../../domain/early-help/weekly.ts'
import { addDays, type Day } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { type Asked, earlyHelpRows, type Helped, readable } from './early-help.ts'

export interface OnAgenda
  extends Pick<Helped, 'subject' | 'code' | 'givenName' | 'familyName' | 'unborn' | 'born'> {
  readonly agency: string | null
  readonly lead: string | null
  readonly reach: string | null
  readonly met: Day | null
  readonly next: Day | null
  readonly since: Day | null
  /** Social care is at work with the child. */
  readonly open: boolean
  readonly why: readonly string[]
  readonly mayDecide: boolean
  readonly mayRecord: boolean
  /** What was decided last, where the viewer may open the file. */
  readonly decided: Day | null
  readonly decision: string | null
}

type Row = Omit<OnAgenda, 'why'> & Week

/** The meeting looks at no more at once: what is over is said. */
export const AGENDA = 150

const recent = (asked: Asked) =>
  sql`h.happened > ${addDays(asked.today, -REPEATS.days)} and h.happened <= ${asked.today} and not h.withdrawn`

/**
 * Whom the weekly meeting speaks of, by name, with why. SQL finds every child of whom there may be a reason;
 * `whyThisWeek` says which there are.
 */
export async function agenda(
  db: Db,
  asked: Asked,
): Promise<{ readonly children: readonly OnAgenda[]; readonly more: boolean }> {
  const { viewer, now, today } = asked
  const ended = sql`(select s.starts, s.ends, s.facts ->> 'step' as step from spell s where s.subject = c.subject
    and s.kind = 'early-help' and s.ends > ${addDays(today, -WEEK)} and s.ends <= ${today} order by s.ends desc limit 1)`
  const { rows } = await sql<Row>`
    with helped as materialized (${earlyHelpRows(asked)}),
    repeats as (select h.subject, count(*)::int as n from happening h
      where h.type in ('contact', 'referral-received') and h.sensitivity = 'ordinary' and ${recent(asked)}
      group by h.subject having count(*) >= ${REPEATS.contacts}),
    c as (select subject from helped where passed or quiet or since > ${addDays(today, -WEEK)}
      union select subject from repeats
      union select subject from spell where kind = 'early-help' and ends > ${addDays(today, -WEEK)} and ends <= ${today})
    select p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn, p.born,
      e.agency, e.lead, e.reach, e.met, e.next, coalesce(e.since, x.starts) as since,
      case when e.subject is null then x.ends end as ended, case when e.subject is null then x.step end as step,
      coalesce(e.agency = 'Social care', false) as "steppedDown", coalesce(r.n, 0) as contacts,
      exists (select from spell s where s.subject = p.subject and s.kind = 'in-need' and s.starts <= ${today}
        and (s.ends is null or s.ends > ${today})) as open,
      ${mayDo(viewer, 'decide', now)} as "mayDecide", ${mayDo(viewer, 'record', now)} as "mayRecord",
      d.happened as decided, d.summary as decision
    from c join person p on p.subject = c.subject
    left join helped e on e.subject = c.subject left join repeats r on r.subject = c.subject
    left join lateral ${ended} x on true
    left join lateral (select h.happened, h.summary from happening h where h.subject = c.subject
      and h.type = 'managers-decision' and not h.withdrawn and h.happened <= ${today} and ${mayDo(viewer, 'open', now)}
      and ${readable(asked)} order by h.happened desc, h.seq desc limit 1) d on true
    where ${mayDo(viewer, 'list', now)}
    order by p.family_name nulls last, p.given_name, p.code limit ${AGENDA + 1}`.execute(db)
  const children = rows
    .map(row => ({ ...row, why: whyThisWeek(row, today) }))
    .filter(row => row.why.length > 0)
  return { children: children.slice(0, AGENDA), more: rows.length > AGENDA }
}

export interface Stepped extends Pick<Helped, 'subject' | 'code' | 'givenName' | 'familyName' | 'unborn'> {
  readonly entry: string
  readonly on: Day
  readonly step: 'up' | 'down'
  /** Why, where the viewer may open the file. */
  readonly why: string | null
  /** A step up after which no referral has come, and social care is not at work. */
  readonly waits: boolean
}

/** How far back steps are listed, in days. */
export const STEPS = 91

/** The children who stepped up or down in the last quarter, newest first; the steps up that wait for a referral first. */
export async function stepped(
  db: Db,
  asked: Asked,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly waiting: number; readonly steps: readonly Stepped[] }> {
  const { viewer, now, today } = asked
  const waits = sql`(h.answers ->> 'step' = 'up'
    and not exists (select from happening f where f.subject = h.subject and f.type = 'referral-received'
      and not f.withdrawn and f.happened >= h.happened)
    and not exists (select from spell n where n.subject = h.subject and n.kind = 'in-need'
      and (n.ends is null or n.ends > h.happened))
    and not exists (select from happening f where f.subject = h.subject and f.type = 'early-help-step'
      and not f.withdrawn and (f.happened, f.seq) > (h.happened, h.seq)))`
  const all = sql`with steps as (select p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName",
      p.unborn, h.entry, h.happened as "on", h.answers ->> 'step' as step, ${waits} as waits,
      case when ${mayDo(viewer, 'open', now)} then h.answers ->> 'why' end as why, h.seq
    from happening h join person p on p.subject = h.subject
    where h.type = 'early-help-step' and not h.withdrawn and h.answers ->> 'step' in ('up', 'down')
      and h.happened <= ${today} and (h.happened > ${addDays(today, -STEPS)} or ${waits})
      and ${readable(asked)} and ${mayDo(viewer, 'list', now)})`
  const counted = await sql<{ total: number; waiting: number }>`${all} select count(*)::int as total,
    count(*) filter (where waits)::int as waiting from steps`.execute(db)
  const { rows } = await sql<Stepped>`${all} select * from steps
    order by waits desc, "on" desc, "familyName", code limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: 0, waiting: 0, ...counted.rows[0], steps: rows }
}
