import { type RawBuilder, sql } from 'kysely'
import type { Figure } from '../../domain/improvement/plan.ts'
import { addMonths, type Day } from '../../domain/kernel/day.ts'
import { gradingType } from '../../domain/quality/tools.ts'
import { questionsOf } from '../../domain/records/types/audit-grading.ts'
import type { Db } from '../connection.ts'

interface Part {
  readonly tool: string
  readonly standard: string
  readonly team?: string
}

/** The months whose audits stand behind a figure: a quarter has too few of them to mean much. */
const MONTHS = 12

const one = ({ tool, standard, team }: Part, on: Day): RawBuilder<unknown> => {
  const grade = questionsOf(standard).grade
  // Two auditors’ agreed grade, once they have agreed, stands for the first.
  return sql`select ${on}::date as "on", count(*)::int as denominator,
      (count(*) filter (where grade in ('outstanding', 'good')))::int as numerator
    from (select coalesce((select m.answers -> 'grades' ->> ${standard} from happening m where m.subject = g.subject
        and m.type = 'audit-agreed' and not m.withdrawn and m.happened <= ${on} order by m.seq desc limit 1),
        g.answers ->> ${grade}) as grade
      from happening g
      where g.type = ${gradingType(tool)} and g.answers ->> 'part' = 'first' and not g.withdrawn
        and g.happened <= ${on} and g.happened > ${addMonths(on, -MONTHS)}
        and (${team ?? null}::text is null or exists (select from happening o where o.subject = g.subject
          and o.type in ('audit-opened', 'observation-opened') and o.answers ->> 'team' = ${team ?? null}::text))) f
    where grade in ('outstanding', 'good', 'requires-improvement', 'inadequate')`
}

/**
 * What audits find of one standard, on each of some days, in their order: the share, in per cent, of the audits of a
 * tool that were finished in the twelve months to the day and grade the standard good or better. Null where there are
 * none. Audits to which the standard did not apply are not counted.
 * @param part the tool and the standard by their codes; one team, by the team of the child's worker at the time
 */
export async function auditFigures(
  db: Db,
  part: Part,
  days: readonly Day[],
): Promise<readonly (Figure | null)[]> {
  if (days.length === 0) return []
  const each = days.map(on => one(part, on))
  const { rows } = await sql<{
    on: Day
    numerator: number
    denominator: number
  }>`${sql.join(each, sql` union all `)}`.execute(db)
  const found = new Map(rows.map(r => [r.on, r]))
  return days.map(on => {
    const r = found.get(on)
    if (!r || r.denominator === 0) return null
    const { numerator, denominator } = r
    return { value: Math.round((numerator / denominator) * 1000) / 10, on, numerator, denominator }
  })
}
