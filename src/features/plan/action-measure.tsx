import { printValue } from '../../domain/improvement/impact.ts'
import { type MeasureLine, measureTitle, seriesName } from '../../domain/improvement/measure-line.ts'
import { measureSaid } from '../../domain/improvement/plan-lines.ts'
import { ChartFigure, TrendChart, trendTable } from '../../web/charts/index.ts'
import { Button } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { Readings } from './action-readings.tsx'
import { Said } from './parts.tsx'

/** What the figure said at the start, says now and should say; with its course against the target. */
function Course({ line }: { line: MeasureLine }) {
  const { measure, history = [] } = line
  if (measure.unit === 'met' || history.filter(h => h.value !== null).length < 2) return null
  const { baseline } = measure
  const trend = {
    months: history.map(h => h.month),
    series: [
      { name: seriesName(line), values: history.map(h => h.value) },
      ...(line.heldBack || !baseline
        ? []
        : [{ name: 'Where it began', values: history.map(() => baseline.value) }]),
    ],
    target: { value: measure.target.value, label: 'Target' },
    format: (value: number) => printValue(value, measure.unit),
  }
  const title = measureTitle(line)
  return (
    <ChartFigure caption={title} label={title} table={trendTable(trend)} numeric>
      <TrendChart id={`measure-${measure.id}`} title={title} {...trend} />
    </ChartFigure>
  )
}

/** What others come to, with where that was read. */
function Beside({ line }: { line: MeasureLine }) {
  const { benchmark, unit } = line.measure
  if (!benchmark) return null
  return (
    <p class="govuk-body-s gt-quiet">
      Beside it: {benchmark.from}, {printValue(benchmark.value, unit)}.
    </p>
  )
}

function OneMeasure({ line, data, may }: { line: MeasureLine; data: ActionData; may: boolean }) {
  const { measure } = line
  const at = `/plan/action/${data.code}`
  const about = <span class="govuk-visually-hidden">: {measureTitle(line)}</span>
  const reads = measure.kind === 'survey' ? 'survey-read' : measure.kind === 'visit' ? 'visit-read' : null
  return (
    <div class="gt-plan-measure" id={`measure-${measure.id}-said`}>
      <p class="govuk-body">
        <Said sentence={measureSaid(data.line.ref, line)} />
      </p>
      <Course line={line} />
      <Beside line={line} />
      {!line.heldBack && <Readings measure={measure} data={data} />}
      {may && (
        <p class="govuk-body gt-ways">
          {reads && (
            <a class="govuk-link" href={`${at}/record/${reads}?measure=${measure.id}`}>
              {measure.kind === 'survey' ? 'Enter answers' : 'Enter what a visit found'}
              {about}
            </a>
          )}
          <a class="govuk-link" href={`${at}/entry/${measure.id}/amend`}>
            Change this measure{about}
          </a>
          <a class="govuk-link" href={`${at}/entry/${measure.id}/withdraw`}>
            Take it out{about}
          </a>
        </p>
      )}
    </div>
  )
}

/** The measures of success, and whether each has moved. */
export function MeasureSection({ data, may }: { data: ActionData; may: boolean }) {
  const { measures } = data.line
  return (
    <section aria-labelledby="measure-title">
      <h2 class="govuk-heading-m" id="measure-title">
        {measures.length > 1 ? 'Measures' : 'Measure'}
      </h2>
      {measures.length === 0 && (
        <p class="govuk-body">
          None yet. An outcome bound to a figure shows whether anything changed for children, whatever was
          done.
        </p>
      )}
      {measures.map(line => (
        <OneMeasure line={line} data={data} may={may} />
      ))}
      {may && (
        <Button variant="secondary" class="gt-small-button" href={`/plan/action/${data.code}/measure`}>
          {measures.length > 0 ? 'Add another measure' : 'Add a measure'}
        </Button>
      )}
    </section>
  )
}
