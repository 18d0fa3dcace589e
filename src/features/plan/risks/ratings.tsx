import { type Risk, scoreOf } from '../../../domain/improvement/risk.ts'
import {
  addMonths,
  type Day,
  endOfMonth,
  longDay,
  shortDay,
  startOfMonth,
} from '../../../domain/kernel/day.ts'
import { ChartFigure, TrendChart, trendTable } from '../../../web/charts/index.ts'
import { StackedTable } from '../../../web/layout/stacked-table.tsx'
import { GradeTag } from './parts.tsx'

const MONTHS = 12

/** The score as it stood at the end of each of twelve months, today for this one; a gap where there was none yet. */
function trendOf(risk: Risk, today: Day) {
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(startOfMonth(today), i + 1 - MONTHS))
  const at = (month: Day): number | null => {
    const end = endOfMonth(month)
    if (risk.closed && risk.closed.on <= end) return null
    const rating = risk.ratings.findLast(r => r.on <= end)
    return rating ? scoreOf(rating) : null
  }
  return {
    months,
    series: [{ name: 'Score', values: months.map(at) }],
    target: { value: scoreOf(risk.target), label: 'Target' },
  }
}

interface Props {
  readonly risk: Risk
  readonly today: Day
  readonly names: ReadonlyMap<string, string>
}

/** Every rating that was given, as a picture and one by one. */
export function Ratings({ risk, today, names }: Props) {
  const trend = trendOf(risk, today)
  return (
    <section aria-labelledby="ratings">
      <h2 class="govuk-heading-m" id="ratings">
        How it was rated
      </h2>
      <ChartFigure
        caption="Likelihood times impact, at each month’s end"
        label="Score"
        table={trendTable(trend)}
        numeric
      >
        <TrendChart id="score" title={`Score of the risk: ${risk.title}`} height={200} {...trend} />
      </ChartFigure>
      <StackedTable
        caption="Every rating, the latest first"
        captionClass="govuk-visually-hidden"
        head={['On', 'Rated', 'Target', 'Why', 'By', 'To be looked at again']}
        rows={risk.ratings
          .toReversed()
          .map(r => [
            { text: longDay(r.on), class: 'gt-nowrap' },
            { text: <GradeTag grade={r} /> },
            { text: <GradeTag grade={r.target} /> },
            { text: <span class="gt-prose">{r.why ?? ''}</span> },
            names.get(r.by) ?? 'somebody who has left',
            { text: shortDay(r.review), class: 'gt-nowrap' },
          ])}
      />
    </section>
  )
}
