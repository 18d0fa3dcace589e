import { cabinetPaper } from '../../domain/improvement/cabinet-paper.ts'
import type { Inspection } from '../../domain/improvement/fold-findings.ts'
import { highlightReport } from '../../domain/improvement/highlight-report.ts'
import type { Paper } from '../../domain/improvement/paper.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { addMonths, type Day } from '../../domain/kernel/day.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import { authorityAnswers } from '../../store/queries/authority.ts'
import { inspectionCalled, type PlanView, readPlan } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import type { Ctx } from '../../web/page.ts'

export const papers = { cabinet: 'Cabinet paper', board: 'Highlight report for the board' } as const
export type PaperName = keyof typeof papers
/** The days a paper is asked for by, from its address, and what is wrong with them. */
export function daysOf(ctx: Pick<Ctx<Db>, 'query' | 'today'>) {
  const { today, query } = ctx
  const faults: Record<string, string> = {}
  const ask = (name: string, otherwise: Day): Day => {
    const typed = query[name]?.trim() ?? ''
    if (typed === '') return otherwise
    const read = readDay(typed, today)
    if (!read) faults[name] = `“${typed}” is not a date. Write it like 27/3/2026.`
    return read ?? otherwise
  }
  const asAt = ask('on', today)
  const meeting = ask('meeting', asAt)
  const since = ask('since', addMonths(asAt, -1))
  if (asAt > today) faults.on = 'This is in the future. There are no figures of it yet.'
  if (meeting < asAt) faults.meeting = 'The meeting is before the day of the figures. Check both days.'
  if (since >= asAt) faults.since = 'The report before this one is not before the day of the figures.'
  return { asAt, meeting, since, faults }
}

export type Days = ReturnType<typeof daysOf>

export interface Papers {
  readonly view: PlanView
  readonly inspection: Inspection | undefined
  readonly days: Days
  readonly lines: readonly PlanLine[]
}

const textIn = (answers: Readonly<Record<string, unknown>> | undefined, name: string) =>
  typeof answers?.[name] === 'string' ? { [name]: answers[name] } : {}

/**
 * The plan as it was known on the day the papers are of, with its figures. Papers are read by anybody, so small numbers
 * are held back whoever writes them.
 */
export async function readPapers(ctx: Ctx<Db>): Promise<Papers> {
  const days = daysOf(ctx)
  const view = await readPlan(ctx.tx, days.faults.on ? ctx.today : days.asAt)
  const inspection = inspectionCalled(view, ctx.query.inspection ?? '') ?? view.inspections.at(-1)
  const right = inspection && Object.keys(days.faults).length === 0
  const lines = right
    ? await planLines(ctx.tx, view, view.actions, { on: days.asAt, since: days.since, held: true })
    : []
  return { view, inspection, days, lines }
}

/** Writes a paper from the plan; undefined where there is no inspection on that day to write of. */
export async function writePaper(ctx: Ctx<Db>, name: PaperName, given: Papers): Promise<Paper | undefined> {
  const { inspection, days, lines } = given
  if (!inspection) return undefined
  const { asAt, meeting, since } = days
  const [authority] = await authorityAnswers(ctx.tx, 'authority-details')
  const known = authority?.answers
  const council = typeof known?.name === 'string' ? known.name : (inspection.authority ?? 'The council')
  const author = textIn(known, 'author')
  if (name === 'board')
    return highlightReport({
      body: 'Improvement board',
      meeting,
      asAt,
      since,
      until: addMonths(asAt, 1),
      council,
      ...author,
      lines,
    })
  return cabinetPaper({
    body: 'Cabinet',
    meeting,
    asAt,
    council,
    inspection,
    lines: lines.filter(l => l.action.source.inspection === inspection.id),
    ...textIn(known, 'portfolioHolder'),
    ...(typeof known?.director === 'string'
      ? { reportFrom: `${known.director}, Director of Children’s Services` }
      : {}),
    ...author,
    risks: [],
  })
}
