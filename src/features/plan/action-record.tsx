import { rawAnswers, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import {
  actionPlanned,
  actionProgress,
  deliveryMarked,
  dueDateRevised,
  impactMarked,
  milestoneMet,
  milestoneSet,
} from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { actionCalled, lastSeq, readPlan, refOf } from '../../store/queries/plan.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, type Page, page, type Returned } from '../../web/page.ts'
import { PlanFrame } from './frame.tsx'
import { EntryWords } from './parts.tsx'
import { readForm, without, write } from './write.ts'

/** What a form need not ask, as where it stands answers it. */
const known: Readonly<Record<string, readonly string[]>> = {
  'action-planned': ['inspection', 'finding', 'due'],
  'milestone-met': ['milestone'],
}

/** What is written on an action, each on a page of its own. Notes and milestones are never the same twice. */
const recordable: readonly RecordType[] = [
  actionPlanned,
  milestoneSet,
  milestoneMet,
  actionProgress,
  deliveryMarked,
  impactMarked,
  dueDateRevised,
]
const ALWAYS_NEW = [actionProgress.code, milestoneSet.code]

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const action = actionCalled(view, code)
  if (!action) return { missing: `There is no action ${code} in the plan. Open the plan and choose one.` }
  const planned = view.entries.findLast(e => e.subject === action.id && e.type === actionPlanned.code)
  const milestone = action.milestones.find(m => m.id === ctx.query.milestone)
  return found({ view, code, action, planned, milestone, seq: lastSeq(view, action.id) })
}

type Data = DataOf<typeof load>

const needsMilestone = (type: RecordType, data: Data) =>
  type.code === milestoneMet.code && data.milestone === undefined

/** The answers that the form did not ask for. */
function given(type: RecordType, data: Data): Readonly<Record<string, unknown>> {
  const { action, milestone } = data
  if (type.code === milestoneMet.code) return { milestone: milestone?.id }
  if (type.code !== actionPlanned.code) return {}
  return { inspection: action.source.inspection, finding: action.source.finding, due: action.due }
}

async function submitFor(type: RecordType, ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const asked = without(type, ...(known[type.code] ?? []))
  const read = readForm(ctx, asked, typed)
  const first = Object.keys(asked.fields)[0] ?? ''
  if (!read.ok) return { again: { typed, faults: read.error } }
  const outcome = await write(ctx, {
    subject: { id: data.action.id, kind: 'action', code: data.code },
    type,
    answers: { ...given(type, data), ...read.value },
    stale: e => e.type === type.code && !ALWAYS_NEW.includes(type.code),
  })
  const kept = await notWritten(outcome, {
    typed,
    at: first,
    namesOf: ids => namesOf(ctx.tx, ids),
    words: e => EntryWords({ entry: e }),
  })
  if (kept) return kept
  return { go: `/plan/action/${data.code}` }
}

function RecordForm({
  type,
  data,
  ctx,
  typed,
  ...returned
}: {
  type: RecordType
  data: Data
  ctx: Ctx<Db>
  typed: Typed | undefined
  faults: Readonly<Record<string, string>>
  conflict: Returned['conflict']
}) {
  const asked = without(type, ...(known[type.code] ?? []))
  const before =
    type.code === actionPlanned.code && data.planned ? rawAnswers(asked, data.planned.answers) : {}
  const milestone = data.milestone ? `?milestone=${data.milestone.id}` : ''
  return (
    <Form csrf={ctx.csrf} action={`/plan/action/${data.code}/record/${type.code}${milestone}`}>
      <Once typed={typed} id={newId(ctx.now)} seq={data.seq} />
      {returned.conflict}
      <RecordFields
        type={asked}
        typed={typed ?? before}
        faults={returned.faults}
        today={ctx.today}
        fresh={!typed && type.code !== actionPlanned.code}
        people={[]}
      />
      <div class="govuk-button-group">
        <Button>Record</Button>
        <a class="govuk-link" href={`/plan/action/${data.code}`}>
          Back to the action
        </a>
      </div>
    </Form>
  )
}

/** A page for everything that is written on an action. */
export const actionRecordPages: readonly Page<Db>[] = recordable.map(type =>
  page({
    path: `/plan/action/:id/record/${type.code}`,
    permission: 'plan-edit',
    audit: `record on an action: ${type.title.toLowerCase()}`,
    load: async (ctx: Ctx<Db>) => {
      const loaded = await load(ctx)
      if ('found' in loaded && needsMilestone(type, loaded.found))
        return { missing: 'This action has no such milestone. Open the action and choose one there.' }
      return loaded
    },
    submit: (ctx: Ctx<Db>, data: Data) => submitFor(type, ctx, data),
    render: (data: Data, ctx: Ctx<Db>, returned) => ({
      title: `${type.title}: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame ctx={ctx} view={data.view} at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Action {refOf(data.view, data.action)}: {data.action.what}
          </span>
          <h1 class="govuk-heading-l">{type.title}</h1>
          {type.help && <p class="govuk-body">{type.help}</p>}
          {data.milestone && <p class="govuk-body">{data.milestone.what}</p>}
          <RecordForm
            type={type}
            data={data}
            ctx={ctx}
            typed={returned?.typed}
            faults={returned?.faults ?? {}}
            conflict={returned?.conflict}
          />
        </PlanFrame>
      ),
    }),
  }),
)
