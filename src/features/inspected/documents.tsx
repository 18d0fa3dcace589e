import { shortDay } from '../../domain/kernel/day.ts'
import { documentKinds } from '../../domain/readiness/document-kinds.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { readyDocument, readyDocumentTakenOut, selfEvaluation } from '../../domain/records/types/readiness.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { readEntries } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { type ReadyDocument, readyDocuments } from '../../store/queries/ready-documents.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Files, notWritten } from '../../web/form/written.tsx'
import { Button, MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { ReadyFrame } from './frame.tsx'
import { note, write } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const kept = await readyDocuments(ctx.tx)
  return kept
    ? found(kept)
    : { missing: 'The council’s own file is not begun. Whoever runs the product begins it.' }
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { authority, documents }: Data): Promise<Outcome> {
  const back = { go: '/inspection/documents' }
  const out = textOf(ctx.typed, '_out')
  if (out !== '') {
    if (documents.some(d => d.entry.id === out))
      await note(ctx, authority, [[readyDocumentTakenOut, { document: out }]])
    return back
  }
  const { typed, faults } = await keepTyped(
    ctx.tx,
    authority.id,
    readyDocument,
    ctx.typed,
    ctx.uploads,
    ctx.now,
  )
  const read = readForm(ctx, readyDocument, typed)
  const wrong = { ...(read.ok ? {} : read.error), ...faults }
  if (!read.ok || Object.keys(wrong).length > 0) return { again: { typed, faults: wrong } }
  const written = await write({ ...ctx, typed }, authority, readyDocument, read.value)
  return (await notWritten(written, { typed, at: 'title', namesOf: ids => namesOf(ctx.tx, ids) })) ?? back
}

interface DocumentsProps {
  readonly documents: readonly ReadyDocument[]
  readonly on: Ctx<Db>['today']
  /** Under which address files are found. */
  readonly files: string
  readonly more?: (d: ReadyDocument) => ReturnType<typeof Form>
}

/** The documents made ready, by kind. */
export function DocumentsTable({ documents, on, files, more }: DocumentsProps) {
  return (
    <MojScrollablePane label="Documents">
      <Table
        caption="Documents"
        captionClass="govuk-visually-hidden"
        rowHeaders
        head={['Document', 'Kind', 'Agreed', 'Look again by', 'File', ...(more ? ['Take out'] : [])]}
        rows={documents.map(d => [
          d.title,
          documentKinds[d.kind],
          d.agreed ? shortDay(d.agreed) : '',
          d.review ? (
            <>
              {shortDay(d.review)} {d.review < on && <Tag colour="yellow">Past</Tag>}
            </>
          ) : (
            ''
          ),
          <Files answer={d.entry.answers.documents} at={files} />,
          ...(more ? [more(d)] : []),
        ])}
      />
    </MojScrollablePane>
  )
}

/** What inspectors ask for on paper: policies, strategies, minutes, complaints. */
export const documentsPage = page({
  path: '/inspection/documents',
  permission: 'ready',
  audit: 'documents made ready for inspectors',
  takesFile: true,
  load,
  submit,
  render: ({ documents, seq }: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Documents made ready',
    section: 'inspection',
    wide: true,
    body: (
      <ReadyFrame at="/inspection/documents">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Documents made ready</h1>
        <p class="govuk-body">
          Kept from one visit to the next. Inspectors see them where a visit shows them documents. Nothing
          about a named child belongs here.
        </p>
        {documents.length === 0 ? (
          <p class="govuk-body">None is kept yet.</p>
        ) : (
          <DocumentsTable
            documents={documents}
            on={ctx.today}
            files="/inspection/documents/file"
            more={d => (
              <Form csrf={ctx.csrf} action="/inspection/documents">
                <input type="hidden" name="_out" value={d.entry.id} />
                <Button variant="secondary" class="gt-ready-small">
                  Take out<span class="govuk-visually-hidden">: {d.title}</span>
                </Button>
              </Form>
            )}
          />
        )}
        <section class="gt-ready-measure">
          <h2 class="govuk-heading-m">Add a document</h2>
          <Form csrf={ctx.csrf} action="/inspection/documents" takesFile>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={seq} />
            <RecordFields
              type={readyDocument}
              typed={returned?.typed ?? {}}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!returned}
              people={[]}
            />
            <Button>Add it</Button>
          </Form>
        </section>
      </ReadyFrame>
    ),
  }),
})

/** One of them as it was added, or a file of the self-evaluation. */
export const documentFilePage = page({
  path: '/inspection/documents/file/:hash',
  permission: 'ready',
  audit: 'a document made ready for inspectors',
  load: async (ctx: Ctx<Db>) => {
    const kept = await readyDocuments(ctx.tx)
    const entries = kept ? await readEntries(ctx.tx, kept.authority.id) : []
    const made = entries.filter(e => e.type === readyDocument.code || e.type === selfEvaluation.code)
    const file = await readDocument(ctx.tx, made, ctx.params.hash ?? '')
    return file ? { file } : { missing: 'There is no such document. The page of documents has the list.' }
  },
  render: () => ({ title: 'Document', body: null }),
})
