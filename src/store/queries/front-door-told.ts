import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { type At, mayMeet } from './front-door.ts'
import { stillAsked } from './open-clocks.ts'

/** A contact whose referrer has not heard. */
export interface ToTell {
  readonly subject: string
  readonly code: string
  readonly sort: string
  readonly source: string
  readonly referrer: string | null
  readonly decidedOn: Day | null
  readonly outcome: string | null
  readonly due: Day | null
  /** Why the last letter did not arrive, where one was sent. */
  readonly failed: string | null
}

export interface Decided {
  readonly subject: string
  readonly code: string
  readonly sort: string
  readonly source: string
  readonly receivedOn: Day
  readonly decidedOn: Day
  readonly outcome: string
  readonly level: string
  readonly by: string | null
}

interface Page {
  readonly limit: number
  readonly offset: number
}

const last = (type: string, what: RawBuilder<unknown>) =>
  sql`(select ${what} from happening d where d.subject = c.id and d.type = ${type} and not d.withdrawn
    order by d.seq desc limit 1)`

/** Referrers who wait to hear: the decision is made and nobody told them, or the letter did not arrive. */
export async function referrersWaiting(
  db: Db,
  viewer: Viewer,
  { now, today }: At,
  page: Page,
): Promise<{ readonly total: number; readonly failed: number; readonly rows: readonly ToTell[] }> {
  const failed = sql`(select coalesce(f.answers ->> 'detail', 'No reason was given') from happening f where f.entry = s.opened_by
    and f.type = 'letter-delivery')`
  const which = sql`from spell s join subject c on c.id = s.subject
    join happening h on h.subject = c.id and h.type = 'contact-received' and not h.withdrawn
    where s.kind = 'contact-reply' and s.ends is null and ${mayMeet(viewer, now)}
      and not exists (select from spell w where w.subject = c.id and w.kind = 'contact' and w.ends is null)`
  const { rows } =
    await sql<ToTell>`select c.id as subject, c.code, h.answers ->> 'sort' as sort, h.answers ->> 'source' as source,
      h.answers ->> 'referrer' as referrer, ${last('contact-decided', sql`d.happened`)} as "decidedOn",
      ${last('contact-decided', sql`d.answers ->> 'outcome'`)} as outcome, ${failed} as failed,
      (select min(k.due) from clock k where k.subject = c.id and k.series = 'referrer-told'
        and ${stillAsked('k', today)}) as due
    ${which} order by ${failed} is null, due nulls last, c.code limit ${page.limit} offset ${page.offset}`.execute(
      db,
    )
  const count = await sql<{ n: number; failed: number }>`select count(*)::int as n,
    count(${failed})::int as failed ${which}`.execute(db)
  return { total: count.rows[0]?.n ?? 0, failed: count.rows[0]?.failed ?? 0, rows }
}

const like = (word: string): string => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** Contacts that were decided, the latest first; those in which every word is found: reference, name, referrer, agency. */
export async function decidedContacts(
  db: Db,
  viewer: Viewer,
  now: Instant,
  words: readonly string[],
  page: Page,
): Promise<{ readonly total: number; readonly rows: readonly Decided[] }> {
  const fits = words.map(
    w => sql`(lower(c.code) like ${like(w)}
      or lower(concat_ws(' ', h.answers ->> 'referrer', h.answers ->> 'organisation', h.answers ->> 'number')) like ${like(w)}
      or exists (select from happening t where t.subject = c.id and t.type = 'contact-child' and not t.withdrawn
        and lower(concat_ws(' ', t.answers ->> 'givenName', t.answers ->> 'familyName', t.answers ->> 'otherNames')) like ${like(w)}))`,
  )
  const which = sql`from happening d join subject c on c.id = d.subject
    join happening h on h.subject = c.id and h.type = 'contact-received' and not h.withdrawn
    where d.type = 'contact-decided' and not d.withdrawn
      and ${sql.join([mayMeet(viewer, now), ...fits], sql` and `)}`
  const { rows } =
    await sql<Decided>`select c.id as subject, c.code, h.answers ->> 'sort' as sort, h.answers ->> 'source' as source,
      h.happened as "receivedOn", d.happened as "decidedOn", d.answers ->> 'outcome' as outcome,
      d.answers ->> 'level' as level, (select name from staff where staff.subject = d.author) as by
    ${which} order by d.recorded desc, c.code limit ${page.limit} offset ${page.offset}`.execute(db)
  const count = await sql<{ n: number }>`select count(*)::int as n ${which}`.execute(db)
  return { total: count.rows[0]?.n ?? 0, rows }
}
