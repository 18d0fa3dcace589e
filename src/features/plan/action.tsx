import { contradictionsSaid } from '../../domain/improvement/plan-lines.ts'
import type { Db } from '../../store/connection.ts'
import { refOf } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import { MojAlert } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ChallengeSection } from './action-challenge.tsx'
import { ClosingSection } from './action-closing.tsx'
import { BarrierSection, EvidenceSection } from './action-evidence.tsx'
import { Facts } from './action-facts.tsx'
import { ActionHead } from './action-head.tsx'
import { History } from './action-history.tsx'
import { loadAction, noSuchAction } from './action-load.ts'
import { MeasureSection } from './action-measure.tsx'
import { Milestones } from './action-milestones.tsx'
import { Progress } from './action-progress.tsx'
import { Answers } from './action-sources.tsx'
import { PlanFrame } from './frame.tsx'
import { Said } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const { view, action, code } = loaded.found
  const held = !ctx.can('children-behind').allow
  const [line] = await planLines(ctx.tx, view, [action], { on: ctx.today, held, monthly: held })
  return line ? found({ ...loaded.found, line }) : noSuchAction(code)
}

export type ActionData = DataOf<typeof load>

function Contradictions({ data }: { data: ActionData }) {
  const against = contradictionsSaid(data.line)
  if (against.length === 0) return null
  return (
    <MojAlert variant="warning" title="The figures say otherwise" showTitle>
      {against.map(said => (
        <p class="govuk-body">
          <Said sentence={said} />
        </p>
      ))}
    </MojAlert>
  )
}

/** One action: what will be better, whether it is done and better, what is next; then all that stands behind that. */
export const actionPage = page({
  path: '/plan/action/:id',
  permission: 'plan-read',
  audit: 'an action of the plan',
  load,
  render: (data: ActionData, ctx: Ctx<Db>) => ({
    title: `Action ${refOf(data.view, data.action)}`,
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="">
        <span class="govuk-caption-l">Improvement plan: action {refOf(data.view, data.action)}</span>
        <h1 class="govuk-heading-l gt-plan-outcome">{data.action.outcome}</h1>
        <Contradictions data={data} />
        <ActionHead data={data} ctx={ctx} />
        <div class="gt-columns">
          <div>
            <h2 class="govuk-heading-m">What it answers</h2>
            <Answers data={data} />
            <Facts data={data} ctx={ctx} />
            <MeasureSection data={data} may={data.may} />
            <EvidenceSection data={data} />
          </div>
          <div>
            <Milestones data={data} ctx={ctx} may={data.may} />
            <Progress data={data} />
            <BarrierSection data={data} />
            <ChallengeSection data={data} />
            <ClosingSection data={data} ctx={ctx} />
          </div>
        </div>
        <History data={data} />
      </PlanFrame>
    ),
  }),
})
