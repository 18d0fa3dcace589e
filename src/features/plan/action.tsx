import { contradictionsSaid } from '../../domain/improvement/plan-lines.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { actionCalled, lastSeq, readPlan, refOf } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import { InsetText, MojAlert, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { History } from './action-history.tsx'
import { Marks } from './action-marks.tsx'
import { MeasureSection } from './action-measure.tsx'
import { Milestones } from './action-milestones.tsx'
import { bandTitle, sectionTitle } from './filters.tsx'
import { inspectionName, PlanFrame } from './frame.tsx'
import { Due, Said } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const action = actionCalled(view, code)
  if (!action) return { missing: `There is no action ${code} in the plan. Open the plan and choose one.` }
  const held = !ctx.can('children-behind').allow
  const [line] = await planLines(ctx.tx, view, [action], { on: ctx.today, held })
  if (!line) return { missing: `There is no action ${code} in the plan.` }
  const entries = view.entries.filter(e => e.subject === action.id)
  const names = await namesOf(
    ctx.tx,
    entries.map(e => e.author),
  )
  return found({
    view,
    code,
    action,
    line,
    entries,
    names,
    seq: lastSeq(view, action.id),
    may: ctx.can('plan-edit').allow,
    mayOpen: ctx.can('children-behind').allow,
  })
}

export type ActionData = DataOf<typeof load>

function Source({ data }: { data: ActionData }) {
  const { source } = data.action
  const inspection = data.view.inspections.find(i => i.id === source.inspection)
  return (
    <InsetText>
      <p class="govuk-body gt-source-words">{source.text}</p>
      <p class="govuk-body-s gt-quiet">
        {inspection && (
          <a
            class="govuk-link"
            href={`/plan/inspection/${data.view.codes.get(inspection.id)}#area-${source.finding}`}
          >
            {inspectionName(inspection)}
          </a>
        )}
        {source.paragraph && <>, paragraph {source.paragraph}</>}. {sectionTitle(source.section)},{' '}
        {bandTitle(source.band).toLowerCase()}
      </p>
    </InsetText>
  )
}

function Facts({ data, ctx, may }: { data: ActionData; ctx: Ctx<Db>; may: boolean }) {
  const { action, code } = data
  const last = action.revisions.at(-1)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Better for children', value: <span class="gt-prose">{action.outcome}</span> },
          { key: 'What is done', value: <span class="gt-prose">{action.what}</span> },
          { key: 'Lead', value: action.lead },
          action.sponsor !== undefined && { key: 'Sponsor', value: action.sponsor },
          action.partners.length > 0 && { key: 'Partners', value: action.partners.join(', ') },
          action.start !== undefined && { key: 'Starts', value: longDay(action.start) },
          {
            key: 'Due',
            value: (
              <>
                <Due action={action} on={ctx.today} />
                {last && (
                  <span class="gt-line gt-quiet">
                    Moved on {longDay(last.on)}, agreed by {last.agreedBy}: {last.why}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {may && (
        <p class="govuk-body gt-ways">
          <a class="govuk-link" href={`/plan/action/${code}/record/action-planned`}>
            Change the words or people
          </a>
          <a class="govuk-link" href={`/plan/action/${code}/record/due-date-revised`}>
            Move the due date
          </a>
        </p>
      )}
    </>
  )
}

/** One action: what it answers, who does what by when, how it stands, what its figure says, and all that was written. */
export const actionPage = page({
  path: '/plan/action/:id',
  permission: 'plan-read',
  audit: 'an action of the plan',
  load,
  render: (data: ActionData, ctx: Ctx<Db>) => {
    const may = ctx.can('plan-edit').allow
    const against = contradictionsSaid(data.line)
    return {
      title: `Action ${refOf(data.view, data.action)}`,
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame ctx={ctx} view={data.view} at="">
          <span class="govuk-caption-l">Improvement plan</span>
          <h1 class="govuk-heading-l">Action {refOf(data.view, data.action)}</h1>
          {against.length > 0 && (
            <MojAlert variant="warning" title="The figures say otherwise">
              {against.map(said => (
                <p class="govuk-body">
                  <Said sentence={said} />
                </p>
              ))}
            </MojAlert>
          )}
          <div class="gt-columns">
            <div>
              <Source data={data} />
              <Facts data={data} ctx={ctx} may={may} />
              <MeasureSection data={data} may={may} />
              <Milestones data={data} ctx={ctx} may={may} />
            </div>
            <Marks data={data} ctx={ctx} may={may} />
          </div>
          <History data={data} />
        </PlanFrame>
      ),
    }
  },
})
