import { readForm, without } from '../../domain/records/read-form.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { planEntryWithdrawn } from '../../domain/records/types/plan-parts.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { refOf } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../web/page.ts'
import { type EntryData, FIRM, loadEntry, sameEntry, subjectOf } from './action-entry.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { EntryWords } from './parts.tsx'
import { write } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadEntry(ctx)
  const refused = 'found' in loaded ? FIRM[loaded.found.root.type] : undefined
  return refused ? { refused } : loaded
}

const asked = without(planEntryWithdrawn, 'entry')

async function submit(ctx: Ctx<Db>, data: EntryData): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, asked, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const outcome = await write(ctx, {
    subject: subjectOf(data),
    type: planEntryWithdrawn,
    answers: { entry: data.root.id, ...read.value },
    stale: sameEntry(data),
  })
  const { names } = data
  return await answered(ctx, outcome, { typed, at: 'why', names, go: `/plan/action/${data.code}` })
}

/** Takes an entry of an action out of what counts. It stays in the history, struck through, with the reason. */
export const entryWithdrawPage = page({
  path: '/plan/action/:id/entry/:entry/withdraw',
  permission: 'plan-edit',
  audit: 'take an entry of an action out',
  load,
  submit,
  render: (data: EntryData, ctx: Ctx<Db>, returned) => ({
    title: `Take out: action ${refOf(data.view, data.action)}`,
    section: 'plan',
    body: (
      <PlanFrame at="">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">
          Action {refOf(data.view, data.action)}: {data.action.what}
        </span>
        <h1 class="govuk-heading-l">
          {data.root.type === planEntryWithdrawn.code
            ? 'Put back what was taken out?'
            : `Take this out: ${knownRecordType(data.root.type).title.toLowerCase()}?`}
        </h1>
        <InsetText>
          <EntryWords entry={data.entry} names={data.names} />
        </InsetText>
        <p class="govuk-body">It no longer counts. It stays in the history, with who took it out and why.</p>
        <RecordForm ctx={ctx} type={asked} id={newId(ctx.now)} seq={data.seq} returned={returned}>
          <div class="govuk-button-group">
            <Button variant="warning">Take it out</Button>
            <a class="govuk-link" href={`/plan/action/${data.code}`}>
              Leave it
            </a>
          </div>
        </RecordForm>
      </PlanFrame>
    ),
  }),
})
