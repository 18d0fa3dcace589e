import { findIndicator } from '../../domain/indicators/indicators.ts'
import { type Day, monthsTo } from '../../domain/kernel/day.ts'
import { without } from '../../domain/records/read-form.ts'
import { measureBound } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { staff } from '../../store/people.ts'
import { authorityAnswers } from '../../store/queries/authority.ts'
import { actionCalled, lastSeq, readPlan } from '../../store/queries/plan.ts'
import { type MeasureFigure, measureFigures } from '../../store/queries/plan-figures.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'
import { partOf } from './measure-parts.ts'

const shownValue = (f: MeasureFigure | undefined) => (f && f !== 'held' ? f.value : null)

/** The figure chosen, its course, what it was when the report was published, and what the council aims at. */
async function chosen(ctx: Ctx<Db>, teams: readonly string[], published: Day | null) {
  const indicator = findIndicator(ctx.query.indicator ?? '')
  const part = indicator && partOf(ctx.query.part ?? '', indicator, teams)
  if (!indicator || !part) return null
  const months = monthsTo(ctx.today)
  const began = published && published <= ctx.today ? published : ctx.today
  const figures = await measureFigures(ctx.tx, indicator, part, [...months, began], false)
  const aim = (await authorityAnswers(ctx.tx, 'target')).find(t => t.answers.indicator === indicator.code)
  return {
    indicator,
    part,
    months,
    values: figures.slice(0, months.length).map(shownValue),
    now: shownValue(figures[months.length - 1]),
    baseline: { value: shownValue(figures.at(-1)), on: began },
    target: typeof aim?.answers.value === 'string' ? aim.answers.value : '',
  }
}

/** The action, and the figure chosen for it in the address, if one is. */
export async function loadMeasure(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const action = actionCalled(view, code)
  if (!action) return { missing: `There is no action ${code} in the plan. Open the plan and choose one.` }
  const teams = [...new Set((await staff(ctx.tx)).flatMap(s => s.team ?? []))].sort()
  const inspection = view.inspections.find(i => i.id === action.source.inspection)
  const choice = await chosen(ctx, teams, inspection?.published ?? null)
  return found({ view, code, action, teams, choice, seq: lastSeq(view, action.id) })
}

export type MeasureData = DataOf<typeof loadMeasure>
export type Choice = NonNullable<MeasureData['choice']>

export const unitOf = ({ indicator }: Choice) => (indicator.unit === 'percent' ? 'percent' : 'number')

/** What the figure chosen answers by itself need not be asked. */
export const askedOf = ({ indicator }: Choice) =>
  without(
    measureBound,
    ...['indicator', 'splitBy', 'splitValue', 'team', 'unit'],
    ...(indicator.good === 'neither' ? [] : ['good']),
  )
