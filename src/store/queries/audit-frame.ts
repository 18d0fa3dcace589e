import { type RawBuilder, sql } from 'kysely'
import { childBands } from '../../domain/indicators/bands.ts'
import { ageGroup, UNALLOCATED } from '../../domain/indicators/groups.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { addMonths, type Day } from '../../domain/kernel/day.ts'
import type { Candidate } from '../../domain/quality/draw.ts'
import type { StrataBy } from '../../domain/quality/draw-record.ts'
import type { AuditedChildren } from '../../domain/quality/tool.ts'
import type { Db } from '../connection.ts'
import { children } from '../indicators/children.ts'

/** Of whom a targeted sample is drawn. */
export type Condition =
  | { readonly kind: 'indicator'; readonly code: string }
  | { readonly kind: 'category'; readonly code: string }
  | { readonly kind: 'clock'; readonly code: string }

export interface FrameAsked {
  readonly on: Day
  readonly children: AuditedChildren
  readonly condition?: Condition
  readonly team?: string
  readonly worker?: string
}

/** A child who may be drawn, with what decides it. */
export interface Framed {
  readonly id: string
  readonly code: string
  readonly team: string
  readonly worker: string | null
  readonly plan: string
  readonly age: string
  readonly family: string | null
  readonly restricted: boolean
  /** Who may see a restricted file. */
  readonly named: readonly string[]
  /** When an audit of this file was last begun. */
  readonly audited: Day | null
}

/** Newly referred: within so many months. */
const REFERRED = 3

const runs = (kind: RawBuilder<unknown>, on: Day) =>
  sql`select s.subject from spell s where s.kind in (${kind}) and s.starts <= ${on} and (s.ends is null or s.ends > ${on})`

const population = (who: AuditedChildren, on: Day): RawBuilder<unknown> => {
  if (who === 'looked-after') return runs(sql`'looked-after'`, on)
  if (who === 'protection') return runs(sql`'protection-plan'`, on)
  if (who === 'referred')
    return sql`select s.subject from spell s where s.kind = 'referral' and s.starts <= ${on}
      and s.starts > ${addMonths(on, -REFERRED)}`
  return runs(sql`'in-need', 'looked-after', 'protection-plan'`, on)
}

async function meeting(db: Db, condition: Condition, on: Day): Promise<RawBuilder<unknown>> {
  if (condition.kind === 'category')
    return sql`select s.subject from spell s where s.kind = 'protection-plan' and s.starts <= ${on}
      and (s.ends is null or s.ends > ${on}) and s.facts ->> 'category' = ${condition.code}`
  if (condition.kind === 'clock')
    return sql`select c.subject from clock c where c.series = ${condition.code} and c.due < ${on}
      and (c.met is null or c.met > ${on}) and (c.ended is null or c.ended > ${on})`
  const indicator = findIndicator(condition.code)
  const found = indicator ? await children(db, indicator, on, { yes: false }) : []
  return sql`select unnest(${`{${found.map(c => c.subject).join(',')}}`}::uuid[])`
}

type Row = Omit<Framed, 'age' | 'family' | 'team'> & {
  readonly born: Day | null
  readonly unborn: boolean
  readonly team: string | null
}

async function rowsOf(db: Db, { on, children: who, condition, team, worker }: FrameAsked) {
  const has = (kind: string) => sql`exists (${runs(sql`${kind}`, on)} and s.subject = p.subject)`
  const more = condition ? sql`and p.subject in (${await meeting(db, condition, on)})` : sql``
  const { rows } = await sql<Row>`
    select p.subject as id, p.code, p.born, p.unborn, p.restricted, p.named, w.facts ->> 'team' as team,
      w.facts ->> 'worker' as worker,
      case when ${has('looked-after')} then 'Looked after' when ${has('protection-plan')} then 'Child protection plan'
        when ${has('need-plan')} then 'Child in need plan' else 'No plan yet' end as plan,
      (select max(h.happened) from happening h where h.type = 'audit-opened' and h.answers ? 'child'
        and h.answers ->> 'child' = p.subject::text and not h.withdrawn) as audited
    from person p left join lateral (select s.facts from spell s where s.subject = p.subject and s.kind = 'allocation'
      and s.key = 'worker' and s.starts <= ${on} and (s.ends is null or s.ends > ${on}) limit 1) w on true
    where p.merged is null and p.subject in (${population(who, on)}) ${more}
      ${team === undefined ? sql`` : sql`and w.facts ->> 'team' = ${team}`}
      ${worker === undefined ? sql`` : sql`and w.facts ->> 'worker' = ${worker}`}
    order by p.code`.execute(db)
  return rows
}

/** Which of these children are brothers and sisters, by the file of either: each child's family by its lowest id. */
async function familiesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const set = `{${ids.join(',')}}`
  const { rows } = await sql<{ one: string; other: string }>`
    select h.subject::text as one, h.answers ->> 'child' as other from happening h
    where h.subject = any (${set}::uuid[]) and h.type = 'relationship' and not h.withdrawn
      and h.answers ? 'child' and h.answers ->> 'kind' in ('sibling', 'half-sibling', 'step-sibling')
      and h.answers ->> 'child' = any (${set}::text[])`.execute(db)
  const head = new Map<string, string>()
  const find = (id: string): string => {
    const up = head.get(id)
    return up === undefined || up === id ? id : find(up)
  }
  for (const { one, other } of rows) {
    const [a, b] = [find(one), find(other)].toSorted()
    if (a === undefined || b === undefined) continue
    head.set(a, a)
    head.set(b, a)
  }
  return new Map(ids.flatMap(id => (head.has(id) ? [[id, find(id)] as const] : [])))
}

/** Every child who could be drawn as things stood on a day: restricted files too, for the draw to leave out and count. */
export async function auditFrame(db: Db, asked: FrameAsked): Promise<readonly Framed[]> {
  const rows = await rowsOf(db, asked)
  const families = await familiesOf(
    db,
    rows.map(r => r.id),
  )
  return rows.map(({ born, unborn, ...r }) => ({
    ...r,
    team: r.team ?? UNALLOCATED,
    age: ageGroup(childBands, { born, unborn }, asked.on),
    family: families.get(r.id) ?? null,
  }))
}

/** A child of the frame as the draw knows them. */
export const candidate = (f: Framed, by: StrataBy): Candidate => ({
  code: f.code,
  family: f.family,
  stratum: by === 'team' ? f.team : by === 'age' ? f.age : by === 'plan' ? f.plan : 'All',
})
