import { momentWords } from '../../domain/kernel/london.ts'
import type { Visit } from '../../domain/readiness/visit.ts'
import type { Db } from '../../store/connection.ts'
import { countInspectorLooks, type InspectorLook, inspectorLooks } from '../../store/queries/visit-log.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { csvFile } from '../../web/csv.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'

const SHOWN = 50
const MOST = 100_000
const idsOf = (visit: Visit) => visit.inspectors.map(i => i.id)

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const number = pageNumber(ctx.query)
  const total = await countInspectorLooks(ctx.tx, idsOf(visit))
  return found({
    visit,
    total,
    number,
    pages: Math.max(1, Math.ceil(total / SHOWN)),
    looks: await inspectorLooks(ctx.tx, ctx, idsOf(visit), { limit: SHOWN, offset: (number - 1) * SHOWN }),
  })
}

const about = (l: InspectorLook): string => l.code ?? (l.hidden ? 'A restricted file' : '')
const HEAD = ['When', 'Inspector', 'What', 'Child', 'Let in?', 'Because'] as const
const row = (l: InspectorLook): readonly string[] => [
  momentWords(l.at),
  l.name,
  l.page,
  about(l),
  l.allowed ? 'Yes' : 'No',
  l.because,
]

/** Everything the inspectors of a visit opened, or tried to, the last first. */
export const visitLogPage = page({
  path: '/inspection/:visit/log',
  permission: 'ready',
  audit: 'what inspectors opened',
  load,
  render: (data: DataOf<typeof load>) => ({
    title: `What they opened, visit ${data.visit.code}`,
    section: 'inspection',
    wide: true,
    body: (
      <VisitFrame code={data.visit.code} at={`/inspection/${data.visit.code}/log`}>
        <h1 class="govuk-heading-l">What they opened</h1>
        {data.total === 0 ? (
          <p class="govuk-body">No inspector of this visit has opened anything yet.</p>
        ) : (
          <>
            <MojScrollablePane label="What they opened">
              <Table
                caption={data.total === 1 ? 'Once' : `${data.total} times, the last first`}
                captionSize="s"
                head={[...HEAD]}
                rows={data.looks.map(l => [...row(l)])}
              />
            </MojScrollablePane>
            <p class="govuk-body">
              <a class="govuk-link" href={`/inspection/${data.visit.code}/log.csv`}>
                All of it as a .csv file
              </a>
            </p>
          </>
        )}
        <Paging
          number={data.number}
          pages={data.pages}
          link={n => `/inspection/${data.visit.code}/log?page=${n}`}
        />
      </VisitFrame>
    ),
  }),
})

/** The same as a file. */
export const visitLogFilePage = page({
  path: '/inspection/:visit/log.csv',
  permission: 'ready',
  audit: 'what inspectors opened, as a file',
  load: async (ctx: Ctx<Db>) => {
    const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
    if (!visit) return { missing: NO_VISIT }
    const looks = await inspectorLooks(ctx.tx, ctx, idsOf(visit), { limit: MOST, offset: 0 })
    return {
      file: {
        name: `visit-${visit.code}-opened.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...looks.map(row)]),
      },
    }
  },
  render: () => ({ title: 'What they opened', body: null }),
})
