import { paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { Begun, DraftStatus, Form, Problems } from '../../../web/form/form.tsx'
import { Button } from '../../../web/govuk/index.ts'
import { type Ctx, page, type Returned } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { type EditData, loadEdit } from './edit-load.ts'
import { EditPart } from './edit-part.tsx'
import { saveEdit } from './edit-save.ts'
import { asksOf, boxesOf } from './edit-words.ts'

function About({ data }: { data: EditData }) {
  const { file, input } = data
  return (
    <p class="govuk-body">
      {file.body}, {longDay(file.meeting)}. Figures as at {longDay(file.asAt)}, compared with{' '}
      {input.previous ? (
        <>
          <a class="govuk-link" href={`/plan/papers/${input.previous.code}`}>
            the paper of {longDay(input.previous.meeting)}
          </a>{' '}
          ({longDay(input.since)})
        </>
      ) : (
        longDay(input.since)
      )}
      .{' '}
      <a class="govuk-link" href={`/plan/papers/${file.code}/about`}>
        Change
      </a>
    </p>
  )
}

/** What is still to be written, each leading to its place. */
function Left({ data }: { data: EditData }) {
  return (
    <nav class="gt-write__left" aria-labelledby="left">
      <h2 class="govuk-heading-s" id="left">
        {data.left.length === 0 ? 'Every place is written' : `Still to be written: ${data.left.length}`}
      </h2>
      <ul class="govuk-list">
        {data.left.map(({ ask }) => (
          <li>
            <a class="govuk-link" href={`#${ask.key}`}>
              {ask.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function EditForm({ data, ctx, returned }: { data: EditData; ctx: Ctx<Db>; returned: Returned | null }) {
  const { file, entries, input, outline, draft } = data
  const at = `/plan/papers/${file.code}/edit`
  const boxes = boxesOf(asksOf(outline), file, entries, input, returned ?? draft)
  return (
    <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} class="gt-write">
      {/* The first button of a form is the one that the Enter key presses. */}
      <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <input type="hidden" name="_entry" value={textOf(returned?.typed ?? {}, '_entry') || newId(ctx.now)} />
      <input type="hidden" name="_basis" value={file.seq} />
      {data.parts.map((part, nth) => (
        <EditPart part={part} nth={nth} boxes={boxes} data={data} faults={returned?.faults ?? {}} />
      ))}
      <div class="gt-write__save">
        <div class="govuk-button-group">
          <Button>Save</Button>
          <Button variant="secondary" name="_then" value="read">
            Save and read the paper
          </Button>
        </div>
        <DraftStatus />
      </div>
    </Form>
  )
}

/** The author’s side of a paper: every part with what the record says, and a place for their own words beside it. */
export const paperEditPage = page({
  path: '/plan/papers/:id/edit',
  permission: 'paper-write',
  audit: 'write a paper',
  load: loadEdit,
  submit: saveEdit,
  render: (data: EditData, ctx: Ctx<Db>, returned) => ({
    title: `Write: ${paperKinds[data.file.kind].title}`,
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">{paperKinds[data.file.kind].title}</span>
        <h1 class="govuk-heading-l">Write the paper</h1>
        <About data={data} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/plan/papers/${data.file.code}`}>
            Read it as it stands
          </a>
        </p>
        {!returned && <Begun draft={data.draft} />}
        <Left data={data} />
        <EditForm data={data} ctx={ctx} returned={returned} />
      </PlanFrame>
    ),
  }),
})
