import { impact, printValue } from '../../domain/improvement/impact.ts'
import { type MeasureLine, measureTitle, sourceOf } from '../../domain/improvement/measure-line.ts'
import { IMPACT_WORDS, markOn } from '../../domain/improvement/plan.ts'
import { countedImpact, type PlanLine } from '../../domain/improvement/plan-lines.ts'
import type { Db } from '../../store/connection.ts'
import { Spark } from '../../web/charts/index.ts'
import { MojScrollablePane, MojSortableTable, Tag } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { bandTitle, sectionTitle } from './filters.tsx'
import type { Overview } from './overview.tsx'
import { BragTag, Due, digestHref } from './parts.tsx'

/** One measure in a cell: its course, where it is, where it should be, and what that says. */
function OneMeasure({ line, of }: { line: MeasureLine; of: PlanLine }) {
  const { measure, current, history = [] } = line
  const print = (value: number) => printValue(value, measure.unit)
  const drawn = measure.unit !== 'met' && history.filter(h => h.value !== null).length > 1
  return (
    <div class="gt-measure">
      <span class="gt-line">{measureTitle(line)}</span>
      {drawn && (
        <Spark
          id={`spark-${of.ref}-${measure.id}`}
          title={measureTitle(line)}
          months={history.map(h => h.month)}
          values={history.map(h => h.value)}
          format={print}
        />
      )}{' '}
      {current ? (
        <a class="govuk-link gt-measure__now" href={digestHref(sourceOf(measure, current.on, of.ref))}>
          {print(current.value)}
        </a>
      ) : (
        <span class="gt-quiet">{line.heldBack ? 'Held back' : 'No figure'}</span>
      )}
      <span class="gt-line gt-quiet">
        {measure.kind !== 'visit' && `Target ${print(measure.target.value)}. `}
        {current && `${impact(measure, current).words}`}
      </span>
    </div>
  )
}

function Measures({ line }: { line: PlanLine }) {
  if (line.measures.length === 0) return <span class="gt-quiet">No measure yet</span>
  return line.measures.map(m => <OneMeasure line={m} of={line} />)
}

/** The impact as marked; and as counted, where the two differ. */
function ImpactCell({ line, ctx }: { line: PlanLine; ctx: Ctx<Db> }) {
  const marked = markOn(line.action.impacts, ctx.today)?.brag
  const counted = countedImpact(line)
  return (
    <>
      <BragTag brag={marked} of="impact" />
      {counted && counted !== marked && (
        <span class="gt-line gt-quiet">
          Counted: {IMPACT_WORDS[counted].toLowerCase()} ({counted})
        </span>
      )}
    </>
  )
}

const NOW = { open: null, proposed: 'Put forward for closing', closed: 'Closed' } as const

function row(line: PlanLine, ctx: Ctx<Db>) {
  const { ref, action } = line
  const at = `/plan/action/A${ref}`
  const now = NOW[action.state]
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
          {action.also.length > 0 && <span class="gt-line gt-quiet">And {action.also.length} more</span>}
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
    {
      text: (
        <>
          <BragTag brag={markOn(action.deliveries, ctx.today)?.brag} of="delivery" />
          {now && <span class="gt-line">{<Tag colour="grey">{now}</Tag>}</span>}
        </>
      ),
    },
    { text: <ImpactCell line={line} ctx={ctx} /> },
    { text: <Measures line={line} /> },
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
  const href = (by: string, direction: string) => {
    const sort = direction === 'ascending' ? by : `${by}-last`
    return `/plan?${new URLSearchParams({ ...data.filter, sort })}`
  }
  return (
    <MojScrollablePane label="The plan">
      <MojSortableTable
        class="gt-plan-table"
        caption={count}
        captionSize="s"
        href={href}
        sorted={{
          by: data.order === 'ref' ? '' : data.order.replace('-last', ''),
          direction: data.order.endsWith('-last') ? 'descending' : 'ascending',
        }}
        columns={[
          { text: 'No.' },
          { text: 'Area for improvement' },
          { text: 'What will be better for children' },
          { text: 'Owner', sort: 'lead' },
          { text: 'Due', sort: 'due' },
          { text: 'Delivery' },
          { text: 'Impact' },
          { text: 'Measures' },
        ]}
        rows={data.rows.map(line => row(line, ctx))}
      />
    </MojScrollablePane>
  )
}
