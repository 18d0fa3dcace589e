import { formDay } from '../../domain/records/kinds/day.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { actionPlanned } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { staff } from '../../store/people.ts'
import { inspectionCalled, readPlan, refOf } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button, Details, InsetText } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { withThemes } from './action-fields.ts'
import { PlanFrame } from './frame.tsx'
import { startPlanFile } from './write.ts'

const asked = without(actionPlanned, 'inspection', 'finding')

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const inspection = inspectionCalled(view, ctx.query.inspection ?? '')
  const finding = inspection?.findings.find(f => f.id === ctx.query.finding)
  if (!inspection || !finding)
    return { missing: 'An action answers an area for improvement. Open the plan and choose the area there.' }
  if (finding.setAside || !finding.confirmed)
    return {
      refused: finding.setAside
        ? 'This area was set aside. Open the report and correct it first, if it is to be acted on.'
        : 'Nobody has checked this area against the report yet. Open the report and confirm it first.',
    }
  return found({ view, inspection, finding, people: await staff(ctx.tx) })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { inspection, finding }: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, asked, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const answers = { inspection: inspection.id, finding: finding.id, ...read.value }
  const code = await startPlanFile(ctx, 'A', actionPlanned, answers)
  return code ? { go: `/plan/action/${code}` } : { again: { typed, faults: { outcome: BROKEN } } }
}

/** The ways to an action that answers it already: the same thing asked twice is planned once. */
function Already({ view, source, finding }: { view: Data['view']; source: string; finding: string }) {
  if (view.actions.length === 0) return null
  const asked = new URLSearchParams({ source, finding })
  return (
    <Details summary="An action in the plan answers this already">
      <ul class="govuk-list">
        {view.actions.map(a => (
          <li>
            <a class="govuk-link" href={`/plan/action/${view.codes.get(a.id)}/answers-too?${asked}`}>
              {refOf(view, a)}. {a.what}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** Plans an action that answers an area for improvement. */
export const actionNewPage = page({
  path: '/plan/action/new',
  permission: 'plan-edit',
  audit: 'plan an action',
  load,
  submit,
  render: ({ view, inspection, finding, people }: Data, ctx: Ctx<Db>, returned) => {
    const code = view.codes.get(inspection.id)
    const start = finding.due && finding.due > ctx.today ? { due: formDay(finding.due) } : {}
    return {
      title: 'Plan an action',
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Plan an action</h1>
          <InsetText>{finding.text}</InsetText>
          <Already view={view} source={inspection.id} finding={finding.id} />
          <p class="govuk-body">{actionPlanned.help}</p>
          <NewFileForm
            ctx={ctx}
            id={newId(ctx.now)}
            type={{ ...asked, fields: withThemes(asked.fields, view) }}
            returned={returned}
            start={start}
            people={people.map(p => ({ value: p.id, text: p.team ? `${p.name}, ${p.team}` : p.name }))}
            action={`/plan/action/new?inspection=${code}&finding=${finding.id}`}
          >
            <Button>Plan it</Button>
          </NewFileForm>
        </PlanFrame>
      ),
    }
  },
})
