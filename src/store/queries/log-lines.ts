import { type RawBuilder, sql } from 'kysely'
import type { Role, Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { instantAt } from '../../domain/kernel/london.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** What of the log is asked for. */
export const logKinds = {
  all: 'Everything',
  opened: 'Children’s files opened',
  search: 'Searches',
  file: 'Files taken away',
  print: 'Printed',
  sent: 'Forms sent',
  refused: 'Refused',
} as const
export type LogKind = keyof typeof logKinds

export interface LogAsked {
  /** The id of a member of staff. */
  readonly who: string | null
  /** The ids of a child's file and of those joined to it. */
  readonly child: readonly string[] | null
  readonly kind: LogKind
  readonly from: Day
  /** The last day, which counts. */
  readonly to: Day
}

/** One line of the log, for one reader: a child who is closed to them has no ID here. */
export interface LogLine {
  readonly id: string
  readonly at: Instant
  readonly viewer: string | null
  readonly name: string | null
  readonly role: Role | null
  readonly page: string
  readonly allowed: boolean
  readonly because: string
  readonly code: string | null
  readonly hidden: boolean
  /** What was searched for, or how a list was narrowed: as it stood in the address. */
  readonly asked: Readonly<Record<string, string>>
  /** How many a search found, where it was one. */
  readonly total: number | null
  /** The IDs of those shown, as far as the reader may see them. */
  readonly shown: readonly string[]
  /** The name of the file that was taken. */
  readonly took: string | null
}

const kinds: Readonly<Record<LogKind, RawBuilder<unknown>>> = {
  all: sql`true`,
  opened: sql`l.subject is not null and l.allowed and l.action = 'open'`,
  search: sql`coalesce(l.detail ->> 'q', '') <> ''`,
  file: sql`l.detail ? 'took'`,
  print: sql`l.page like '%print%'`,
  sent: sql`l.page like 'send: %'`,
  refused: sql`not l.allowed`,
}

const conditions = (asked: LogAsked): RawBuilder<unknown> =>
  sql`l.at >= ${instantAt(asked.from)} and l.at < ${instantAt(addDays(asked.to, 1))} and ${kinds[asked.kind]}
    and ${asked.who === null ? sql`true` : sql`l.viewer = ${asked.who}::uuid`}
    and ${asked.child === null ? sql`true` : sql`l.subject = any(${asked.child}::uuid[])`}`

/** Counting stops here: a list so long is narrowed, not read. */
export const COUNTED = 10_000

/** How many lines there are, up to {@link COUNTED} and one more. */
export async function countLines(db: Db, asked: LogAsked): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from access_log l
    where ${conditions(asked)} limit ${COUNTED + 1}) x`.execute(db)
  return rows[0]?.n ?? 0
}

/** The file of an allegation is restricted to every reader of the log: that one was opened is told, and not which. */
export const ofAllegation = (subject: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`exists (select from subject k where k.id = ${subject} and k.kind = 'allegation')`

/** Lines of the log, the last first. */
export async function logLines(
  db: Db,
  viewer: Viewer,
  now: Instant,
  asked: LogAsked,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly LogLine[]> {
  const may = mayDo(viewer, 'list', now)
  const { rows } = await sql<LogLine>`with lines as materialized (select l.* from access_log l
      where ${conditions(asked)} order by l.at desc, l.id desc limit ${page.limit} offset ${page.offset})
    select l.id::text, l.at, l.viewer, s.name, s.role, l.page, l.allowed, l.because,
      case when ${may} then p.code end as code, (p.subject is not null and not ${may}) or ${ofAllegation(sql`l.subject`)} as hidden,
      coalesce(l.detail, '{}'::jsonb) - 'total' - 'shown' - 'took' as asked,
      (l.detail ->> 'total')::int as total, l.detail ->> 'took' as took,
      array(select p.code from jsonb_array_elements_text(coalesce(l.detail -> 'shown', '[]')) d(id)
        join person a on a.subject = d.id::uuid join person p on p.subject = coalesce(a.merged, a.subject)
        where ${may} order by p.code) as shown
    from lines l left join staff s on s.subject = l.viewer left join person a on a.subject = l.subject
      left join person p on p.subject = coalesce(a.merged, a.subject)
    order by l.at desc, l.id desc`.execute(db)
  return rows
}

/** The files of a child by ID, with those joined to it, where the reader may see the child in a list. */
export async function filesOfChild(
  db: Db,
  viewer: Viewer,
  now: Instant,
  code: string,
): Promise<readonly string[] | null> {
  const { rows } = await sql<{ subject: string; whole: boolean }>`select o.subject from person a
      join person p on p.subject = coalesce(a.merged, a.subject)
      join person o on o.subject = p.subject or o.merged = p.subject
    where a.code = ${code} and ${mayDo(viewer, 'list', now)}`.execute(db)
  return rows.length === 0 ? null : rows.map(r => r.subject)
}

/** Everybody who works or worked here, by name. */
export async function everybodyHere(
  db: Db,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: Role }[]> {
  return await db
    .selectFrom('staff')
    .select(['subject as id', 'name', 'role'])
    .orderBy('name')
    .orderBy('subject')
    .execute()
}
