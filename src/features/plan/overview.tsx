import { DELIVERY_WORDS, IMPACT_WORDS } from '../../domain/improvement/plan.ts'
import { contradictionsSaid } from '../../domain/improvement/plan-lines.ts'
import { sourceName } from '../../domain/improvement/source.ts'
import { longDay, monthOver } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { readPlan } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import { Button, MojAlert } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { Filters } from './filters.tsx'
import { PlanFrame } from './frame.tsx'
import { Said } from './parts.tsx'
import {
  brags,
  filtered,
  filterOf,
  NONE,
  ordered,
  orderOf,
  STATES,
  type State,
  statesOf,
} from './plan-filter.ts'
import { PlanTable } from './plan-table.tsx'
import { Unplanned } from './unplanned.tsx'

/** Rows on a page. */
const SIZE = 50

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const held = !ctx.can('children-behind').allow
  const lines = await planLines(ctx.tx, view, view.actions, { on: ctx.today, held, monthly: held })
  const filter = filterOf(ctx.query)
  const order = orderOf(ctx.query.sort)
  const shown = ordered(filtered(lines, filter, ctx.today), order)
  const pages = Math.max(1, Math.ceil(shown.length / SIZE))
  const number = Math.min(pages, pageNumber(ctx.query))
  const rows = shown.slice((number - 1) * SIZE, number * SIZE)
  return found({ view, lines, filter, order, shown, rows, pages, number, held })
}

export type Overview = DataOf<typeof load>

/** How many actions bear each mark; each count leads to them. */
function Counts({ of, data, ctx }: { of: 'delivery' | 'impact'; data: Overview; ctx: Ctx<Db> }) {
  const words = of === 'delivery' ? DELIVERY_WORDS : IMPACT_WORDS
  const title = of === 'delivery' ? 'Delivery: is it done?' : 'Impact: is it better for children?'
  return (
    <section class="gt-counts" aria-label={title}>
      <h2 class="govuk-heading-s gt-counts__title">{title}</h2>
      <ul>
        {brags(data.lines, of, ctx.today).map(({ brag, count }) => (
          <li class={`gt-brag gt-brag--${brag}`}>
            <a class="gt-counts__link" href={`/plan?${of}=${brag}`}>
              <strong>{count}</strong>
              <span>{brag === NONE ? 'Not marked' : words[brag]}</span>
              {brag !== NONE && <span class="govuk-visually-hidden"> ({brag})</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contradictions({ data }: { data: Overview }) {
  const against = data.lines.flatMap(line => contradictionsSaid(line).map(said => ({ line, said })))
  if (against.length === 0) return null
  return (
    <MojAlert variant="warning" title="The figures say otherwise" showTitle>
      <ul class="govuk-list">
        {against.map(({ line, said }) => (
          <li>
            <Said sentence={said} />{' '}
            <a class="govuk-link gt-source" href={`/plan/action/A${line.ref}`}>
              Open action {line.ref}
            </a>
          </li>
        ))}
      </ul>
    </MojAlert>
  )
}

const WAITS: readonly State[] = ['retest', 'proposed', 'asked', 'overdue', 'barrier']

/** What waits for somebody, in a line; each leads to the actions. */
function Waiting({ data, ctx }: { data: Overview; ctx: Ctx<Db> }) {
  const counts = WAITS.map(state => ({
    state,
    count: data.lines.filter(l => statesOf(l, ctx.today).includes(state)).length,
  })).filter(w => w.count > 0)
  if (counts.length === 0) return null
  return (
    <ul class="gt-plan-waits" aria-label="What waits">
      {counts.map(({ state, count }) => (
        <li>
          <a class="govuk-link" href={`/plan?state=${state}`}>
            <strong>{count}</strong> {STATES[state].slice(0, 1).toLowerCase() + STATES[state].slice(1)}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Nothing = ({ may }: { may: boolean }) => (
  <>
    <p class="govuk-body">
      There is no plan yet. It begins with a published inspection report: its judgements, what it asks to be
      better, by when and by whom are read from it, and you check them.
    </p>
    {may && (
      <>
        <Button href="/plan/load">Load a report</Button>
        <p class="govuk-body">
          Or begin with{' '}
          <a class="govuk-link" href="/plan/source/new">
            a review, an audit theme or another source
          </a>
          .
        </p>
      </>
    )}
  </>
)

function pageLink(data: Overview, number: number): string {
  const sort = data.order === 'ref' ? {} : { sort: data.order }
  return `/plan?${new URLSearchParams({ ...data.filter, ...sort, page: String(number) })}`
}

/** The plan on a page: where it stands, what the figures contradict, what waits, and every action with its measures. */
export const overviewPage = page({
  path: '/plan',
  permission: 'plan-read',
  audit: 'the improvement plan',
  load,
  render: (data: Overview, ctx: Ctx<Db>) => ({
    title: 'Improvement plan',
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan">
        <h1 class="govuk-heading-l">Improvement plan</h1>
        {data.view.inspections.length === 0 ? (
          <Nothing may={ctx.can('plan-edit').allow} />
        ) : (
          <>
            <p class="govuk-body gt-quiet">
              {data.view.inspections.map(sourceName).join('; ')}. Figures as at{' '}
              {longDay(data.held ? monthOver(ctx.today) : ctx.today)}.
              {data.held &&
                ' They are those of the end of a month, and any that speak of one to four children are held back, so that no child can be known by them.'}
            </p>
            <Contradictions data={data} />
            <div class="gt-counts-pair">
              <Counts of="delivery" data={data} ctx={ctx} />
              <Counts of="impact" data={data} ctx={ctx} />
            </div>
            <Waiting data={data} ctx={ctx} />
            <Filters data={data} ctx={ctx} />
            <PlanTable data={data} ctx={ctx} />
            <p class="govuk-body">
              <a class="govuk-link" href="/plan/workbook" download>
                The whole plan as an Excel workbook
              </a>
            </p>
            <Paging number={data.number} pages={data.pages} link={n => pageLink(data, n)} />
            <Unplanned view={data.view} ctx={ctx} />
          </>
        )}
      </PlanFrame>
    ),
  }),
})
