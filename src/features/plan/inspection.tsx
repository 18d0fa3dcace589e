import { frameworkOf } from '../../domain/improvement/frameworks.ts'
import { SOURCE_KINDS, sourceName } from '../../domain/improvement/source.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { inspectionCalled, lastSeq, readPlan } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { Files } from '../../web/form/written.tsx'
import { Button, InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, type Page, page, type Returned } from '../../web/page.ts'
import { Areas } from './areas.tsx'
import { FollowUps } from './follow-ups.tsx'
import { PlanFrame, sourcePath } from './frame.tsx'
import { submitInspection } from './inspection-submit.tsx'
import { Judgements } from './judgements.tsx'

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const inspection = inspectionCalled(view, code)
  if (!inspection)
    return { missing: `There is no source ${code} in the plan. Open the sources and choose one.` }
  const entries = view.entries.filter(e => e.subject === inspection.id)
  const names = await namesOf(
    ctx.tx,
    entries.map(e => e.author),
  )
  const at = sourcePath(view, inspection)
  return found({ view, code, at, inspection, entries, names, seq: lastSeq(view, inspection.id) })
}

export type InspectionData = DataOf<typeof load>

const said = (value: string | null) => value ?? <span class="gt-quiet">Not found in the report</span>

function ReportCover({ inspection }: { inspection: InspectionData['inspection'] }) {
  const date = (d: typeof inspection.published) => said(d && longDay(d))
  return (
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
  )
}

function OtherCover({ data, mayOpen }: { data: InspectionData; mayOpen: boolean }) {
  const { inspection, at } = data
  const { link, documents } = inspection
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: SOURCE_KINDS[inspection.kind] },
        { key: 'From', value: said(inspection.body) },
        { key: 'Date', value: said(inspection.published && longDay(inspection.published)) },
        link !== null && {
          key: 'Where it can be read',
          value: (
            <a class="govuk-link" href={link} {...(link.startsWith('/') ? {} : { rel: 'noreferrer' })}>
              {link}
            </a>
          ),
        },
        documents.length > 0 &&
          mayOpen && { key: 'Document', value: <Files answer={documents} at={`${at}/file`} /> },
      ]}
    />
  )
}

function Cover({ data, ctx, may }: { data: InspectionData; ctx: Ctx<Db>; may: boolean }) {
  const { inspection, at } = data
  const report = inspection.kind === 'inspection'
  return (
    <>
      {report ? (
        <ReportCover inspection={inspection} />
      ) : (
        <OtherCover data={data} mayOpen={ctx.can('children-behind').allow} />
      )}
      {may && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/cover`}>
            {report ? 'Correct the council, framework or days' : 'Correct its name, date or where it is from'}
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

/** How much was read, and how much of it a person has checked. */
function Sum({ inspection }: { inspection: InspectionData['inspection'] }) {
  const open = inspection.findings.filter(f => !f.confirmed && !f.setAside).length
  const areas = inspection.findings.length
  return (
    <p class="govuk-body">
      {inspection.kind === 'inspection'
        ? `${inspection.judgements.length} judgements and ${areas} areas for improvement.`
        : `${areas} ${areas === 1 ? 'recommendation' : 'recommendations'}.`}{' '}
      {open > 0
        ? `${open} not checked against the report yet.`
        : areas > 0 && 'Every area has been checked by a person.'}
    </p>
  )
}

function render(data: InspectionData, ctx: Ctx<Db>, returned: Returned | null): Html {
  const may = ctx.can('plan-edit').allow
  const { inspection, code, at } = data
  const report = inspection.kind === 'inspection'
  return {
    title: report ? `Inspection report: ${inspection.authority ?? code}` : sourceName(inspection),
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan/sources">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">{SOURCE_KINDS[inspection.kind]}</span>
        <h1 class="govuk-heading-l">
          {report ? (inspection.authority ?? inspection.file) : inspection.title}
        </h1>
        <Sum inspection={inspection} />
        <div class="gt-columns">
          <div>
            <Cover data={data} ctx={ctx} may={may} />
            <Unsure unsure={inspection.unsure} />
          </div>
          <FollowUps inspection={inspection} />
        </div>
        <Areas data={data} ctx={ctx} returned={returned} may={may} />
        {may && (
          <Button variant="secondary" href={`${at}?add=yes#add`}>
            {report ? 'Add an area that was not read' : 'Add a recommendation'}
          </Button>
        )}
        <Judgements inspection={inspection} />
      </PlanFrame>
    ),
  }
}

/** One source: what was read or entered, what a person has confirmed of it, and what must follow. */
export const inspectionPage = page({
  path: '/plan/inspection/:id',
  permission: 'plan-read',
  audit: 'an inspection report in the plan',
  load,
  render,
})

export const sourcePage = page({
  path: '/plan/source/:id',
  permission: 'plan-read',
  audit: 'a source of the plan',
  load,
  render,
})

/** Where the forms of those pages go, for those who may change the plan. */
const areasAt = (where: 'inspection' | 'source') =>
  page({
    path: `/plan/${where}/:id/areas`,
    permission: 'plan-edit',
    audit: 'check the areas of an inspection report',
    load,
    submit: submitInspection,
    render,
  })
export const areasPages: readonly Page<Db>[] = [areasAt('inspection'), areasAt('source')]
