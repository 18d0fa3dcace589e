import {
  columnsOf,
  isNoticeKind,
  type NoticeKind,
  noticeTitles,
} from '../../domain/front-door/notice-columns.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { takeNotices } from '../../store/notices.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Details, FileUpload, MojScrollablePane, Radios, Table } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { takenHtml } from './notices-taken.tsx'

const kinds = Object.entries(noticeTitles).map(([value, text]) => ({ value, text }))

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed, upload } = ctx
  const again = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  const kind = textOf(typed, 'kind')
  if (!isNoticeKind(kind) || !upload)
    return again({
      ...(isNoticeKind(kind) ? {} : { kind: 'Choose which notices they are.' }),
      ...(upload
        ? { file: 'Choose the file again: a browser does not keep it.' }
        : { file: 'Choose the file. If you chose one, it is empty: save it again.' }),
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

/** The columns of a kind of notice: a first line to copy, and the names under which each is known. */
function Columns({ kind }: { kind: NoticeKind }) {
  const columns = columnsOf(kind).map(([, c]) => c)
  return (
    <Details summary={`Columns of ${noticeTitles[kind].replace(/^[PH]/, c => c.toLowerCase())}`}>
      <p class="govuk-body">
        In any order, and none but the needed ones must be there. To start a file of your own, copy this first
        line:
      </p>
      <pre class="gt-contact__line">{columns.flatMap(c => (c.instead ? [] : [c.title])).join(',')}</pre>
      <MojScrollablePane label={`Columns: ${noticeTitles[kind]}`}>
        <Table
          caption={`Columns: ${noticeTitles[kind]}`}
          captionSize="s"
          head={['Column', 'Also known as', 'Needed']}
          rows={columns.map(c => [c.title, c.also.join(', '), c.needed ? 'Needed' : ''])}
        />
      </MojScrollablePane>
    </Details>
  )
}

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
          Each incident becomes one contact with its children: one line a child. What is here already is left
          out, so the same file may be sent again. A line that can’t be read is told, and the others are
          taken.
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
            hint="CSV, with the names of its columns in the first line. Dates such as 27/3/2026"
            accept=".csv,.txt"
            error={returned?.faults.file}
          />
          <Button preventDoubleClick>Take it in</Button>
        </Form>
        <Columns kind="police" />
        <Columns kind="hospital" />
      </>
    ),
  }),
})
