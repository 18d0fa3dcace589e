import { impact, printValue } from '../../domain/improvement/impact.ts'
import { type Measure, markOn } from '../../domain/improvement/plan.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { measureTitle, sourceOf } from '../../domain/improvement/plan-lines.ts'
import type { Db } from '../../store/connection.ts'
import { Spark } from '../../web/charts/index.ts'
import { MojScrollablePane, MojSortableTable } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { bandTitle, sectionTitle } from './filters.tsx'
import type { Overview } from './overview.tsx'
import { BragTag, Due, digestHref } from './parts.tsx'

const format = (measure: Measure) => (value: number) => printValue(value, measure.unit)

/** The measure in a cell: its course, where it is, where it should be, and what that says. */
function MeasureCell({ line }: { line: PlanLine }) {
  const { measure } = line.action
  if (!measure) return <span class="gt-quiet">No measure yet</span>
  const { current, history = [] } = line
  const print = format(measure)
  return (
    <div class="gt-measure">
      <span class="gt-line">{measureTitle(line)}</span>
      {history.filter(h => h.value !== null).length > 1 && (
        <Spark
          id={`spark-${line.ref}`}
          title={measureTitle(line)}
          months={history.map(h => h.month)}
          values={history.map(h => h.value)}
          format={print}
        />
      )}{' '}
      {current ? (
        <a class="govuk-link gt-measure__now" href={digestHref(sourceOf(measure, current.on))}>
          {print(current.value)}
        </a>
      ) : (
        <span class="gt-quiet">{line.heldBack ? 'Held back' : 'No figure'}</span>
      )}
      <span class="gt-line gt-quiet">
        Target {print(measure.target.value)}
        {current && `. ${impact(measure, current).words}`}
      </span>
    </div>
  )
}

function row(line: PlanLine, ctx: Ctx<Db>) {
  const { ref, action } = line
  const at = `/plan/action/A${ref}`
  return [
    {
      text: (
        <a class="govuk-link" href={at}>
          {ref}
          <span class="govuk-visually-hidden">: {action.what}</span>
        </a>
      ),
    },
    {
      text: (
        <>
          {action.source.text}
          <span class="gt-line gt-quiet">
            {sectionTitle(action.source.section)}, {bandTitle(action.source.band).toLowerCase()}
          </span>
        </>
      ),
    },
    {
      text: (
        <a class="govuk-link govuk-link--no-underline" href={at}>
          {action.outcome}
        </a>
      ),
    },
    { text: action.lead },
    { text: <Due action={action} on={ctx.today} /> },
    { text: <BragTag brag={markOn(action.deliveries, ctx.today)?.brag} of="delivery" /> },
    { text: <BragTag brag={markOn(action.impacts, ctx.today)?.brag} of="impact" /> },
    { text: <MeasureCell line={line} /> },
  ]
}

/** Every action shown, a row each. */
export function PlanTable({ data, ctx }: { data: Overview; ctx: Ctx<Db> }) {
  if (data.lines.length === 0) return <p class="govuk-body">No action has been planned yet.</p>
  if (data.shown.length === 0)
    return (
      <p class="govuk-body">
        No action is like that.{' '}
        <a class="govuk-link" href="/plan">
          Show all {data.lines.length}
        </a>
        .
      </p>
    )
  const count = `${data.shown.length} of ${data.lines.length} actions`
  const href = (_: string, direction: string) => {
    const asked = new URLSearchParams({
      ...data.filter,
      sort: direction === 'ascending' ? 'due' : 'due-last',
    })
    return `/plan?${asked}`
  }
  return (
    <MojScrollablePane label="The plan">
      <MojSortableTable
        class="gt-plan-table"
        caption={count}
        captionSize="s"
        href={href}
        sorted={{
          by: data.order === 'ref' ? '' : 'due',
          direction: data.order === 'due-last' ? 'descending' : 'ascending',
        }}
        columns={[
          { text: 'No.' },
          { text: 'Area for improvement' },
          { text: 'What will be better for children' },
          { text: 'Lead' },
          { text: 'Due', sort: 'due' },
          { text: 'Delivery' },
          { text: 'Impact' },
          { text: 'Measure' },
        ]}
        rows={data.shown.map(line => row(line, ctx))}
      />
    </MojScrollablePane>
  )
}
