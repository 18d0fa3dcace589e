import type { Action, Measure } from '../../domain/improvement/plan.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { addMonths, type Day, endOfMonth, startOfMonth } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { type PlanView, refOf } from './plan.ts'
import { type MeasureFigure, measureFigures } from './plan-figures.ts'

/** How many months a measure's line shows: a year, and the same month of the year before. */
const MONTHS = 13

/** The last days of the months before, then the day itself. */
export const monthsTo = (on: Day, count = MONTHS): readonly Day[] =>
  Array.from({ length: count }, (_, n) =>
    n === count - 1 ? on : endOfMonth(addMonths(startOfMonth(on), n + 1 - count)),
  )

interface Asking {
  readonly on: Day
  /** The day of the paper before this one. */
  readonly since?: Day
  /** Hold small numbers back. */
  readonly held: boolean
}

const figureOrNothing = (f: MeasureFigure | undefined) => (f === null || f === 'held' ? undefined : f)

async function measured(db: Db, measure: Measure, { on, since, held }: Asking): Promise<Partial<PlanLine>> {
  const indicator = findIndicator(measure.indicator)
  if (!indicator) return {}
  const months = monthsTo(on)
  const days = [...months, measure.baseline.on, since ?? on]
  const found = await measureFigures(db, indicator, measure, days, held)
  const now = found[MONTHS - 1]
  const before = since ? figureOrNothing(found.at(-1)) : undefined
  const current = figureOrNothing(now)
  return {
    measureName: indicator.name,
    ...(now === 'held' || found[MONTHS] === 'held'
      ? { heldBack: true as const }
      : current
        ? { current }
        : {}),
    ...(before ? { before } : {}),
    history: months.map((month, n) => ({ month, value: figureOrNothing(found[n])?.value ?? null })),
  }
}

/** Each action with what its measure came to: the lines of the plan, in its order. */
export async function planLines(
  db: Db,
  view: PlanView,
  actions: readonly Action[],
  asking: Asking,
): Promise<readonly PlanLine[]> {
  const lines: PlanLine[] = []
  for (const action of actions) {
    const part = action.measure ? await measured(db, action.measure, asking) : {}
    lines.push({ ref: refOf(view, action), action, ...part })
  }
  return lines
}
