import { longDay } from '../../domain/kernel/day.ts'
import { heldBy } from '../../domain/rights/hold.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import { fileSorts, retentionRows } from '../../domain/rights/retention-table.ts'
import type { Db } from '../../store/connection.ts'
import { dueFiles } from '../../store/rights/due.ts'
import { readDisposals, readHolds } from '../../store/rights/read.ts'
import { MojScrollablePane, Pagination, Tag } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { ofAllegations, ofChildren, type Place } from './place.tsx'

const LOOK = 50

async function load(ctx: Ctx<Db>, { keeping }: Place) {
  const { tx, viewer, now, today } = ctx
  const n = pageNumber(ctx.query)
  const due = await dueFiles(tx, keeping, { viewer, now, today, from: (n - 1) * LOOK, look: LOOK })
  const disposals = await readDisposals(tx, keeping)
  const open = new Map(
    disposals
      .filter(d => d.certificate === null && (d.decided === null || (d.decided.until ?? today) > today))
      .map(d => [d.child, d] as const),
  )
  return found({ ...due, n, holds: await readHolds(tx, keeping), open })
}
type Data = DataOf<typeof load>

function Queue({ data, place }: { data: Data; place: Place }) {
  const { files, holds, open, n, more } = data
  if (files.length === 0)
    return (
      <p class="govuk-body">
        {more
          ? 'None on this page. Go on to the next.'
          : 'No file is due. Files are listed here on the day after their time is over.'}
      </p>
    )
  return (
    <MojScrollablePane label="Files that are due">
      <StackedTable
        caption={`Files that are due${n > 1 ? `, page ${n}` : ''}`}
        captionSize="m"
        rowHeaders
        head={['Whose file', 'Kept until', 'Because', 'Stands']}
        rows={files.map(f => {
          const hold = heldBy(holds, [f.id])
          const disposal = open.get(f.id)
          const { retention: r } = f
          return [
            {
              text: place.href ? (
                <a class="govuk-link" href={place.href(f.code)}>
                  {f.called}
                </a>
              ) : (
                f.called
              ),
            },
            { text: 'until' in r ? longDay(r.until) : 'Not known', class: 'gt-nowrap' },
            { text: r.because },
            {
              text: disposal ? (
                <a class="govuk-link" href={`${place.at}/disposals/${disposal.code}`}>
                  {disposal.decided ? `Kept for now: ${disposal.code}` : `Proposed: ${disposal.code}`}
                </a>
              ) : hold ? (
                <a class="govuk-link" href={`${place.at}/holds#${hold.code}`}>
                  Held: {hold.code}
                </a>
              ) : 'until' in r ? (
                <a class="govuk-link" href={`${place.at}/retention/${f.code}`}>
                  Decide<span class="govuk-visually-hidden"> on {f.called}</span>
                </a>
              ) : (
                'To be found out'
              ),
            },
          ]
        })}
      />
    </MojScrollablePane>
  )
}

const STANDINGS = {
  confirmed: ['Confirmed', 'green'],
  supported: ['Supported', 'blue'],
  unconfirmed: ['Not confirmed', 'yellow'],
  local: ['The council’s own', 'grey'],
} as const

/** The rules, each with its source and how sure it is. */
function Rules({ place }: { place: Place }) {
  const sorts = retentionRows.filter(r => place.keeping === 'children' || r.sort === 'allegation')
  return (
    <MojScrollablePane label="Rules">
      <StackedTable
        caption="How long each sort of file is kept"
        captionSize="m"
        rowHeaders
        head={['Sort of file', 'Kept', 'In force for what happened', 'Source', 'How sure']}
        rows={sorts.map(r => {
          const [words, colour] = STANDINGS[r.standing]
          return [
            { text: fileSorts[r.sort] },
            { text: `${r.title}${r.notHere ? '. No such file is kept here yet.' : ''}` },
            {
              text:
                [r.inForce && `from ${longDay(r.inForce)}`, r.until && `before ${longDay(r.until)}`]
                  .filter(Boolean)
                  .join(', ') || 'always',
            },
            { text: r.source },
            { text: <Tag colour={colour}>{words}</Tag>, class: 'gt-nowrap' },
          ]
        })}
      />
    </MojScrollablePane>
  )
}

const retentionOf = (place: Place) =>
  page({
    path: `${place.at}/retention`,
    permission: keepings[place.keeping].reads,
    audit: `files${place.of} whose time is over`,
    load: (ctx: Ctx<Db>) => load(ctx, place),
    render: (data: Data) => ({
      title: 'How long files are kept',
      section: place.section,
      wide: true,
      body: (
        <place.Frame at={`${place.at}/retention`}>
          <h1 class="govuk-heading-l">How long files are kept</h1>
          <p class="govuk-body">
            Nothing goes by itself: one person looks at a file and proposes, another agrees or has it kept.
          </p>
          <Queue data={data} place={place} />
          <Pagination
            {...(data.n > 1 ? { previous: { href: `${place.at}/retention?page=${data.n - 1}` } } : {})}
            {...(data.more ? { next: { href: `${place.at}/retention?page=${data.n + 1}` } } : {})}
          />
          <Rules place={place} />
        </place.Frame>
      ),
    }),
  })

/** Files whose time is over, for a person to decide on; and the rules by which it is. */
export const retentionPage = retentionOf(ofChildren)
export const allegationRetentionPage = retentionOf(ofAllegations)
