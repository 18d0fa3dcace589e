import { dueNow } from '../../domain/improvement/plan.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { rawAnswers, type Typed } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { actionPlanned } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped, takesFiles } from '../../store/kept.ts'
import { holdFile } from '../../store/ledger.ts'
import { staff } from '../../store/people.ts'
import { actionCalled, readPlan, refOf } from '../../store/queries/plan.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, type Page, page, type Returned } from '../../web/page.ts'
import { type ActionForm, actionForms } from './action-forms.ts'
import { loadAction } from './action-load.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { write } from './write.ts'

const loadFor = (form: ActionForm) => async (ctx: Ctx<Db>) => {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const data = loaded.found
  const about = form.about ? (ctx.query[form.about.name] ?? '') : ''
  const words = form.about?.words(data.action, about)
  if (form.about && words === undefined)
    return { missing: `This action has no such ${form.about.name}. Open the action and choose one there.` }
  const refused = form.refuses?.(data.action, ctx.viewer)
  // A form that was sent is answered by what was typed: see submit.
  if (refused && ctx.typed._csrf === undefined) return { refused }
  const asksPeople = 'owner' in form.type.fields || 'team' in form.type.fields
  const people = asksPeople ? await staff(ctx.tx) : []
  const teams = [...new Set(people.flatMap(p => p.team ?? []))].sort()
  return found({ ...data, about, words: words ?? form.tells?.(data.action), people, teams })
}

type Data = DataOf<ReturnType<typeof loadFor>>

/** The type as this form asks it. */
function askedIn(form: ActionForm, data: Data) {
  const { fields } = form
  const type = fields ? { ...form.type, fields: fields(data, data.about) } : form.type
  return without(type, ...(form.known ?? []))
}

/** A form reads what it asked; the type then judges the whole, with what was not asked. */
function readAsked(form: ActionForm, ctx: Ctx<Db>, data: Data, typed: Typed) {
  const asked = { ...askedIn(form, data), faults: () => ({}) }
  const read = readForm(ctx, asked, typed)
  if (!read.ok) return read
  const answers = { ...read.value, ...form.given?.(data, data.about, read.value) }
  const faults = { ...form.type.faults(answers), ...form.faults?.(data, answers) }
  return Object.keys(faults).length > 0
    ? { ok: false as const, error: faults }
    : { ok: true as const, value: answers }
}

async function submitFor(form: ActionForm, ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { type } = form
  const kept = takesFiles(type)
    ? await keepTyped(ctx.tx, data.action.id, type, ctx.typed, ctx.uploads, ctx.now)
    : { typed: ctx.typed, faults: {} }
  const { typed } = kept
  const read = readAsked(form, ctx, data, typed)
  if (!read.ok) return { again: { typed, faults: { ...read.error, ...kept.faults } } }
  if (Object.keys(kept.faults).length > 0) return { again: { typed, faults: kept.faults } }
  const first = Object.keys(askedIn(form, data).fields)[0] ?? ''
  await holdFile(ctx.tx, data.action.id)
  const fresh = actionCalled(await readPlan(ctx.tx), data.code) ?? data.action
  const refused = form.refuses?.(fresh, ctx.viewer)
  const outcome = await write(ctx, {
    subject: { id: data.action.id, kind: 'action', code: data.code },
    type,
    answers: read.value,
    stale: e => (e.type === type.code && !form.manifold) || form.crosses?.includes(e.type) === true,
    ...(refused ? { faults: { [first]: refused } } : {}),
  })
  const { names, code } = data
  return await answered(ctx, outcome, { typed, at: first, names, go: `/plan/action/${code}` })
}

/** Who can be chosen as the owner: those who work here now. */
const choices = (people: Data['people']) =>
  people.map(p => ({ value: p.id, text: p.team ? `${p.name}, ${p.team}` : p.name }))

/** A target falls due with the action, where nobody says otherwise. */
function aimed(asked: RecordType, { action }: Data, today: Day): Typed {
  const due = dueNow(action)
  return 'targetBy' in asked.fields && due > today ? { targetBy: formDay(due) } : {}
}

function RecordForm({
  form,
  data,
  ctx,
  returned,
}: {
  form: ActionForm
  data: Data
  ctx: Ctx<Db>
  returned: Returned | null
}) {
  const asked = askedIn(form, data)
  const again = form.type.code === actionPlanned.code
  const planned = data.entries.findLast(e => e.type === actionPlanned.code)
  const before = again && planned ? rawAnswers(asked, planned.answers) : aimed(asked, data, ctx.today)
  const about = form.about ? `?${form.about.name}=${data.about}` : ''
  return (
    <Form
      csrf={ctx.csrf}
      action={`/plan/action/${data.code}/record/${form.type.code}${about}`}
      takesFile={takesFiles(form.type)}
    >
      <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
      {returned?.conflict}
      <RecordFields
        type={asked}
        typed={returned?.typed ?? before}
        faults={returned?.faults ?? {}}
        today={ctx.today}
        fresh={!returned && !again}
        people={choices(data.people)}
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
export const actionRecordPages: readonly Page<Db>[] = actionForms.map(form =>
  page({
    path: `/plan/action/:id/record/${form.type.code}`,
    permission: 'plan-edit',
    audit: `record on an action: ${form.type.title.toLowerCase()}`,
    ...(takesFiles(form.type) ? { takesFile: true as const } : {}),
    load: loadFor(form),
    submit: (ctx: Ctx<Db>, data: Data) => submitFor(form, ctx, data),
    render: (data: Data, ctx: Ctx<Db>, returned) => ({
      title: `${form.type.title}: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Action {refOf(data.view, data.action)}: {data.action.what}
          </span>
          <h1 class="govuk-heading-l">{form.title ?? form.type.title}</h1>
          {form.type.help && <p class="govuk-body">{form.type.help}</p>}
          {data.words && <InsetText>{data.words}</InsetText>}
          <RecordForm form={form} data={data} ctx={ctx} returned={returned} />
        </PlanFrame>
      ),
    }),
  }),
)
