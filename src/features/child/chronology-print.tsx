import { cell, type Paper, say } from '../../domain/improvement/paper.ts'
import type { Db } from '../../store/connection.ts'
import { paperToDocx } from '../../store/documents/docx.ts'
import { SummaryList, Table } from '../../web/govuk/index.ts'
import { childTitle } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage } from '../../web/page.ts'
import {
  COURT_HEAD,
  type CourtData,
  courtFacts,
  courtRows,
  loadCourt,
  SIGNATURE,
  STATEMENT,
} from './chronology-court.ts'
import { addressWith } from './chronology-load.ts'

const PRINT = 'print of the chronology'
const WORD = 'chronology as a Word document'

const Signature = () => (
  <section class="gt-signature">
    <p class="govuk-body">{STATEMENT}</p>
    <dl>
      {SIGNATURE.map(s => (
        <div>
          <dt>{s}</dt>
          <dd />
        </div>
      ))}
    </dl>
  </section>
)

function Court({ data, ctx }: { data: CourtData; ctx: ChildCtx<Db> }) {
  return (
    <article class="gt-court">
      <p class="govuk-body gt-ways">
        <a class="govuk-link" href={addressWith(ctx, 'chronology')}>
          Back to the chronology
        </a>
        <a class="govuk-link" href={addressWith(ctx, 'chronology.docx')}>
          Word document
        </a>
        <span>Print it with your browser: Ctrl and P.</span>
      </p>
      <h1 class="govuk-heading-l">Chronology</h1>
      <SummaryList rows={courtFacts(data, ctx).map(f => ({ key: f.label, value: f.text }))} />
      {data.lines.length === 0 ? (
        <p class="govuk-body">Nothing significant is recorded for what you chose.</p>
      ) : (
        <Table
          class="gt-court__lines gt-stacked"
          caption="Significant events"
          captionSize="m"
          head={COURT_HEAD}
          rows={courtRows(data).map(([n, on, ...rest]) => [n, { text: on, class: 'gt-nowrap' }, ...rest])}
          smallOnPhone
        />
      )}
      <Signature />
    </article>
  )
}

/** The chronology as a court is given it. A print is logged as one. */
export const chronologyPrintPage = childPage({
  path: '/child/:child/chronology/print',
  permission: 'open',
  audit: PRINT,
  load: (ctx: ChildCtx<Db>) => loadCourt(ctx, PRINT),
  render: (data: CourtData, ctx: ChildCtx<Db>) => ({
    title: childTitle(ctx, 'Chronology for court'),
    section: 'find',
    wide: true,
    body: <Court data={data} ctx={ctx} />,
  }),
})

const paperOf = (data: CourtData, ctx: ChildCtx<Db>): Paper => ({
  title: `Chronology: ${ctx.child.called}`,
  body: data.council,
  meeting: ctx.today,
  asAt: data.on,
  language: 'en-GB',
  parts: [
    {
      orientation: 'landscape',
      blocks: [
        { kind: 'details', rows: courtFacts(data, ctx).map(f => ({ label: f.label, text: cell(f.text) })) },
        {
          kind: 'table',
          caption: 'Significant events',
          head: COURT_HEAD,
          rows: courtRows(data).map(row => row.map(text => cell(text))),
          widths: [5, 12, 11, 30, 22, 20],
        },
        { kind: 'paragraph', sentences: [say(STATEMENT)] },
        { kind: 'details', rows: SIGNATURE.map(label => ({ label, text: cell('_'.repeat(40)) })) },
      ],
    },
  ],
})

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The same as a Word document, to go into a bundle. */
export const chronologyWordPage = childPage({
  path: '/child/:child/chronology.docx',
  permission: 'open',
  audit: WORD,
  load: async (ctx: ChildCtx<Db>) => {
    const { found: data } = await loadCourt(ctx, WORD)
    const bytes = await paperToDocx(paperOf(data, ctx), [])
    return { file: { name: `Chronology ${ctx.child.code} ${ctx.today}.docx`, type: TYPE, bytes } }
  },
  render: (_data: never, ctx: ChildCtx<Db>) => ({ title: childTitle(ctx, 'Chronology'), body: null }),
})
