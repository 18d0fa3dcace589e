import { frameworkOf } from '../../domain/improvement/frameworks.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { inspectionCalled, lastSeq, readPlan } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, page, type Returned } from '../../web/page.ts'
import { Areas } from './areas.tsx'
import { FollowUps } from './follow-ups.tsx'
import { PlanFrame } from './frame.tsx'
import { submitInspection } from './inspection-submit.tsx'
import { Judgements } from './judgements.tsx'

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const inspection = inspectionCalled(view, code)
  if (!inspection)
    return { missing: `There is no inspection ${code} in the plan. Open the plan and choose one.` }
  const entries = view.entries.filter(e => e.subject === inspection.id)
  const names = await namesOf(
    ctx.tx,
    entries.map(e => e.author),
  )
  return found({ view, code, inspection, entries, names, seq: lastSeq(view, inspection.id) })
}

export type InspectionData = DataOf<typeof load>

function Cover({ data, may }: { data: InspectionData; may: boolean }) {
  const { inspection, code } = data
  const said = (value: string | null) => value ?? <span class="gt-quiet">Not found in the report</span>
  const date = (d: typeof inspection.published) => said(d && longDay(d))
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Council', value: said(inspection.authority) },
          { key: 'Framework', value: inspection.framework && frameworkOf(inspection.framework).name },
          {
            key: 'Inspected',
            value: (
              <>
                {date(inspection.inspectedFrom)} to {date(inspection.inspectedTo)}
              </>
            ),
          },
          { key: 'Published', value: date(inspection.published) },
          { key: 'Read from', value: inspection.file },
        ]}
      />
      {may && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plan/inspection/${code}/cover`}>
            Correct the council, framework or days
          </a>
        </p>
      )}
    </>
  )
}

const Unsure = ({ unsure }: { unsure: readonly string[] }) =>
  unsure.length === 0 ? null : (
    <InsetText>
      <h2 class="govuk-heading-s">Please check</h2>
      <ul class="govuk-list govuk-list--bullet">
        {unsure.map(words => (
          <li>{words}</li>
        ))}
      </ul>
    </InsetText>
  )

function render(data: InspectionData, ctx: Ctx<Db>, returned: Returned | null): Html {
  const may = ctx.can('plan-edit').allow
  const { inspection, code } = data
  const open = inspection.findings.filter(f => !f.confirmed && !f.setAside).length
  return {
    title: `Inspection report: ${inspection.authority ?? code}`,
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame ctx={ctx} view={data.view} at={`/plan/inspection/${code}`}>
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">Inspection report</span>
        <h1 class="govuk-heading-l">{inspection.authority ?? inspection.file}</h1>
        <p class="govuk-body">
          {inspection.judgements.length} judgements and {inspection.findings.length} areas for improvement.{' '}
          {open > 0
            ? `${open} not checked against the report yet.`
            : 'Every area has been checked by a person.'}
        </p>
        <div class="gt-columns">
          <div>
            <Cover data={data} may={may} />
            <Unsure unsure={inspection.unsure} />
          </div>
          <FollowUps inspection={inspection} />
        </div>
        <Areas data={data} ctx={ctx} returned={returned} may={may} />
        {may && (
          <Button variant="secondary" href={`/plan/inspection/${code}?add=yes#add`}>
            Add an area that was not read
          </Button>
        )}
        <Judgements inspection={inspection} />
      </PlanFrame>
    ),
  }
}

/** One report: what was read, what a person has confirmed of it, and what must follow. */
export const inspectionPage = page({
  path: '/plan/inspection/:id',
  permission: 'plan-read',
  audit: 'an inspection report in the plan',
  load,
  render,
})

/** Where the forms of that page go, for those who may change the plan. */
export const areasPage = page({
  path: '/plan/inspection/:id/areas',
  permission: 'plan-edit',
  audit: 'check the areas of an inspection report',
  load,
  submit: submitInspection,
  render,
})
