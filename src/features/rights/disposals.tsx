import { calledBy } from '../../domain/casework/person.ts'
import { longDay, shortDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Disposal } from '../../domain/rights/disposal.ts'
import type { Db } from '../../store/connection.ts'
import { listable } from '../../store/queries/listable.ts'
import { notHere, readDisposals } from '../../store/rights/read.ts'
import { MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { plural, RightsFrame } from './frame.tsx'

async function load(ctx: Ctx<Db>) {
  const disposals = await readDisposals(ctx.tx)
  const ids = disposals.map(d => d.child)
  const children = await listable(ctx.tx, ctx.viewer, ctx.now, ids)
  const over = await notHere(ctx.tx, ids)
  return found({ disposals: disposals.filter(d => children.has(d.child) || over.has(d.child)), children })
}

export function DisposalTag({ disposal: d }: { disposal: Disposal }) {
  if (d.certificate) return <Tag colour="grey">Disposed of</Tag>
  if (d.decided) return <Tag colour="blue">Kept for now</Tag>
  return <Tag colour="yellow">Waits for a director</Tag>
}

/** Every disposal, with its certificate. */
export const disposalsPage = page({
  path: '/rights/disposals',
  permission: 'rights',
  audit: 'disposals and their certificates',
  load,
  render: ({ disposals, children }: DataOf<typeof load>) => ({
    title: 'Disposals',
    section: 'rights',
    wide: true,
    body: (
      <RightsFrame at="/rights/disposals">
        <h1 class="govuk-heading-l">Disposals</h1>
        {disposals.length === 0 ? (
          <p class="govuk-body">
            No file has been proposed for disposal. Those that are due stand under{' '}
            <a class="govuk-link" href="/rights/retention">
              How long files are kept
            </a>
            .
          </p>
        ) : (
          <MojScrollablePane label="Disposals">
            <Table
              caption="Disposals"
              captionSize="m"
              rowHeaders
              head={['Certificate', 'Whose file', 'Kept until', 'Proposed', 'Stands', 'What went']}
              rows={disposals.map(d => {
                const child = children.get(d.child)
                return [
                  <a class="govuk-link" href={`/rights/disposals/${d.code}`}>
                    {d.code}
                  </a>,
                  { text: child ? calledBy(child, child.code) : `Files ${d.certificate?.codes ?? ''}` },
                  { text: longDay(d.due), class: 'gt-nowrap' },
                  { text: shortDay(londonDay(d.at)), class: 'gt-nowrap' },
                  { text: <DisposalTag disposal={d} /> },
                  {
                    text: d.certificate
                      ? `${plural(d.certificate.entries, 'entry', 'entries')}, ${plural(d.certificate.documents, 'document')}`
                      : '',
                  },
                ]
              })}
            />
          </MojScrollablePane>
        )}
      </RightsFrame>
    ),
  }),
})
