import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

/** One thing that an inspector opened, or tried to. */
export interface InspectorLook {
  readonly at: Instant
  readonly name: string
  readonly page: string
  readonly allowed: boolean
  readonly because: string
  /** The child's ID, where this reader may see the child in a list; null where it was about no child. */
  readonly code: string | null
  /** About a child whom this reader may not see in a list. */
  readonly hidden: boolean
}

const by = (inspectors: readonly string[]): RawBuilder<boolean> =>
  inspectors.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`l.viewer in (${sql.join(inspectors.map(i => sql`${i}::uuid`))})`

/** How often inspectors opened something, or tried to. */
export async function countInspectorLooks(db: Db, inspectors: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from access_log l where ${by(inspectors)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** What inspectors opened or tried to open, the last first, with the names of children that the reader may see. */
export async function inspectorLooks(
  db: Db,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Instant },
  inspectors: readonly string[],
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly InspectorLook[]> {
  const { rows } = await sql<InspectorLook>`select l.at, s.name, l.page, l.allowed, l.because,
      case when ${mayDo(viewer, 'list', now)} then p.code end as code,
      (l.subject is not null and p.subject is not null and not coalesce(${mayDo(viewer, 'list', now)}, false)) as hidden
    from access_log l join staff s on s.subject = l.viewer left join person p on p.subject = l.subject
    where ${by(inspectors)} order by l.at desc, l.id desc limit ${page.limit} offset ${page.offset}`.execute(
    db,
  )
  return rows
}
