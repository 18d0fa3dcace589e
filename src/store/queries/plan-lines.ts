import { type Measure, readFigures } from '../../domain/improvement/measure.ts'
import type { MeasureLine } from '../../domain/improvement/measure-line.ts'
import type { Action, Figure } from '../../domain/improvement/plan.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { type Day, monthOver, monthsTo } from '../../domain/kernel/day.ts'
import { gradedTool } from '../../domain/quality/observations.ts'
import type { Db } from '../connection.ts'
import { type PlanView, refOf } from './plan.ts'
import { type Asked, countedFigures, fewOf, type MeasureFigure } from './plan-figures.ts'

interface Asking {
  readonly on: Day
  /** The day of the paper before this one. */
  readonly since?: Day
  /** Hold small numbers back. */
  readonly held: boolean
  /**
   * What the record counts is shown as at the end of a month: for elected members, who could take one day from the next and
   * know of one child.
   */
  readonly monthly?: boolean
}

const countedOn = ({ on, monthly }: Asking): Day => (monthly ? monthOver(on) : on)

const isCounted = (m: Measure): m is Asked['measure'] => m.kind === 'indicator' || m.kind === 'audit'

const daysFor = (measure: Measure, asking: Asking): readonly Day[] => [
  ...monthsTo(countedOn(asking)),
  ...(measure.baseline ? [measure.baseline.on] : []),
  ...(asking.since ? [asking.since] : []),
]

const figureOrNothing = (f: MeasureFigure | undefined) => (f === null || f === 'held' ? undefined : f)

/** What a measure is called, without its part. */
function nameOf(measure: Measure): string {
  if (measure.kind === 'indicator') return findIndicator(measure.indicator)?.name ?? measure.indicator
  if (measure.kind === 'survey') return measure.question
  if (measure.kind === 'visit') return measure.toSee
  const tool = gradedTool(measure.tool)
  return tool?.standards.find(s => s.code === measure.standard)?.title ?? measure.standard
}

/** A measure that the record counts, month by month. */
function countedLine(measure: Measure, found: ReadonlyMap<Day, MeasureFigure>, asking: Asking): MeasureLine {
  const { since } = asking
  const on = countedOn(asking)
  const now = found.get(on)
  // Since the baseline no month is over yet.
  const current = measure.baseline && on < measure.baseline.on ? undefined : figureOrNothing(now)
  const before = since ? figureOrNothing(found.get(since)) : undefined
  const began = measure.baseline && found.get(measure.baseline.on)
  return {
    measure,
    name: nameOf(measure),
    ...(now === 'held' || began === 'held' ? { heldBack: true as const } : current ? { current } : {}),
    ...(before ? { before } : {}),
    history: monthsTo(on).map(month => ({ month, value: figureOrNothing(found.get(month))?.value ?? null })),
  }
}

/** A measure that people wrote down: each reading up to the day. */
function readLine(measure: Measure, { on, since, held }: Asking): MeasureLine {
  const figures = readFigures(measure).filter(f => f.on <= on)
  const last = (by: Day): Figure | undefined => figures.findLast(f => f.on <= by)
  const current = last(on)
  const before = since ? last(since) : undefined
  const line = { measure, name: nameOf(measure) }
  if (held && figures.some(fewOf)) return { ...line, heldBack: true }
  return {
    ...line,
    ...(current ? { current } : {}),
    ...(before ? { before } : {}),
    history: figures.map(f => ({ month: f.on, value: f.value })),
  }
}

/** Each action with what its measures came to: the lines of the plan, in its order. */
export async function planLines(
  db: Db,
  view: PlanView,
  actions: readonly Action[],
  asking: Asking,
): Promise<readonly PlanLine[]> {
  const counted = actions.flatMap(a => a.measures).filter(isCounted)
  const asked = counted.map(measure => ({ measure, days: daysFor(measure, asking) }))
  const found = await countedFigures(db, asked, asking.held)
  const figures = new Map(counted.map((m, n) => [m.id, found[n]]))
  const lineOf = (measure: Measure): MeasureLine => {
    const these = figures.get(measure.id)
    return these ? countedLine(measure, these, asking) : readLine(measure, asking)
  }
  return actions.map(action => ({
    ref: refOf(view, action),
    action,
    measures: action.measures.map(lineOf),
  }))
}
