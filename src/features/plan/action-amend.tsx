import { rawAnswers } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped, takesFiles } from '../../store/kept.ts'
import { refOf } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../web/page.ts'
import { AMENDED, amends, type EntryData, loadEntry, sameEntry, subjectOf } from './action-entry.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { write } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadEntry(ctx)
  if ('found' in loaded && !amends(loaded.found.root.type))
    return {
      refused: 'This is not put right word for word. Write it again on the action: both stay to be seen.',
    }
  return loaded
}

const askedAgain = (data: EntryData) =>
  without(knownRecordType(data.root.type), ...(AMENDED[data.root.type] ?? []))

async function submit(ctx: Ctx<Db>, data: EntryData): Promise<Outcome> {
  const type = knownRecordType(data.root.type)
  const again = { ...askedAgain(data), faults: () => ({}) }
  const kept = await keepTyped(ctx.tx, data.action.id, again, ctx.typed, ctx.uploads, ctx.now)
  const { typed } = kept
  const read = readForm(ctx, again, typed)
  const fixed = Object.fromEntries((AMENDED[type.code] ?? []).map(n => [n, data.entry.answers[n]]))
  const answers = read.ok ? { ...fixed, ...read.value } : {}
  const faults = { ...(read.ok ? type.faults(answers) : read.error), ...kept.faults }
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }
  const outcome = await write(ctx, {
    subject: subjectOf(data),
    type,
    answers,
    amends: data.root.id,
    stale: sameEntry(data),
  })
  const at = Object.keys(again.fields)[0] ?? ''
  return await answered(ctx, outcome, { typed, at, names: data.names, go: `/plan/action/${data.code}` })
}

/** Puts an entry of an action right. What it said before stays in the history. */
export const entryAmendPage = page({
  path: '/plan/action/:id/entry/:entry/amend',
  permission: 'plan-edit',
  audit: 'put an entry of an action right',
  takesFile: true,
  load,
  submit,
  render: (data: EntryData, ctx: Ctx<Db>, returned) => {
    const again = askedAgain(data)
    return {
      title: `Put right: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Action {refOf(data.view, data.action)}: {data.action.what}
          </span>
          <h1 class="govuk-heading-l">Put right: {knownRecordType(data.root.type).title.toLowerCase()}</h1>
          <p class="govuk-body">What it said before stays in the history.</p>
          <RecordForm
            ctx={ctx}
            type={again}
            id={newId(ctx.now)}
            seq={data.seq}
            returned={returned}
            start={rawAnswers(again, data.entry.answers)}
            takesFile={takesFiles(again)}
          >
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`/plan/action/${data.code}`}>
                Leave it
              </a>
            </div>
          </RecordForm>
        </PlanFrame>
      ),
    }
  },
})
