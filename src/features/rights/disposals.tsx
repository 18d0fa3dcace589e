import { longDay, shortDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { plural } from '../../domain/kernel/plural.ts'
import type { Disposal } from '../../domain/rights/disposal.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import type { Db } from '../../store/connection.ts'
import { readDisposals } from '../../store/rights/read.ts'
import { whose } from '../../store/rights/whose.ts'
import { MojScrollablePane, Tag } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, found, page } from '../../web/page.ts'
import { ofAllegations, ofChildren, type Place } from './place.tsx'

/** How a disposal stands, in a word. */
export function DisposalTag({ disposal: d, place }: { disposal: Disposal; place: Place }) {
  if (d.certificate) return <Tag colour="grey">Disposed of</Tag>
  if (d.decided) return <Tag colour="blue">Kept for now</Tag>
  return <Tag colour="yellow">{place.says.waits}</Tag>
}

interface ListProps {
  readonly disposals: readonly Disposal[]
  readonly called: ReadonlyMap<string, string>
  readonly place: Place
}

const List = ({ disposals, called, place }: ListProps) => (
  <MojScrollablePane label="Disposals">
    <StackedTable
      caption="Disposals"
      captionClass="govuk-visually-hidden"
      rowHeaders
      head={['Certificate', 'Whose file', 'Kept until', 'Proposed', 'Stands', 'What went']}
      rows={disposals.map(d => [
        <a class="govuk-link" href={`${place.at}/disposals/${d.code}`}>
          {d.code}
        </a>,
        { text: called.get(d.child) ?? `Files ${d.certificate?.codes ?? ''}` },
        { text: longDay(d.due), class: 'gt-nowrap' },
        { text: shortDay(londonDay(d.at)), class: 'gt-nowrap' },
        { text: <DisposalTag disposal={d} place={place} /> },
        {
          text: d.certificate
            ? `${plural(d.certificate.entries, 'entry', 'entries')}, ${plural(d.certificate.documents, 'document')}`
            : '',
        },
      ])}
    />
  </MojScrollablePane>
)

const disposalsOf = (place: Place) =>
  page({
    path: `${place.at}/disposals`,
    permission: keepings[place.keeping].reads,
    audit: `disposals${place.of} and their certificates`,
    load: async (ctx: Ctx<Db>) => {
      const disposals = await readDisposals(ctx.tx, place.keeping)
      const { called, gone } = await whose(
        ctx,
        place.keeping,
        disposals.map(d => d.child),
      )
      return found({ disposals: disposals.filter(d => called.has(d.child) || gone.has(d.child)), called })
    },
    render: ({ disposals, called }) => ({
      title: 'Disposals',
      section: place.section,
      wide: true,
      body: (
        <place.Frame at={`${place.at}/disposals`}>
          <h1 class="govuk-heading-l">Disposals</h1>
          {disposals.length === 0 ? (
            <p class="govuk-body">
              No file has been proposed for disposal. Those that are due stand under{' '}
              <a class="govuk-link" href={`${place.at}/retention`}>
                How long files are kept
              </a>
              .
            </p>
          ) : (
            <List disposals={disposals} called={called} place={place} />
          )}
        </place.Frame>
      ),
    }),
  })

/** Every disposal, with its certificate. */
export const disposalsPage = disposalsOf(ofChildren)
export const allegationDisposalsPage = disposalsOf(ofAllegations)
