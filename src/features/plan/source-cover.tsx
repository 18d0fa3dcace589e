import { rawAnswers } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { sourceAdded } from '../../domain/records/types/plan-sources.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { inspectionCalled, lastSeq, readPlan } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { write } from './write.ts'

/** What it recommends is corrected line by line, each where it stands. */
const asked = without(sourceAdded, 'recommendations')

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const source = inspectionCalled(view, code)
  const added = view.entries.filter(e => e.subject === source?.id && e.type === sourceAdded.code)
  const [first] = added
  const last = added.at(-1)
  if (!source || !first || !last)
    return { missing: `There is no source ${code} in the plan. Open the sources and choose one.` }
  return found({ view, code, source, first, last, seq: lastSeq(view, source.id) })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const kept = await keepTyped(ctx.tx, data.source.id, asked, ctx.typed, ctx.uploads, ctx.now)
  const { typed } = kept
  const read = readForm(ctx, asked, typed)
  const faults = { ...(read.ok ? {} : read.error), ...kept.faults }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const { recommendations } = data.last.answers
  const outcome = await write(ctx, {
    subject: { id: data.source.id, kind: 'inspection', code: data.code },
    type: sourceAdded,
    answers: { ...read.value, ...(recommendations === undefined ? {} : { recommendations }) },
    amends: data.first.id,
    stale: e => e.type === sourceAdded.code,
  })
  return await answered(ctx, outcome, { typed, at: 'kind', go: `/plan/source/${data.code}` })
}

/** Corrects what a source is called, its date and where it is from. What people confirmed of it stays. */
export const sourceCoverPage = page({
  path: '/plan/source/:id/cover',
  permission: 'plan-edit',
  audit: 'correct a source of the plan',
  takesFile: true,
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Correct the source',
    section: 'plan',
    body: (
      <PlanFrame at="/plan/sources">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Correct what the source is</h1>
        <RecordForm
          ctx={ctx}
          type={asked}
          id={newId(ctx.now)}
          seq={data.seq}
          returned={returned}
          start={rawAnswers(asked, data.last.answers)}
          takesFile
        >
          <div class="govuk-button-group">
            <Button>Save</Button>
            <a class="govuk-link" href={`/plan/source/${data.code}`}>
              Leave it
            </a>
          </div>
        </RecordForm>
      </PlanFrame>
    ),
  }),
})
