import { dueOf } from '../../domain/improvement/framework.ts'
import { frameworks } from '../../domain/improvement/frameworks.ts'
import { england } from '../../domain/kernel/calendar.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { rawAnswers, textOf } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { reportLoaded } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { inspectionCalled, lastSeq, readPlan } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { Button, Checkboxes } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { write } from './write.ts'

/** Where the report came from is no matter of correction. */
const asked = without(reportLoaded, 'file')

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const inspection = inspectionCalled(view, code)
  const loads = view.entries.filter(e => e.subject === inspection?.id && e.type === reportLoaded.code)
  const first = loads[0]
  const last = loads.at(-1)
  if (!inspection || !first || !last) return { missing: `There is no inspection ${code} in the plan.` }
  return found({ view, code, inspection, first, last, seq: lastSeq(view, inspection.id) })
}

type Data = DataOf<typeof load>

/** The areas as read, their days counted again from the day of publication now said. */
function recounted(last: Entry, answers: Answers): unknown {
  const areas = last.answers.areasForImprovement
  const published = answers.published as Day | undefined
  const bands = frameworks.find(f => f.code === answers.framework)?.bands ?? []
  if (!Array.isArray(areas)) return []
  return areas.map(area => {
    const band = bands.find(b => b.code === Object(area).band)
    return { ...Object(area), due: (band && published && dueOf(band, published, england)) ?? null }
  })
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, asked, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const { first, last } = data
  // What was read and is not asked here stands: judgements, findings, the kind of visit.
  const beside = Object.entries(last.answers).filter(([name]) => !Object.hasOwn(asked.fields, name))
  const answers = {
    ...Object.fromEntries(beside),
    ...read.value,
    areasForImprovement: recounted(last, read.value),
    unsure: textOf(typed, '_checked') === 'yes' ? [] : last.answers.unsure,
  }
  const outcome = await write(ctx, {
    subject: { id: data.inspection.id, kind: 'inspection', code: data.code },
    type: reportLoaded,
    answers,
    amends: first.id,
    stale: e => e.type === reportLoaded.code,
  })
  return await answered(ctx, outcome, { typed, at: 'framework', go: `/plan/inspection/${data.code}` })
}

/** Corrects what was read from a report's cover. What people confirmed of its areas stays. */
export const coverPage = page({
  path: '/plan/inspection/:id/cover',
  permission: 'plan-edit',
  audit: 'correct the cover of an inspection report',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const at = `/plan/inspection/${data.code}`
    return {
      title: 'Correct the report',
      section: 'plan',
      body: (
        <PlanFrame at={at}>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Correct what was read from the cover</h1>
          <p class="govuk-body">
            The days of areas that nobody has confirmed are counted again from publication.
          </p>
          <RecordForm
            ctx={ctx}
            type={asked}
            id={newId(ctx.now)}
            seq={data.seq}
            returned={returned}
            start={rawAnswers(asked, data.last.answers)}
          >
            {data.inspection.unsure.length > 0 && (
              <Checkboxes
                name="_checked"
                small
                items={[{ value: 'yes', text: 'I have checked what the reader was not sure of' }]}
                hint={data.inspection.unsure.join(' ')}
              />
            )}
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={at}>
                Leave it
              </a>
            </div>
          </RecordForm>
        </PlanFrame>
      ),
    }
  },
})
