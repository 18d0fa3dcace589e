import { givenIn, type Part, partOf } from '../../domain/access/parts.ts'
import { endsNothing } from '../../domain/casework/ends.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { ageOn } from '../../domain/kernel/day.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import type { Entry, Standing } from '../../domain/records/entry.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { rawAnswers, type Typed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { findRecordType, knownRecordType } from '../../domain/records/registry.ts'
import { educationPlan, educationPlanRating } from '../../domain/records/types/education.ts'
import type { Db } from '../../store/connection.ts'
import { keepDraft, readDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { type FileView, fileOf } from '../../store/queries/file-of.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, TextInput } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome, type Returned } from '../../web/page.ts'
import { readAnswers, sameThing, write } from './write.ts'

/** Under this age the words are those for a small child, as in an assessment. */
const YOUNG = 5

const isTheirs = (part: Part | null, type: RecordType | undefined, ctx: ChildCtx<Db>): type is RecordType =>
  type !== undefined && part?.types.includes(type.code) === true && writes(type, ctx.viewer.role)

/** What a new record begins with: of a judgement on a plan, the day of the last plan. */
function startOf(type: RecordType, view: FileView): Typed {
  const last = view.file.happenings.findLast(
    e => e.type === educationPlan.code && !e.withdrawn && e.answers.stage === 'agreed',
  )
  return type === educationPlanRating && last ? { of: formDay(last.happened) } : {}
}

/** @param entry what is amended, where something is */
async function opened(ctx: ChildCtx<Db>, type: RecordType, view: FileView, entry: Standing | null) {
  const form = entry ? `part/amend/${entry.id}` : `part/record/${type.code}`
  const { born } = view.file.person
  return found({
    type,
    view,
    entry,
    form,
    at: `/child/${ctx.child.code}/${form}`,
    young: born !== null && ageOn(born, ctx.today) < YOUNG,
    start: entry ? rawAnswers(type, entry.answers) : startOf(type, view),
    draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, form),
  })
}

async function loadNew(ctx: ChildCtx<Db>) {
  const type = findRecordType(ctx.params.type ?? '')
  if (!isTheirs(partOf(ctx.viewer.role), type, ctx))
    return { refused: 'Your role does not record this. Ask the child’s worker to.' }
  return await opened(ctx, type, await fileOf(ctx.tx, ctx.child, ctx.viewer), null)
}

async function loadAmended(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const part = partOf(ctx.viewer.role)
  const entry = part && givenIn(part, ctx.viewer, view.file.happenings).find(e => e.id === ctx.params.entry)
  const type = entry ? findRecordType(entry.type) : undefined
  if (!entry || !isTheirs(part, type, ctx))
    return { missing: 'There is no such entry in your part of the file that your role changes.' }
  return await opened(ctx, type, view, entry)
}
type Data = DataOf<typeof loadAmended>

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const { type, entry, view, form } = data
  const kept = await keepDraft(ctx, ctx.child.id, form, view.entries)
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: data.at }
  const read = await readAnswers(ctx, type, view.file, typed, entry?.answers)
  const why = textOf(typed, '_why')
  const faults = {
    ...(read.ok ? {} : read.error),
    ...(entry && why === '' ? { _why: 'Say why it is being changed.' } : {}),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const without = (all: readonly Entry[]) =>
    foldFile(ctx.child.id, entry ? all.filter(e => e.id !== entry.id) : all)
  const written = await write(ctx, {
    ...(entry
      ? {
          type: knownRecordType('amendment'),
          answers: { why, becomes: read.value },
          amends: entry.id,
          stale: (e: Entry) => e.amends === entry.id,
        }
      : { type, answers: read.value, stale: sameThing(type) }),
    form,
    faults: all => endsNothing(without(all), type, read.value),
  })
  const at = entry ? '_why' : (Object.keys(type.fields)[0] ?? '')
  const again = await notWritten(written, {
    typed,
    at,
    namesOf: ids => namesOf(ctx.tx, ids),
    ...(entry ? { amended: type } : {}),
  })
  if (again) return again
  const done = entry?.id ?? ('done' in written ? written.done : 'before' in written ? written.before : '')
  return { go: `/child/${ctx.child.code}/part?done=${done}${'before' in written ? '&again=yes' : ''}` }
}

function PartForm({ ctx, data, returned }: { ctx: ChildCtx<Db>; data: Data; returned: Returned | null }) {
  const { type, entry } = data
  const begun = returned?.typed ?? data.draft?.typed
  return (
    <>
      <Problems faults={returned?.faults} />
      <Heading over={`${ctx.child.called}, ${ctx.child.code}`}>
        {entry ? `Amend: ${type.title.toLowerCase()}` : type.title}
      </Heading>
      {type.help && <p class="govuk-body">{type.help}</p>}
      {entry && (
        <p class="govuk-body">
          Change what is wrong. What was written before stays, with your name and your reason beside it.
        </p>
      )}
      {!returned && <Begun draft={data.draft} />}
      <Form csrf={ctx.csrf} action={data.at} draft={`${data.at}?keep=script`}>
        <Once typed={begun} id={newId(ctx.now)} seq={data.view.seq} />
        {returned?.conflict}
        <RecordFields
          type={type}
          typed={begun ?? data.start}
          faults={returned?.faults ?? {}}
          today={ctx.today}
          fresh={!entry && !begun}
          young={data.young}
          people={[]}
        />
        {entry && (
          <TextInput
            name="_why"
            label={{ text: 'Why is it being changed?', size: 's' }}
            value={textOf(begun ?? {}, '_why')}
            error={returned?.faults._why}
          />
        )}
        <div class="govuk-button-group">
          <Button>{entry ? 'Amend' : 'Record'}</Button>
          <Button variant="secondary" name="_keep" value="hand">
            Keep for later
          </Button>
          <a class="govuk-link" href={`/child/${ctx.child.code}/part`}>
            Back to the child
          </a>
        </div>
        <DraftStatus />
      </Form>
    </>
  )
}

const render = (data: Data, ctx: ChildCtx<Db>, returned: Returned | null) => ({
  title: `${data.type.title}: ${ctx.child.called}`,
  section: 'work' as const,
  body: <PartForm ctx={ctx} data={data} returned={returned} />,
})

/** Writes in the part of a file that concerns somebody's work: only what belongs to that part, and shows nothing else. */
export const partRecordPage = childPage({
  path: '/child/:child/part/record/:type',
  permission: 'record-part',
  audit: 'record in a part of the file',
  load: loadNew,
  submit,
  render,
})

/** Corrects what stands in that part, by adding to it. */
export const partAmendPage = childPage({
  path: '/child/:child/part/amend/:entry',
  permission: 'record-part',
  audit: 'amend in a part of the file',
  load: loadAmended,
  submit,
  render,
})
