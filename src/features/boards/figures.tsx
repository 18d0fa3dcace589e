import { type Board, held } from '../../domain/boards/board.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { type Day, monthOver, shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type MeasureFigure, measureFigures } from '../../store/queries/plan-figures.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import type { Ctx } from '../../web/page.ts'

interface Row {
  readonly indicator: Indicator
  readonly before: MeasureFigure
  readonly now: MeasureFigure
}

interface Figures {
  readonly rows: readonly Row[]
  readonly lastMet: Day | null
  readonly now: Day
  /** At the ends of months. */
  readonly monthly: boolean
}

/**
 * The few figures the board always sees: today, and on the day it last met. Who sees figures alone sees them at the ends of
 * the months, as in the digest: one day taken from the next would tell of one child.
 */
export async function loadFigures(ctx: Ctx<Db>, board: Board): Promise<Figures> {
  const hold = !ctx.can('children-behind').allow
  const shownOn = (day: Day): Day => (hold ? monthOver(day) : day)
  const met = held(board, ctx.today)[0]?.on
  const now = shownOn(ctx.today)
  const before = met ? shownOn(met) : null
  // Where it met since the month was over, there is one day to show and nothing to set it beside.
  const lastMet = hold && before === now ? null : before
  const rows: Row[] = []
  for (const indicator of board.indicators.flatMap(code => findIndicator(code) ?? [])) {
    const days = lastMet ? [lastMet, now] : [now]
    const found = await measureFigures(ctx.tx, indicator, {}, days, hold)
    rows.push({ indicator, before: lastMet ? (found[0] ?? null) : null, now: found.at(-1) ?? null })
  }
  return { rows, lastMet, now, monthly: hold }
}

const words = (i: Indicator, f: MeasureFigure): string =>
  f === null
    ? 'Nobody to ask about'
    : f === 'held'
      ? 'Held back'
      : i.unit === 'percent'
        ? `${f.value}%`
        : `${f.value}`

/** Better or worse than when the board last met; nothing where that can't be said. */
function moved({ indicator: i, before, now }: Row): string {
  if (before === null || now === null || before === 'held' || now === 'held') return ''
  const by = Math.round((now.value - before.value) * 10) / 10
  if (by === 0) return 'As it was'
  const size = `${Math.abs(by)}${i.unit === 'percent' ? (Math.abs(by) === 1 ? ' point' : ' points') : ''}`
  const way = by > 0 ? 'up' : 'down'
  if (i.good === 'neither') return `${size} ${way}`
  return `${(i.good === 'high') === by > 0 ? 'Better' : 'Worse'}: ${size} ${way}`
}

/** The board's own short list, the same at every meeting; each figure opens in the digest. */
export function StandingFigures({ data }: { data: Figures }) {
  if (data.rows.length === 0) return null
  const { lastMet } = data
  const open = (i: Indicator, on: Day) => `/digest/${encodeURIComponent(i.code)}?on=${on}`
  return (
    <StackedTable
      caption="The figures it sees at every meeting"
      captionSize="m"
      head={[
        'Figure',
        ...(lastMet
          ? [{ text: `${data.monthly ? 'Before' : 'When'} it last met, ${shortDay(lastMet)}`, numeric: true }]
          : []),
        { text: `${data.monthly ? 'Now' : 'Today'}, ${shortDay(data.now)}`, numeric: true },
        ...(lastMet ? ['What moved'] : []),
      ]}
      rows={data.rows.map(row => [
        row.indicator.name,
        ...(lastMet
          ? [
              {
                text: (
                  <a class="govuk-link" href={open(row.indicator, lastMet)}>
                    {words(row.indicator, row.before)}
                  </a>
                ),
              },
            ]
          : []),
        {
          text: (
            <a class="govuk-link" href={open(row.indicator, data.now)}>
              {words(row.indicator, row.now)}
            </a>
          ),
        },
        ...(lastMet ? [moved(row)] : []),
      ])}
    />
  )
}
