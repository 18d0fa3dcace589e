import { type ActionSource, answersTo } from '../../domain/improvement/plan.ts'
import { sourceName } from '../../domain/improvement/source.ts'
import { oneOf } from '../../domain/records/kinds/choice.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { answersToo } from '../../domain/records/types/plan-parts.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { type PlanView, refOf } from '../../store/queries/plan.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { loadAction } from './action-load.ts'
import { PlanFrame } from './frame.tsx'
import { EntryWords } from './parts.tsx'
import { write } from './write.ts'

/** A recommendation as a form names it: its source and its number there. */
const keyOf = (s: Pick<ActionSource, 'inspection' | 'finding'>) => `${s.inspection} ${s.finding}`

const MOST = 140
const short = (text: string) => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text)

/** Every recommendation that stands and that the action does not answer yet, by key. */
function offered(view: PlanView, already: readonly ActionSource[]) {
  const has = new Set(already.map(keyOf))
  return Object.fromEntries(
    view.inspections.flatMap(source =>
      source.findings
        .filter(f => f.confirmed && !f.setAside)
        .map(
          f =>
            [
              keyOf({ inspection: source.id, finding: f.id }),
              `${sourceName(source)}: ${short(f.text)}`,
            ] as const,
        )
        .filter(([key]) => !has.has(key)),
    ),
  )
}

async function load(ctx: Ctx<Db>) {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const data = loaded.found
  const choices = offered(data.view, answersTo(data.action))
  if (Object.keys(choices).length === 0)
    return {
      refused:
        'This action answers every recommendation that has been checked. Add or check another source first.',
    }
  return found({ ...data, choices })
}

type Data = DataOf<typeof load>

const asked = (data: Data) => ({
  ...answersToo,
  fields: { which: oneOf('Which recommendation does it answer too?', data.choices) },
})

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, asked(data), typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const [inspection, finding] = String(read.value.which).split(' ')
  const outcome = await write(ctx, {
    subject: { id: data.action.id, kind: 'action', code: data.code },
    type: answersToo,
    answers: { inspection, finding },
    stale: () => false,
  })
  const words = (e: Data['entries'][number]) => EntryWords({ entry: e, names: data.names })
  const back = await notWritten(outcome, { typed, at: 'which', namesOf: ids => namesOf(ctx.tx, ids), words })
  return back ?? { go: `/plan/action/${data.code}` }
}

/** Joins an action to another recommendation, so that what two sources ask is planned once. */
export const answersTooPage = page({
  path: '/plan/action/:id/answers-too',
  permission: 'plan-edit',
  audit: 'join an action to another recommendation',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { source, finding } = ctx.query
    return {
      title: `Answers another recommendation: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Action {refOf(data.view, data.action)}: {data.action.what}
          </span>
          <h1 class="govuk-heading-l">What else does it answer?</h1>
          <p class="govuk-body">
            The same thing asked by two sources is planned once. Each source then shows this action.
          </p>
          <Form csrf={ctx.csrf} action={`/plan/action/${data.code}/answers-too`}>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            <RecordFields
              type={asked(data)}
              typed={returned?.typed ?? (source && finding ? { which: `${source} ${finding}` } : {})}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!returned}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button>It answers this too</Button>
              <a class="govuk-link" href={`/plan/action/${data.code}`}>
                Back to the action
              </a>
            </div>
          </Form>
        </PlanFrame>
      ),
    }
  },
})
