import { answersTo } from '../../domain/improvement/plan.ts'
import { SOURCE_KINDS, sourceName } from '../../domain/improvement/source.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type PlanView, readPlan } from '../../store/queries/plan.ts'
import { Button, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { PlanFrame, sourcePath } from './frame.tsx'

const load = async (ctx: Ctx<Db>) => found({ view: await readPlan(ctx.tx) })
type Data = DataOf<typeof load>

/** How many of a source's recommendations stand, are still to be checked, and have an action. */
function counts(view: PlanView, source: PlanView['inspections'][number]) {
  const standing = source.findings.filter(f => !f.setAside)
  const answered = new Set(
    view.actions.flatMap(a => answersTo(a).flatMap(s => (s.inspection === source.id ? [s.finding] : []))),
  )
  return {
    standing: standing.length,
    unchecked: standing.filter(f => !f.confirmed).length,
    planned: standing.filter(f => answered.has(f.id)).length,
  }
}

/** Everything the plan answers: what it asks, and how much of it has an action. */
export const sourcesPage = page({
  path: '/plan/sources',
  permission: 'plan-read',
  audit: 'the sources of the improvement plan',
  load,
  render: ({ view }: Data, ctx: Ctx<Db>) => {
    const may = ctx.can('plan-edit').allow
    return {
      title: 'Sources of the plan',
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="/plan/sources">
          <h1 class="govuk-heading-l">What the plan answers</h1>
          {may && (
            <div class="govuk-button-group">
              <Button href="/plan/load">Load an inspection report</Button>
              <Button variant="secondary" href="/plan/source/new">
                Add another source
              </Button>
              <a class="govuk-link" href="/plan/import">
                Load a plan from Excel or Word
              </a>
              <a class="govuk-link" href="/plan/frameworks">
                Inspection frameworks
              </a>
            </div>
          )}
          {view.inspections.length === 0 ? (
            <p class="govuk-body">Nothing yet. Begin with an inspection report, a review or a theme.</p>
          ) : (
            <MojScrollablePane label="Sources">
              <Table
                caption="Sources of the plan"
                captionClass="govuk-visually-hidden"
                head={['Source', 'Kind', 'From', 'Date', 'Asks', 'With an action', 'To check']}
                rows={view.inspections.map(source => {
                  const n = counts(view, source)
                  return [
                    {
                      text: (
                        <a class="govuk-link" href={sourcePath(view, source)}>
                          {sourceName(source)}
                        </a>
                      ),
                    },
                    SOURCE_KINDS[source.kind],
                    source.body ?? (source.kind === 'inspection' ? 'Ofsted' : ''),
                    { text: source.published ? shortDay(source.published) : 'Not known', class: 'gt-nowrap' },
                    String(n.standing),
                    {
                      text: (
                        <a class="govuk-link" href={`/plan?source=${source.id}`}>
                          {n.planned} of {n.standing}
                          <span class="govuk-visually-hidden"> of {sourceName(source)} have an action</span>
                        </a>
                      ),
                    },
                    n.unchecked > 0 ? String(n.unchecked) : 'None',
                  ]
                })}
              />
            </MojScrollablePane>
          )}
        </PlanFrame>
      ),
    }
  },
})
