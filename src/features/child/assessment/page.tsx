import { openAssessment, startAnswers } from '../../../domain/assessment/gathered.ts'
import { kindDoubt } from '../../../domain/assessment/kind-on.ts'
import { sections } from '../../../domain/assessment/sections.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { writes } from '../../../domain/records/record-type.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { newId } from '../../../store/ids.ts'
import { siblingsOf } from '../../../store/queries/assessment-siblings.ts'
import { singleFrom } from '../../../store/queries/assessment-switch.ts'
import { fileOf } from '../../../store/queries/file-of.ts'
import { listable } from '../../../store/queries/listable.ts'
import { Begun, Form, Once, Problems } from '../../../web/form/form.tsx'
import { RecordFields } from '../../../web/form/record-fields.tsx'
import { InsetText } from '../../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Returned } from '../../../web/page.ts'
import { ChildFrame, childTitle } from '../frame.tsx'
import { Agencies } from './agencies.tsx'
import { AssessmentClocks } from './clocks.tsx'
import { Contents, EnterRecords, isConfidential, isYoung, Part, Sending } from './form.tsx'
import { submitAssessment } from './submit.ts'
import { Under } from './under.tsx'

const formAt = (ctx: ChildCtx<Db>): string => `/child/${ctx.child.code}/record/${assessment.code}`

async function load(ctx: ChildCtx<Db>) {
  if (!writes(assessment, ctx.viewer.role))
    return { refused: 'Your role does not record this: assessment. Ask the child’s manager.' }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const draft = await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, assessment.code)
  const from = await singleFrom(ctx.tx)
  const siblings = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    await siblingsOf(ctx.tx, ctx.child.id, ctx.today),
  )
  return found({
    view,
    draft,
    from,
    siblings: siblings.size,
    start: startAnswers(view.file, ctx.today, from),
  })
}

type Data = DataOf<typeof load>

function AssessmentForm({
  ctx,
  data,
  returned,
}: {
  ctx: ChildCtx<Db>
  data: Data
  returned: Returned | null
}) {
  const { view } = data
  const typed = returned?.typed ?? data.draft?.typed ?? data.start
  const faults = returned?.faults ?? {}
  const doubt = kindDoubt(textOf(typed, 'kind'), openAssessment(view.file)?.from ?? ctx.today, data.from)
  const known = { view, ctx, typed }
  return (
    <Form csrf={ctx.csrf} action={formAt(ctx)} draft={`${formAt(ctx)}?keep=script`} class="gt-assess">
      <EnterRecords />
      <Once typed={returned?.typed ?? data.draft?.typed} id={newId(ctx.now)} seq={view.seq} />
      {returned?.conflict}
      {sections.map(part => (
        <Part part={part}>
          {part.code === 'what' && doubt && <InsetText>{doubt}</InsetText>}
          <RecordFields
            type={assessment}
            typed={typed}
            faults={faults}
            today={ctx.today}
            fresh={!returned && !data.draft}
            people={[]}
            only={part.fields}
            young={isYoung(view.file, ctx.today)}
            under={name =>
              name === 'agencies' ? <Agencies {...known} faults={faults} /> : <Under {...known} name={name} />
            }
          />
        </Part>
      ))}
      <Sending ctx={ctx} confidential={isConfidential(typed)} />
    </Form>
  )
}

/** An assessment on one page: what the record knows is filled in, and nothing else is asked twice. */
export const assessmentPage = childPage({
  path: `/child/:child/record/${assessment.code}`,
  permission: assessment.permission,
  audit: 'record: assessment',
  load,
  submit: (ctx: ChildCtx<Db>, data: Data) => submitAssessment(ctx, data.view, formAt(ctx)),
  render: (data: Data, ctx: ChildCtx<Db>, returned) => ({
    title: childTitle(ctx, assessment.title),
    section: 'find',
    wide: true,
    body: (
      <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">{assessment.title}</h1>
        <p class="govuk-body">{assessment.help}</p>
        {!returned && <Begun draft={data.draft} />}
        <div class="gt-assess-top">
          <Contents parts={sections} />
          <aside class="gt-known" aria-label="How it stands">
            <h2 class="govuk-heading-s">How it stands</h2>
            <AssessmentClocks view={data.view} ctx={ctx} />
            {data.siblings > 0 && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/child/${ctx.child.code}/assess-together`}>
                  Assess brothers and sisters together
                </a>
                : what they share is written once.
              </p>
            )}
          </aside>
        </div>
        <AssessmentForm ctx={ctx} data={data} returned={returned} />
      </ChildFrame>
    ),
  }),
})
