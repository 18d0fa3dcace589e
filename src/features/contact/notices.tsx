import { type NoticeKind, noticeColumns, noticeTitles } from '../../domain/front-door/notice-columns.ts'
import type { LineSaid } from '../../domain/front-door/notices.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { type TakenIn, takeNotices } from '../../store/notices.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Details, FileUpload, InsetText, Radios, Table } from '../../web/govuk/index.ts'
import { type Ctx, found, type Html, type Outcome, page } from '../../web/page.ts'

const kinds = Object.entries(noticeTitles).map(([value, text]) => ({ value, text }))
const isKind = (text: string): text is NoticeKind => Object.hasOwn(noticeTitles, text)

const Lines = ({ title, said }: { title: string; said: readonly LineSaid[] }) =>
  said.length === 0 ? null : (
    <Table
      caption={`${title}: ${said.length}`}
      captionSize="m"
      head={['Line', 'What']}
      rows={said.map(l => [String(l.line), l.say])}
    />
  )

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What came of the file. It stands at no address: the same file sent again says that it is all here. */
const takenHtml = (name: string, taken: TakenIn): Html => ({
  title: `Taken in: ${name}`,
  section: 'front-door',
  body: (
    <>
      <h1 class="govuk-heading-l">
        {taken.contacts.length === 0
          ? 'Nothing new was in the file'
          : `${count(taken.contacts.length, 'contact waits', 'contacts wait')} at the front door`}
      </h1>
      <p class="govuk-body">
        From {name}: {count(taken.children, 'child', 'children')} in{' '}
        {count(taken.contacts.length, 'new contact', 'new contacts')}.
      </p>
      {taken.notes.length > 0 && (
        <InsetText>
          <ul class="govuk-list">
            {taken.notes.map(n => (
              <li>{n}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <Lines title="Not taken in" said={taken.wrong} />
      {taken.wrong.length > 0 && (
        <p class="govuk-body">
          Put these lines right in the file, and take it in again: what is here already is left alone.
        </p>
      )}
      <Lines title="Children added to a contact that was here" said={taken.added} />
      <Lines title="Left out, as they are here already" said={taken.repeated} />
      <div class="govuk-button-group">
        <Button href="/front-door">Go to the front door</Button>
        <a class="govuk-link" href="/front-door/notices">
          Take in another file
        </a>
      </div>
    </>
  ),
})

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed, upload } = ctx
  const again = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  const kind = textOf(typed, 'kind')
  if (!isKind(kind) || !upload)
    return again({
      ...(isKind(kind) ? {} : { kind: 'Choose which notices they are.' }),
      ...(upload ? {} : { file: 'Choose the file. If you chose one, it is empty: save it again.' }),
    })
  const name = upload.name.slice(0, 100)
  const taken = await takeNotices(ctx.tx, {
    kind,
    name,
    bytes: upload.bytes,
    author: ctx.viewer.id,
    now: ctx.now,
  })
  return taken.ok ? { shown: takenHtml(name, taken.value) } : again({ file: taken.error.join(' ') })
}

const Columns = ({ kind }: { kind: NoticeKind }) => (
  <>
    <h3 class="govuk-heading-s">{noticeTitles[kind]}</h3>
    <p class="govuk-body">
      {Object.values(noticeColumns[kind])
        .map(c => `${c.title}${'needed' in c ? ' (needed)' : ''}`)
        .join(', ')}
    </p>
  </>
)

/** Police notices of domestic abuse, and attendances at A&E, as a file (requirements FD1 and DV1). */
export const noticesPage = page({
  path: '/front-door/notices',
  permission: 'front-door',
  audit: 'take in a file of notices',
  takesFile: true,
  load: async () => found(null),
  submit,
  render: (_: null, ctx: Ctx<Db>, returned) => ({
    title: 'Take in a file of notices',
    section: 'front-door',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Take in a file of notices</h1>
        <p class="govuk-body">
          Each incident becomes one contact with its children. What is here already is left out, so the same
          file may be sent again.
        </p>
        <Form csrf={ctx.csrf} takesFile>
          <Radios
            name="kind"
            legend={{ text: 'Which notices are they?', size: 's' }}
            value={textOf(returned?.typed ?? {}, 'kind')}
            items={kinds}
            error={returned?.faults.kind}
            small
          />
          <FileUpload
            name="file"
            label={{ text: 'The file', size: 's' }}
            hint="CSV, with the names of its columns in the first line"
            accept=".csv,.txt"
            error={returned?.faults.file}
          />
          <Button preventDoubleClick>Take it in</Button>
        </Form>
        <Details summary="Which columns it may have">
          <p class="govuk-body">In any order, and under the names that the sender gives them.</p>
          <Columns kind="police" />
          <Columns kind="hospital" />
        </Details>
      </>
    ),
  }),
})
