import { instantAt } from '../../../domain/kernel/london.ts'
import type { Db } from '../../../store/connection.ts'
import { sendToLibrary, sentBy, type UploadRow } from '../../../store/queries/library-upload.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import { Button, Details, FileUpload, InsetText, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'

const load = async (ctx: Ctx<Db>) =>
  found({
    /** A page that changes by itself can be told not to (WCAG 2.2.1). */
    still: ctx.query.still === 'yes',
    sent: await sentBy(ctx.tx, ctx.viewer.id, instantAt(ctx.today, '00:00')),
  })

type Data = DataOf<typeof load>

/** Seconds between two looks at how far the reading has come. */
const AGAIN = 3

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const files = ctx.uploads.filter(u => u.field === 'reports')
  const wrong = (fault: string): Outcome => ({ again: { typed: ctx.typed, faults: { reports: fault } } })
  if (files.length === 0)
    return wrong('Choose one report or several. If you chose some, they are empty: download them again.')
  for (const f of files) {
    const scanned = await f.scan()
    if (typeof scanned === 'object')
      return wrong(
        'infected' in scanned
          ? `“${f.name}” holds malware, and nothing was kept. Tell whoever looks after your computer.`
          : 'The files could not be looked at for malware just now, so nothing was kept. Try again in a few minutes.',
      )
  }
  await sendToLibrary(ctx.tx, files, { id: ctx.viewer.id, now: ctx.now })
  return { go: '/plan/library/load' }
}

function What({ row }: { row: UploadRow }) {
  const link = row.code && (
    <a class="govuk-link" href={`/plan/library/report/${row.code}`}>
      Open report {row.code}
    </a>
  )
  if (row.state === 'waiting') return <span class="gt-quiet">Waiting to be read</span>
  if (row.state === 'loaded') return <>Read. {link}</>
  if (row.state === 'already')
    return (
      <>
        {row.says} {link}
      </>
    )
  return (
    <>
      <strong>Not read.</strong> {row.says}
    </>
  )
}

function Sent({ sent, still }: Data) {
  if (sent.length === 0) return null
  const waiting = sent.filter(s => s.state === 'waiting').length
  const failed = sent.filter(s => s.state === 'failed').length
  const done = sent.length - waiting
  return (
    <section aria-label="What you sent today">
      {waiting > 0 && !still && <meta http-equiv="refresh" content={String(AGAIN)} />}
      <h2 class="govuk-heading-m">What you sent today</h2>
      <p class="govuk-body" role="status">
        {done} of {sent.length} read{failed > 0 && `, ${failed} of them could not be`}.{' '}
        {waiting > 0 && !still && (
          <>
            This page looks again by itself; you can leave it, and the reading goes on.{' '}
            <a class="govuk-link" href="/plan/library/load?still=yes">
              Keep this page still
            </a>
          </>
        )}
        {waiting > 0 && still && (
          <a class="govuk-link" href="/plan/library/load?still=yes">
            Look again
          </a>
        )}
      </p>
      {waiting > 0 && (
        <progress class="gt-library__read" value={done} max={sent.length} aria-label="Reports read">
          {done} of {sent.length}
        </progress>
      )}
      <Table
        caption="Reports sent"
        captionClass="govuk-visually-hidden"
        head={['File', 'What came of it']}
        rows={sent.toReversed().map(row => [row.name, <What row={row} />])}
        smallOnPhone
      />
    </section>
  )
}

/** Where published reports are put into the library: several at once, read while people go on working. */
export const libraryLoadPage = page({
  path: '/plan/library/load',
  permission: 'plan-edit',
  audit: 'load published reports into the library',
  takesFile: true,
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Add reports to the library',
    section: 'plan',
    body: (
      <PlanFrame at="/plan/library">
        <a class="govuk-back-link" href="/plan/library">
          Library of findings
        </a>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Add reports to the library</h1>
        <p class="govuk-body">
          Published inspection reports of any council, as they were published. Their judgements, areas for
          improvement and findings are read and put under themes. The same report twice is kept once.
        </p>
        <Form csrf={ctx.csrf} takesFile>
          <FileUpload
            name="reports"
            label={{ text: 'Reports', size: 's' }}
            hint="PDF, Word or text files: up to 20 at a time, and 30 MB together."
            accept=".pdf,.docx,.txt"
            multiple
            error={returned?.faults.reports}
          />
          <Button preventDoubleClick>Add to the library</Button>
        </Form>
        <Details summary="Where to find them, and how to load hundreds">
          <p class="govuk-body">
            Every report is published at reports.ofsted.gov.uk, under “Local authority”. This product fetches
            nothing by itself.
          </p>
          <p class="govuk-body">
            Whoever runs this product can load a whole folder: <code>golden-thread library load FOLDER</code>.
            It takes a minute or two for four hundred.
          </p>
        </Details>
        {ctx.demonstration && data.sent.length === 0 && (
          <InsetText>The reports that are here already are of invented councils.</InsetText>
        )}
        <Sent {...data} />
      </PlanFrame>
    ),
  }),
})
