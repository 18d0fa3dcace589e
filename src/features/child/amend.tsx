import { endsNothing } from '../../domain/casework/ends.ts'
import { foldFile } from '../../domain/casework/file.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { rawAnswers, textOf } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { sentBack } from '../../domain/records/types/about-entries.ts'
import type { Db } from '../../store/connection.ts'
import { keepDraft, readDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { takesFiles } from '../../store/kept.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { NotesAt } from '../../web/form/notes.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText, TextInput } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../web/page.ts'
import { carersOf } from './carers.ts'
import { filesAt, withFiles } from './files.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { childrenNamed } from './named.ts'
import { peopleFor } from './people.ts'
import { notedFields, notesSoFar, saidOf, writtenSoFar } from './return-notes.ts'
import { mayChange, readAnswers, write } from './write.ts'

/** What this form is called among drafts. */
const formOf = (entry: string): string => `amend/${entry}`

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const entry = view.file.happenings.find(e => e.id === ctx.params.entry)
  if (!entry) return { missing: 'There is no such entry on this file, or it is confidential.' }
  const type = knownRecordType(entry.type)
  if (!mayChange(ctx, type))
    return {
      refused: `Your role does not record this: ${type.title.toLowerCase()}. Ask the child’s manager.`,
    }
  if (entry.withdrawn)
    return { missing: 'This entry was withdrawn, so it can’t be amended. Record it again if it happened.' }
  const people = await peopleFor(ctx, view.file)
  const carers = await carersOf(ctx, type)
  // A child is kept by the id of the file, and typed by the child ID.
  const named = await childrenNamed(ctx, type, [entry.answers])
  const start = Object.fromEntries(
    Object.entries(rawAnswers(type, entry.answers)).map(([name, raw]) => [
      name,
      typeof raw === 'string' && type.fields[name]?.kind.name === 'person'
        ? (named.get(raw)?.code ?? '')
        : raw,
    ]),
  )
  const draft = await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, formOf(entry.id))
  const written = writtenSoFar(ctx, draft?.typed ?? start)
  const notes = written ? await notesSoFar(ctx, view, type, written, entry) : []
  return found({ view, entry, type, people, carers, start, draft, notes })
}

type Data = DataOf<typeof load>

async function submit(sent: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { ctx, faults: files } = await withFiles(sent, data.type)
  const { typed } = ctx
  const form = formOf(data.entry.id)
  const keeps = await keepDraft(ctx, ctx.child.id, form, data.view.entries)
  if (keeps)
    return keeps === 'script'
      ? { said: saidOf(ctx, data.type, data.notes) }
      : { go: `/child/${ctx.child.code}/${form}` }
  const why = textOf(typed, '_why')
  const read = await readAnswers(ctx, data.type, data.view.file, typed, data.entry.answers)
  const faults = {
    ...(read.ok ? {} : read.error),
    ...files,
    ...(why === '' ? { _why: 'Say why it is being changed.' } : {}),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const written = await write(ctx, {
    type: knownRecordType('amendment'),
    answers: { why, becomes: read.value },
    amends: data.entry.id,
    form,
    stale: (e: Entry) => e.amends === data.entry.id,
    faults: entries =>
      endsNothing(
        foldFile(
          ctx.child.id,
          entries.filter(e => e.id !== data.entry.id),
        ),
        data.type,
        read.value,
      ),
  })
  const kept = await notWritten(written, {
    typed,
    at: '_why',
    namesOf: ids => namesOf(ctx.tx, ids),
    amended: data.type,
    files: filesAt(ctx),
  })
  if (kept) return kept
  return { go: `/child/${ctx.child.code}/entry/${data.entry.id}` }
}

/** Corrects an entry by adding another: what was written stays, with who, when and why. */
export const amendPage = childPage({
  path: '/child/:child/amend/:entry',
  permission: 'open',
  audit: 'amend an entry',
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const begun = returned?.typed ?? data.draft?.typed
    const typed = begun ?? data.start
    const at = `/child/${ctx.child.code}/${formOf(data.entry.id)}`
    const noted = notedFields(data.type)
    return {
      title: childTitle(ctx, `Amend: ${data.type.title}`),
      section: 'find',
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Amend</span>
          <h1 class="govuk-heading-l">{data.type.title}</h1>
          <p class="govuk-body">
            Change what is wrong. What was written before stays on the file, with your name and your reason
            beside it.
          </p>
          {data.entry.sentBack && (
            <InsetText>
              <p class="govuk-body">It was sent back. What must be done first:</p>
              <p class="govuk-body gt-prose">
                {textOf(rawAnswers(sentBack, data.entry.sentBack.answers), 'next')}
              </p>
              <p class="govuk-body gt-quiet gt-prose">
                {textOf(rawAnswers(sentBack, data.entry.sentBack.answers), 'why')}
              </p>
            </InsetText>
          )}
          {!returned && <Begun draft={data.draft} />}
          <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} takesFile={takesFiles(data.type)}>
            <Once typed={begun} id={newId(ctx.now)} seq={data.view.seq} />
            {returned?.conflict}
            <RecordFields
              type={data.type}
              typed={typed}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={false}
              people={data.people}
              carers={data.carers}
              under={name => noted.has(name) && <NotesAt field={name} notes={data.notes} />}
            />
            {noted.size > 0 && <NotesAt field={null} notes={data.notes} />}
            <TextInput
              name="_why"
              label={{ text: 'Why is it being changed?', size: 's' }}
              value={textOf(typed, '_why')}
              error={returned?.faults._why}
            />
            <div class="govuk-button-group">
              <Button>Amend</Button>
              <a class="govuk-link" href={`/child/${ctx.child.code}/entry/${data.entry.id}`}>
                Leave it as it is
              </a>
            </div>
            <DraftStatus />
          </Form>
        </ChildFrame>
      ),
    }
  },
})
