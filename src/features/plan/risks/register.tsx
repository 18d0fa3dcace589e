import { gravestFirst, type Risk, reviewOverdue } from '../../../domain/improvement/risk.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import type { Db } from '../../../store/connection.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { readRisks } from '../../../store/queries/risks.ts'
import { Button } from '../../../web/govuk/index.ts'
import { StackedTable } from '../../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { HeatMap } from './heat-map.tsx'
import { GradeTag, Review, riskHref } from './parts.tsx'

const SHOWS = { open: 'Open', review: 'Review past its date', closed: 'Closed' } as const
type Show = keyof typeof SHOWS
const isShow = (text: string): text is Show => Object.hasOwn(SHOWS, text)

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const risks = await readRisks(ctx.tx)
  const lists = {
    open: risks.filter(r => !r.closed),
    review: risks.filter(r => reviewOverdue(r, ctx.today)),
    closed: risks.filter(r => r.closed),
  }
  const { likelihood, impact, show: asked = '' } = ctx.query
  const cell = likelihood && impact ? { likelihood, impact } : null
  const show: Show = isShow(asked) ? asked : 'open'
  const list = cell
    ? lists.open.filter(r => String(r.likelihood) === cell.likelihood && String(r.impact) === cell.impact)
    : lists[show]
  return found({ view, risks, lists, show, cell, list: gravestFirst(list) })
}

type Data = DataOf<typeof load>

function Shows({ data }: { data: Data }) {
  return (
    <nav aria-label="Which risks" class="gt-boards__keep">
      <ul class="govuk-list gt-boards__shows">
        {Object.entries(SHOWS).map(([key, words]) => (
          <li>
            <a
              class="govuk-link"
              href={`/plan/risks?show=${key}`}
              aria-current={!data.cell && key === data.show ? 'page' : undefined}
            >
              {words} ({isShow(key) ? data.lists[key].length : 0})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const List = ({ list, caption, on }: { list: readonly Risk[]; caption: string; on: Ctx<Db>['today'] }) => (
  <StackedTable
    caption={caption}
    captionSize="m"
    head={['No', 'Risk', 'Owner', 'Now', 'Target', 'Looked at again']}
    rows={list.map(r => [
      r.code,
      {
        text: (
          <>
            <a class="govuk-link" href={riskHref(r)}>
              {r.title}
            </a>
            <span class="gt-quiet gt-line">{r.consequence}</span>
          </>
        ),
      },
      r.owner,
      { text: <GradeTag grade={r} /> },
      { text: <GradeTag grade={r.target} /> },
      { text: <Review risk={r} on={on} /> },
    ])}
  />
)

/** The register: what might go wrong for children, how grave it is, who owns it, and which was not looked at in time. */
export const risksPage = page({
  path: '/plan/risks',
  permission: 'plan-read',
  audit: 'the risk register',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { list, cell, show, risks } = data
    const caption = cell ? `Risks of likelihood ${cell.likelihood} and impact ${cell.impact}` : SHOWS[show]
    return {
      title: 'Risks',
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="/plan/risks">
          <h1 class="govuk-heading-l">Risks</h1>
          <p class="govuk-body">
            What might go wrong, because of what, and what it would mean for children. As at{' '}
            {longDay(ctx.today)}.
          </p>
          {ctx.can('plan-edit').allow && <Button href="/plan/risks/new">Add a risk</Button>}
          {risks.length === 0 ? (
            <p class="govuk-body">No risk is written down yet.</p>
          ) : (
            <>
              <HeatMap risks={risks} />
              <Shows data={data} />
              {list.length === 0 ? (
                <p class="govuk-body">There are none.</p>
              ) : (
                <List list={list} caption={caption} on={ctx.today} />
              )}
            </>
          )}
        </PlanFrame>
      ),
    }
  },
})
