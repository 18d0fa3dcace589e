import { sql } from 'kysely'
import { overTeams } from '../../domain/access/writes.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { type Desk, type DeskList, deskLists, heldBy, listOf } from './desk-lists.ts'

export interface Tally {
  readonly n: number
  /** Since when the oldest of them waits. */
  readonly oldest: Day | null
  /** Late ones of which nobody has said why; of what waits for a signature, those sent back once and answered. */
  readonly reasons: number
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
  readonly left: number
}

export interface DeskCounts {
  /** How much is in each list. */
  readonly tallies: Readonly<Record<DeskList, Tally>>
  /** What each worker of a team holds, and what of it is late or drifts; by team where no team is chosen. */
  readonly shares: readonly Share[]
}

interface Counted extends Tally {
  readonly list: DeskList
  readonly key: string | null
}

const together = (a: Tally, b: Tally): Tally => ({
  n: a.n + b.n,
  oldest: a.oldest === null || (b.oldest !== null && b.oldest < a.oldest) ? b.oldest : a.oldest,
  reasons: a.reasons + b.reasons,
})

/** Each list is gone through once, by its parts; the whole is all of them. */
export async function deskCounts(db: Db, d: Desk): Promise<DeskCounts> {
  const by = d.team === null ? sql`team` : sql`worker`
  const names = (Object.keys(deskLists) as DeskList[]).filter(l => l !== 'left' || overTeams(d.viewer.role))
  const held = sql`held`
  const each = names.map(
    list => sql`select ${list}::text as list, ${by} as key, since, reason from (${listOf(list, d, held)}) l`,
  )
  const { rows } = await sql<Counted>`with held as ${heldBy(d)}
    select list, key, count(*)::int as n, min(since)::date as oldest, (count(*) filter (where reason))::int as reasons
    from (${sql.join(each, sql` union all `)}) a group by list, key`.execute(db)
  const none: Tally = { n: 0, oldest: null, reasons: 0 }
  const of = (list: DeskList): Tally => rows.filter(r => r.list === list).reduce(together, none)
  return {
    tallies: {
      referrals: of('referrals'),
      unsigned: of('unsigned'),
      left: of('left'),
      'sent-back': of('sent-back'),
      late: of('late'),
      drift: of('drift'),
      children: of('children'),
    },
    shares: sharesOf(rows),
  }
}

function sharesOf(rows: readonly Counted[]): readonly Share[] {
  const byKey = Map.groupBy(
    rows.filter(r => ['children', 'late', 'drift', 'unsigned', 'left'].includes(r.list)),
    r => r.key,
  )
  return [...byKey]
    .flatMap(([key, list]) => {
      const of = (name: DeskList) => list.find(r => r.list === name)
      const n = (name: DeskList) => of(name)?.n ?? 0
      if (key === null) return []
      return [
        {
          key,
          children: n('children'),
          late: n('late'),
          reasons: of('late')?.reasons ?? 0,
          drift: n('drift'),
          unsigned: n('unsigned'),
          left: n('left'),
        },
      ]
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
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
