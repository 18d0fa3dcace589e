import { sql } from 'kysely'
import type { FrameworkCode } from '../../domain/improvement/framework.ts'
import { isOverdue } from '../../domain/improvement/plan.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { addMonths, type Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { auditTools, gradingType } from '../../domain/quality/tools.ts'
import type { ReadyFacts } from '../../domain/readiness/check.ts'
import type { Db } from '../connection.ts'
import { figures } from '../indicators/figures.ts'
import { readBoards } from './boards.ts'
import { stillAsked } from './open-clocks.ts'
import { readPlan } from './plan.ts'
import { readyDocuments } from './ready-documents.ts'
import { unheld } from './running-in.ts'
import { latest, readEvaluation } from './self-evaluation.ts'
import { fundedPosts } from './workforce.ts'
import { workload } from './workload.ts'

/** Who is not staff in the sense of a list of staff. */
const NOT_STAFF: ReadonlySet<string> = new Set(['elected-member', 'inspector'])

async function audits(db: Db, on: Day): Promise<ReadyFacts['audits']> {
  const types = auditTools.map(t => gradingType(t.code))
  const { rows } = await sql<{
    finished: number
  }>`select count(distinct subject)::int as finished from happening
    where type in (${sql.join(types)}) and answers ->> 'part' = 'first' and not withdrawn
      and happened > ${addMonths(on, -6)} and happened <= ${on}`.execute(db)
  return { finished: rows[0]?.finished ?? 0 }
}

async function supervision(db: Db, on: Day): Promise<ReadyFacts['supervision']> {
  const { rows } = await sql<{ workers: number; overdue: number }>`select count(*)::int as workers,
      (count(*) filter (where c.due < ${on}))::int as overdue
    from clock c join staff st on st.subject = c.subject
    where st.working and c.series = 'supervision' and ${stillAsked('c', on)} and c.starts <= ${on}`.execute(
    db,
  )
  return rows[0] ?? { workers: 0, overdue: 0 }
}

/** Children whom nobody holds, though they are open; restricted files too, as nobody is named. */
async function withoutWorker(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person p where p.merged is null
    and exists (select from spell o where o.subject = p.subject and o.ends is null
      and o.kind in ('protection-plan', 'looked-after', 'in-need'))
    and p.subject = ${unheld}`.execute(db)
  return rows[0]?.n ?? 0
}

async function people(db: Db, on: Day): Promise<Pick<ReadyFacts, 'staff' | 'caseloads'>> {
  const all = (await workload(db, {}, on)).filter(w => !NOT_STAFF.has(w.role))
  const posts = await fundedPosts(db, on)
  const teams = [...new Set(all.flatMap(w => (w.team === null ? [] : [w.team])))].toSorted()
  const holding = all.filter(w => w.cases.length > 0)
  return {
    staff: { people: all.length, teams: teams.length, withoutPosts: teams.filter(t => !posts.has(t)) },
    caseloads: {
      workers: holding.length,
      over: holding.filter(w => w.load > w.limit).length,
      unallocated: await withoutWorker(db),
    },
  }
}

async function evaluation(db: Db, framework: FrameworkCode, on: Day): Promise<ReadyFacts['evaluation']> {
  const said = await readEvaluation(db, framework, on)
  const last = said?.areas.flatMap(a => latest(a) ?? []) ?? []
  const days = last.map(e => londonDay(e.recorded)).toSorted()
  return { written: last.length, of: said?.areas.length ?? 0, oldest: days[0] ?? null }
}

async function boards(db: Db, on: Day): Promise<ReadyFacts['boards']> {
  const all = await readBoards(db)
  const held = all
    .flatMap(b => b.meetings)
    .filter(m => m.cancelled === undefined && m.on <= on && m.on > addMonths(on, -12))
  return { boards: all.length, meetings: held.length }
}

/**
 * What the record says of readiness for inspectors today, counted.
 * @param lists what came of making the child-level lists, which takes a moment and is done apart
 */
export async function readinessOf(
  db: Db,
  framework: FrameworkCode,
  on: Day,
  lists: ReadyFacts['lists'],
): Promise<ReadyFacts> {
  const found = await figures(db, indicators, on)
  const { actions } = await readPlan(db)
  const kept = await readyDocuments(db)
  return {
    on,
    lists,
    figures: { all: found.length, nobody: found.filter(f => f.denominator === 0).length },
    audits: await audits(db, on),
    plan: { actions: actions.length, overdue: actions.filter(a => isOverdue(a, on)).length },
    evaluation: await evaluation(db, framework, on),
    supervision: await supervision(db, on),
    ...(await people(db, on)),
    boards: await boards(db, on),
    documents: (kept?.documents ?? []).map(({ kind, review }) => ({ kind, review })),
  }
}
