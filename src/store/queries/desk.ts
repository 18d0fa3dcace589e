import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { type Desk, type DeskList, deskLists, listOf } from './desk-lists.ts'

export interface Tally {
  readonly n: number
  /** Since when the oldest of them waits. */
  readonly oldest: Day | null
  /** Late ones of which nobody has said why; of what waits for a signature, those sent back once and answered. */
  readonly reasons: number
}

/** How much is in each list of a desk. */
export async function tallies(db: Db, d: Desk): Promise<Readonly<Record<DeskList, Tally>>> {
  const names = Object.keys(deskLists) as DeskList[]
  const counted = names.map(
    list => sql`select ${list}::text as list, count(*)::int as n, min(since)::date as oldest,
      (count(*) filter (where reason))::int as reasons from (${listOf(list, d)}) l`,
  )
  const { rows } = await sql<Tally & { list: DeskList }>`${sql.join(counted, sql` union all `)}`.execute(db)
  const none: Tally = { n: 0, oldest: null, reasons: 0 }
  const of = (list: DeskList) => rows.find(r => r.list === list) ?? none
  return {
    referrals: of('referrals'),
    unsigned: of('unsigned'),
    'sent-back': of('sent-back'),
    late: of('late'),
    drift: of('drift'),
    children: of('children'),
  }
}

export interface DeskLine {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  /** The series of a clock, or the type of an entry. */
  readonly what: string
  readonly entry: string | null
  readonly since: Day
  readonly due: Day | null
  readonly worker: string | null
  readonly team: string | null
  /** Why it is late is given; or it was sent back once and answered. */
  readonly reason: boolean
}

/** A page of one list, the longest waiting first. */
export async function deskLines(
  db: Db,
  list: DeskList,
  d: Desk,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly lines: readonly DeskLine[] }> {
  const from = listOf(list, d)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from (${from}) l`.execute(db)
  const { rows } = await sql<DeskLine>`select l.subject, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, l.what, l.entry, l.since::date as since, l.due::date as due, st.name as worker, l.team, l.reason
    from (${from}) l join person p on p.subject = l.subject left join staff st on st.subject::text = l.worker
    order by coalesce(l.due, l.since), l.since, p.code, l.what limit ${page.limit} offset ${page.offset}`.execute(
    db,
  )
  return { total: counted[0]?.n ?? 0, lines: rows }
}

/** One row of a desk’s table: a worker of the team; or a team, where every team is shown. */
export interface Share {
  readonly key: string
  readonly children: number
  readonly late: number
  readonly reasons: number
  readonly drift: number
  readonly unsigned: number
}

/** What each worker of a team holds, and what of it is late or drifts; by team where no team is chosen. */
export async function shares(db: Db, d: Desk): Promise<readonly Share[]> {
  const by = d.team === null ? sql`team` : sql`worker`
  const part = (list: DeskList) =>
    sql`select ${by} as key, ${list}::text as list, reason from (${listOf(list, d)}) l`
  const parts = (['children', 'late', 'drift', 'unsigned'] as const).map(part)
  const { rows } = await sql<Share>`select key, (count(*) filter (where list = 'children'))::int as children,
      (count(*) filter (where list = 'late'))::int as late,
      (count(*) filter (where list = 'late' and reason))::int as reasons,
      (count(*) filter (where list = 'drift'))::int as drift,
      (count(*) filter (where list = 'unsigned'))::int as unsigned
    from (${sql.join(parts, sql` union all `)}) a where key is not null group by key order by key`.execute(db)
  return rows
}

/** How many contacts wait at the front door, and since when the oldest. */
export async function contactsWaiting(db: Db): Promise<{ readonly n: number; readonly oldest: Day | null }> {
  const { rows } = await sql<{
    n: number
    oldest: Day | null
  }>`select count(*)::int as n, min(starts) as oldest
    from spell where kind = 'contact' and ends is null`.execute(db)
  return rows[0] ?? { n: 0, oldest: null }
}
