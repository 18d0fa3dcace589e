import { longDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { visitKind } from '../../domain/readiness/visit-kinds.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { requestMade, type Shareable, shareable } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { myFiles, myVisit, NO_PLACE, namesIn } from './mine-load.ts'
import { RequestWords } from './requests.tsx'
import { fileOfVisit, write } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const visit = await myVisit(ctx)
  if (!visit) return { refused: NO_PLACE }
  return found({ visit, ...(await myFiles(ctx, visit)), names: await namesIn(ctx, visit) })
}

type Data = DataOf<typeof load>

const PAGES: Readonly<Record<Shareable, string>> = {
  lists: '/inspection/mine/lists',
  figures: '/inspection/mine/figures',
  'self-evaluation': '/inspection/mine/self-evaluation',
  plan: '/inspection/mine/plan',
  documents: '/inspection/mine/documents',
}

/** The one thing an inspector writes: what they ask for. It stands on the visit, and never on a child. */
async function submit(ctx: Ctx<Db>, { visit }: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, requestMade, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const written = await write(ctx, fileOfVisit(visit), requestMade, read.value)
  const again = await notWritten(written, { typed, at: 'what', namesOf: ids => namesOf(ctx.tx, ids) })
  return again ?? { go: '/inspection/mine#requests' }
}

function Sample({ data }: { data: Data }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Your files</h2>
      {data.files.length === 0 ? (
        <p class="govuk-body">No file has been given to you yet. Ask for one below, by its child ID.</p>
      ) : (
        <Table
          caption={plural(data.files.length, 'file')}
          captionSize="s"
          head={['Child', 'Child ID']}
          rows={data.files.map(f => [
            <a class="govuk-link" href={`/child/${f.code}`}>
              {f.called}
            </a>,
            f.code,
          ])}
        />
      )}
      {data.restricted > 0 && (
        <p class="govuk-body">
          {plural(data.restricted, 'file')} of your sample {data.restricted === 1 ? 'is' : 'are'} restricted,
          and you are not named on {data.restricted === 1 ? 'it' : 'them'}. Ask for it below if you need it.
        </p>
      )}
    </section>
  )
}

function MadeReady({ data }: { data: Data }) {
  const shown = (Object.keys(PAGES) as Shareable[]).filter(what => data.visit.shown.has(what))
  return (
    <section>
      <h2 class="govuk-heading-m">Made ready for you</h2>
      {shown.length === 0 && <p class="govuk-body">Nothing beside your files yet.</p>}
      <ul class="govuk-list">
        {shown.map(what => (
          <li>
            <a class="govuk-link" href={PAGES[what]}>
              {shareable[what]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An inspector's own first page: their files, what was made ready, and what they asked for. */
export const minePage = page({
  path: '/inspection/mine',
  permission: 'inspect',
  audit: 'an inspector’s first page',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { visit } = data
    const until = visit.inspectors.find(i => i.id === ctx.viewer.id)?.until
    return {
      title: 'Your visit',
      section: 'inspection',
      wide: true,
      body: (
        <>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            {visitKind(visit.kind).title}, {longDay(visit.from)} to {longDay(visit.to)}
          </span>
          <h1 class="govuk-heading-l">Your visit</h1>
          <InsetText>
            You read here, and change nothing. Everything you open is on a log that the council reads
            {until && <>. You may sign in until the end of {longDay(until)}</>}.
          </InsetText>
          <div class="gt-columns">
            <div>
              <Sample data={data} />
              <MadeReady data={data} />
            </div>
            <section id="requests">
              <h2 class="govuk-heading-m">What you asked for</h2>
              <Form csrf={ctx.csrf} action="/inspection/mine">
                <Once typed={returned?.typed} id={newId(ctx.now)} seq={visit.seq} />
                <RecordFields
                  type={requestMade}
                  typed={returned?.typed ?? {}}
                  faults={returned?.faults ?? {}}
                  today={ctx.today}
                  fresh={!returned}
                  people={[]}
                />
                <Button variant="secondary">Ask</Button>
              </Form>
              {visit.requests.toReversed().map(r => (
                <div class="gt-ready-request" id={`request-${r.id}`}>
                  <RequestWords request={r} names={data.names} on={ctx.today} files="/inspection/mine/file" />
                </div>
              ))}
            </section>
          </div>
        </>
      ),
    }
  },
})
