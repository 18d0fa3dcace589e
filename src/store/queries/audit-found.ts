import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { childBands } from '../../domain/indicators/bands.ts'
import { ageGroup, ethnicGroup } from '../../domain/indicators/groups.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { FoundAudit } from '../../domain/quality/collate.ts'
import { type Grade, isGrade } from '../../domain/quality/grades.ts'
import { gradedTools } from '../../domain/quality/observations.ts'
import { auditTools, gradingType } from '../../domain/quality/tools.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

interface Row {
  readonly audit: string
  readonly code: string
  readonly child: string | null
  readonly tool: string
  readonly team: string | null
  readonly on: Day
  readonly given: Readonly<Record<string, string>> | null
  readonly agreed: Readonly<Record<string, string>> | null
  readonly overall: string
  readonly born: Day | null
  readonly unborn: boolean
  readonly ethnicity: string | null
}

/** What is graded at all: audits of files, and observations. */
const graded = () => sql.join(gradedTools.map(t => gradingType(t.code)))
const types = () => sql.join(auditTools.map(t => gradingType(t.code)))

function gradesOf({ given, agreed }: Pick<Row, 'given' | 'agreed'>): Readonly<Record<string, Grade>> {
  const own = Object.entries(given ?? {}).map(([k, g]) => [k.replace(/^grade_/, ''), g] as const)
  return Object.fromEntries(
    [...own, ...Object.entries(agreed ?? {})].flatMap(([k, g]) => (isGrade(g) ? [[k, g]] : [])),
  )
}

/**
 * What audits finished between two days found, both included: the grades that stand, and the child's team at the time,
 * age then and ethnicity. For figures alone: it names nobody, and asks nobody's leave.
 */
export async function auditsFound(db: Db, from: Day, to: Day): Promise<readonly FoundAudit[]> {
  const { rows } = await sql<Row>`
    select g.subject as audit, s.code, o.answers ->> 'child' as child, o.answers ->> 'tool' as tool,
      o.answers ->> 'team' as team, g.happened as on,
      (select jsonb_object_agg(k, v) from jsonb_each_text(g.answers) as e(k, v) where k like 'grade!_%' escape '!') as given,
      m.answers -> 'grades' as agreed, coalesce(m.answers ->> 'overall', g.answers ->> 'overall') as overall,
      p.born, coalesce(p.unborn, false) as unborn, p.ethnicity
    from happening g join happening o on o.subject = g.subject and o.type in ('audit-opened', 'observation-opened')
      join subject s on s.id = g.subject left join person asked on asked.subject = (o.answers ->> 'child')::uuid
      left join person p on p.subject = coalesce(asked.merged, asked.subject)
      left join lateral (select answers from happening h where h.subject = g.subject and h.type = 'audit-agreed'
        and not h.withdrawn order by h.seq desc limit 1) m on true
    where g.type in (${graded()}) and g.answers ->> 'part' = 'first' and not g.withdrawn
      and g.happened >= ${from} and g.happened <= ${to} order by g.happened, s.code`.execute(db)
  return rows.flatMap(r =>
    isGrade(r.overall)
      ? [
          {
            audit: r.audit,
            code: r.code,
            child: r.child,
            tool: r.tool,
            team: r.team ?? 'Not known',
            on: r.on,
            age: r.child === null ? 'No child' : ageGroup(childBands, r, r.on),
            ethnicity: r.child === null ? 'No child' : ethnicGroup(r),
            grades: gradesOf(r),
            overall: r.overall,
          },
        ]
      : [],
  )
}

export interface Said {
  readonly audit: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly tool: string
  readonly on: Day
  /** The question, by the name of its field, and the words. */
  readonly field: string
  readonly words: string
}

/** The words of audits that hold all the words asked for: only of children whose files the viewer may open. */
export async function auditWords(
  db: Db,
  viewer: Viewer,
  now: Instant,
  asked: string,
  limit: number,
): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select s.code as audit, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn,
      o.answers ->> 'tool' as tool, g.happened as on, w.k as field, w.v as words
    from happening g join happening o on o.subject = g.subject and o.type = 'audit-opened'
      join subject s on s.id = g.subject join person a on a.subject = (o.answers ->> 'child')::uuid
      join person p on p.subject = coalesce(a.merged, a.subject)
      cross join lateral jsonb_each_text(g.answers) as w(k, v)
    where g.type in (${types()}) and not g.withdrawn and (w.k like 'why!_%' escape '!' or w.k like 'good!_%' escape '!'
        or w.k = 'overallWhy')
      and to_tsvector('english', w.v) @@ websearch_to_tsquery('english', ${asked})
      and not exists (select from spell t where t.subject = g.subject and t.kind = 'audit-task' and t.ends is null
        and t.key like 'grade:%' and t.facts ->> 'who' = ${viewer.id})
      and ${mayDo(viewer, 'open', now)}
    order by g.happened desc, s.code, w.k limit ${limit}`.execute(db)
  return rows
}

/** Both gradings of every file that two auditors have graded, between two days. */
export async function gradedTwice(db: Db, from: Day, to: Day) {
  const { rows } = await sql<{
    code: string
    tool: string
    on: Day
    first: Readonly<Record<string, unknown>>
    second: Readonly<Record<string, unknown>>
    agreed: boolean
    firstBy: string
    secondBy: string
  }>`select s.code, substr(a.type, 7) as tool, greatest(a.happened, b.happened) as on, a.answers as first, b.answers as second,
      a.author as "firstBy", b.author as "secondBy",
      exists (select from happening m where m.subject = a.subject and m.type = 'audit-agreed' and not m.withdrawn) as agreed
    from happening a join happening b on b.subject = a.subject and b.type = a.type and b.answers ->> 'part' = 'second'
      and not b.withdrawn join subject s on s.id = a.subject
    where a.type in (${types()}) and a.answers ->> 'part' = 'first' and not a.withdrawn
      and greatest(a.happened, b.happened) between ${from} and ${to} order by 3 desc, s.code`.execute(db)
  return rows
}
