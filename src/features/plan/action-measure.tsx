import { printValue } from '../../domain/improvement/impact.ts'
import { measureSaid, measureTitle } from '../../domain/improvement/plan-lines.ts'
import { ChartFigure, TrendChart, trendTable } from '../../web/charts/index.ts'
import { Button } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { Said } from './parts.tsx'

/** What the figure said at the start, says now and should say; with its course against the target. */
function Course({ data }: { data: ActionData }) {
  const { line } = data
  const { measure } = line.action
  const history = line.history ?? []
  if (!measure || history.filter(h => h.value !== null).length < 2) return null
  const trend = {
    months: history.map(h => h.month),
    series: [
      { name: measure.indicator, values: history.map(h => h.value) },
      ...(line.heldBack
        ? []
        : [{ name: 'Where it began', values: history.map(() => measure.baseline.value) }]),
    ],
    target: { value: measure.target.value, label: 'Target' },
    format: (value: number) => printValue(value, measure.unit),
  }
  const title = measureTitle(line)
  return (
    <ChartFigure caption={title} label={title} table={trendTable(trend)} numeric>
      <TrendChart id="measure" title={title} {...trend} />
    </ChartFigure>
  )
}

/** The measure of success, and whether it has moved. */
export function MeasureSection({ data, may }: { data: ActionData; may: boolean }) {
  const said = measureSaid(data.line)
  const at = `/plan/action/${data.code}/measure`
  return (
    <section aria-labelledby="measure-title">
      <h2 class="govuk-heading-m" id="measure-title">
        Measure
      </h2>
      {said ? (
        <>
          <p class="govuk-body">
            <Said sentence={said} />
          </p>
          <Course data={data} />
        </>
      ) : (
        <p class="govuk-body">
          None yet. An outcome bound to a figure shows whether anything changed for children, whatever was
          done.
        </p>
      )}
      {may && (
        <Button variant="secondary" class="gt-small-button" href={at}>
          {said ? 'Choose another measure' : 'Bind it to a figure'}
        </Button>
      )}
    </section>
  )
}
