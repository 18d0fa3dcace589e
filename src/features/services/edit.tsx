import { londonTime } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, rawAnswers, textOf } from '../../domain/records/parse.ts'
import { serviceDetails } from '../../domain/records/types/service.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { BROKEN, writeOnce } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { append, findSubject, readEntries, startFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { nextServiceCode } from '../../store/queries/services.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'

const FORM = serviceDetails.code
const read = (ctx: Ctx<Db>) =>
  parse(serviceDetails, ctx.typed, { today: ctx.today, born: null, unborn: false })

async function load(ctx: Ctx<Db>) {
  const code = (ctx.params.service ?? '').toUpperCase()
  const subject = await subjectByCode(ctx.tx, 'service', code)
  if (!subject) return { missing: `There is no service ${code}. Search the directory for it.` }
  const entries = await readEntries(ctx.tx, subject.id)
  const last = entries.findLast(e => e.type === FORM)
  const draft = await readDraft(ctx.tx, ctx.viewer.id, subject.id, FORM)
  return found({ subject, entries, last, draft, seq: entries.at(-1)?.seq ?? 0 })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { subject, entries }: Data): Promise<Outcome> {
  const { tx, typed, viewer, now, today } = ctx
  const at = `/services/${subject.code}`
  const kept = await keepDraft(ctx, subject.id, FORM, entries)
  if (kept) return kept === 'script' ? { said: londonTime(now) } : { go: `${at}/edit` }
  const answers = read(ctx)
  if (!answers.ok) return { again: { typed, faults: answers.error } }
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: subject.id,
    type: serviceDetails,
    answers: answers.value,
    author: viewer.id,
    now,
    today,
  })
  const written = await writeOnce(tx, subject, typed, entry, { stale: e => e.type === FORM })
  const again = await notWritten(written, { typed, at: 'name', namesOf: ids => namesOf(tx, ids) })
  if (again) return again
  await dropDraft(tx, viewer.id, subject.id, FORM)
  return { go: at }
}

/** Describes a service anew. What was said before stays in its history. */
export const serviceEditPage = page({
  path: '/services/:service/edit',
  permission: 'directory-edit',
  audit: 'change a service',
  load,
  submit,
  render: ({ subject, last, draft, seq }: Data, ctx: Ctx<Db>, returned) => {
    const begun = returned?.typed ?? draft?.typed
    const at = `/services/${subject.code}/edit`
    return {
      title: 'Change a service',
      section: 'help',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Change a service</h1>
          {!returned && <Begun draft={draft} />}
          <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`}>
            <Once typed={begun} id={newId(ctx.now)} seq={seq} />
            {returned?.conflict}
            <RecordFields
              type={serviceDetails}
              typed={begun ?? rawAnswers(serviceDetails, last?.answers ?? {})}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={false}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`/services/${subject.code}`}>
                Leave it as it is
              </a>
            </div>
            <DraftStatus />
          </Form>
        </>
      ),
    }
  },
})

async function submitNew(ctx: Ctx<Db>): Promise<Outcome> {
  const { tx, typed, viewer, now, today } = ctx
  const id = textOf(typed, '_subject')
  if (!isId(id)) return { again: { typed: { ...typed, _subject: '' }, faults: { name: BROKEN } } }
  const code = await nextServiceCode(tx)
  // The same form again: the service is there.
  const before = await findSubject(tx, id)
  if (before) return { go: before.kind === 'service' ? `/services/${before.code}` : '/services' }
  const answers = read(ctx)
  if (!answers.ok) return { again: { typed, faults: answers.error } }
  const subject = { id, kind: 'service' as const, code }
  await startFile(tx, subject, now)
  await append(tx, subject, [
    newEntry({
      id: newId(now),
      subject: id,
      type: serviceDetails,
      answers: answers.value,
      author: viewer.id,
      now,
      today,
    }),
  ])
  return { go: `/services/${code}` }
}

/** Adds a service to the directory. */
export const serviceNewPage = page({
  path: '/services/new',
  permission: 'directory-edit',
  audit: 'add a service',
  load: async () => found(null),
  submit: submitNew,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'Add a service',
    section: 'help',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Add a service</h1>
        <p class="govuk-body">Families and other agencies read this: write it for them.</p>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={serviceDetails} returned={returned}>
          <Button>Add it</Button>
        </NewFileForm>
      </>
    ),
  }),
})
