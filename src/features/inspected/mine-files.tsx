import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { readEntries } from '../../store/ledger.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { readyDocuments } from '../../store/queries/ready-documents.ts'
import { annexA } from '../../store/returns/write/annex-a.ts'
import { BackLink, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { summaries } from './lists.tsx'
import { listFile } from './lists-file.ts'
import { myVisit, NO_PLACE, shownVisit } from './mine-load.ts'

async function load(ctx: Ctx<Db>) {
  const shown = await shownVisit(ctx, 'lists')
  return 'missing' in shown ? shown : found(summaries(await annexA(ctx.tx, ctx.today)))
}

/** The child-level lists, as they stand today. They hold no names: children stand in them by ID. */
export const mineListsPage = page({
  path: '/inspection/mine/lists',
  permission: 'inspect',
  audit: 'inspector: the child-level lists',
  load,
  render: (lists: DataOf<typeof load>, ctx: Ctx<Db>) => ({
    title: 'Child-level lists',
    section: 'inspection',
    wide: true,
    body: (
      <>
        <BackLink href="/inspection/mine">Your visit</BackLink>
        <h1 class="govuk-heading-l">Child-level lists, {longDay(ctx.today)}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href="/inspection/mine/lists/file?list=all">
            All of them as one workbook
          </a>
        </p>
        <MojScrollablePane label="Lists">
          <Table
            caption="Lists"
            captionClass="govuk-visually-hidden"
            rowHeaders
            head={['List', { text: 'Rows', numeric: true }, 'File']}
            rows={lists.map(l => [
              `${l.number}. ${l.title}`,
              { text: l.number === 11 ? 'Headings only' : String(l.rows), numeric: true },
              <a class="govuk-link" href={`/inspection/mine/lists/file?list=${l.number}`}>
                .xlsx<span class="govuk-visually-hidden"> of list {l.number}</span>
              </a>,
            ])}
          />
        </MojScrollablePane>
      </>
    ),
  }),
})

/** One of them as a file, or all. */
export const mineListsFilePage = page({
  path: '/inspection/mine/lists/file',
  permission: 'inspect',
  audit: 'inspector: the child-level lists, a file taken',
  load: async (ctx: Ctx<Db>) => {
    const shown = await shownVisit(ctx, 'lists')
    return 'missing' in shown ? shown : await listFile(ctx)
  },
  render: () => ({ title: 'Child-level lists', body: null }),
})

/** A file given as an answer on this inspector's own visit, or a document where documents are shown. */
export const mineFilePage = page({
  path: '/inspection/mine/file/:hash',
  permission: 'inspect',
  audit: 'inspector: a document',
  load: async (ctx: Ctx<Db>) => {
    const visit = await myVisit(ctx)
    if (!visit) return { refused: NO_PLACE }
    const documents = visit.shown.has('documents') ? ((await readyDocuments(ctx.tx))?.documents ?? []) : []
    const entries = [...(await readEntries(ctx.tx, visit.id)), ...documents.map(d => d.entry)]
    const file = await readDocument(ctx.tx, entries, ctx.params.hash ?? '')
    return file ? { file } : { missing: 'There is no such document, or it is no longer shown to you.' }
  },
  render: () => ({ title: 'Document', body: null }),
})
