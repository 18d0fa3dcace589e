import { headingOf } from '../../domain/casework/heading.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { SaidBlock } from '../../domain/returns/daily/said.ts'
import { childSchema } from '../../domain/returns/daily/schema.ts'
import type { Path } from '../../domain/returns/daily/validate.ts'
import type { Db } from '../../store/connection.ts'
import { InsetText } from '../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage } from '../../web/page.ts'
import { type At, WholeBlock } from './blocks.tsx'
import { type DepartmentData, type Feed, loadDepartment } from './load.ts'
import { entryAt } from './words.ts'

const { fields } = childSchema

/** When it was last taken, and what goes next. */
function standWords(feed: Feed): string {
  const sent = feed.sent
    ? `The Department last took this child’s record on ${longDay(londonDay(feed.sent))} at ${londonTime(feed.sent)}${feed.receipt ? `, receipt ${feed.receipt}` : ''}.`
    : 'Nothing of this child has been sent yet.'
  if (feed.same) return `${sent} It holds what is below.`
  if (feed.refused.length > 0)
    return `${sent} What is below was refused, and is not sent again until it changes.`
  return feed.sent ? `${sent} What is below has changed since, and goes with the next sending.` : sent
}

/** The page on which something of the payload is put right. */
function mendAt(ctx: ChildCtx<Db>, said: SaidBlock, path: Path, at: At): string {
  const entry = entryAt(said, path)
  if (entry) return at(entry)
  const type = path[0] === 'child_details' ? 'person-details' : 'referral-received'
  return `/child/${ctx.child.code}/record/${type}`
}

function Faults({
  title,
  faults,
  where,
}: {
  title: string
  faults: readonly { readonly path: Path; readonly says: string; readonly todo: string }[]
  where: (path: Path) => string
}) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {faults.map(f => (
          <li>
            {f.says}{' '}
            <a class="govuk-link" href={where(f.path)}>
              {f.todo}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Told({ data, ctx }: { data: DepartmentData; ctx: ChildCtx<Db> }) {
  const { said, view, feed } = data
  if (!said)
    return (
      <p class="govuk-body">
        The Department receives nothing of this child: it is told of referrals to social care and of what
        follows from them, and there has been none.
      </p>
    )
  const at: At = entry => `/child/${ctx.child.code}/entry/${data.root(entry)}`
  const where = (path: Path) => mendAt(ctx, said, path, at)
  const { child_details: who, health_and_wellbeing: health, social_care_episodes: episodes } = fields
  const blocks = said.social_care_episodes
  return (
    <>
      {(feed.refused.length > 0 || data.refusals.length > 0) && (
        <section aria-label="Why it is refused">
          {data.refusals.length > 0 && (
            <Faults title="Why it would be refused" faults={data.refusals} where={where} />
          )}
          {feed.refused.length > 0 && data.refusals.length === 0 && (
            <>
              <h2 class="govuk-heading-m">Why the Department refused it</h2>
              {feed.refused.map(why => (
                <p class="govuk-body">{why}</p>
              ))}
            </>
          )}
        </section>
      )}
      {data.unseen > 0 && (
        <p class="govuk-body">It would be refused for something in entries that you may not see.</p>
      )}
      {data.queries.length > 0 && (
        <Faults title="Sent, but the Department may ask" faults={data.queries} where={where} />
      )}
      {view.kept > 0 && (
        <InsetText>
          Some entries are kept from you. What they say is sent too, and is not shown here.
        </InsetText>
      )}
      {who?.kind === 'block' && isBlock(said.child_details) && (
        <>
          <h2 class="govuk-heading-m">{who.says}</h2>
          <WholeBlock of={who} said={said.child_details} at={at} />
        </>
      )}
      {health?.kind === 'block' && isBlock(said.health_and_wellbeing) && (
        <>
          <h2 class="govuk-heading-m">{health.says}</h2>
          <WholeBlock of={health} said={said.health_and_wellbeing} at={at} />
        </>
      )}
      {episodes?.kind === 'blocks' &&
        Array.isArray(blocks) &&
        blocks.map((e: SaidBlock, i) => (
          <>
            <h2 class="govuk-heading-m">
              {episodes.of.says}
              {blocks.length > 1 && ` ${i + 1} of ${blocks.length}`}
            </h2>
            <WholeBlock of={episodes.of} said={e} at={at} />
          </>
        ))}
    </>
  )
}

const isBlock = (node: SaidBlock[string]): node is SaidBlock =>
  node !== undefined && !Array.isArray(node) && !('from' in node)

/** What the Department receives of this child, in words, with the entry behind each value; and why it would refuse it. */
export const departmentPage = childPage({
  path: '/child/:child/department',
  permission: 'open',
  audit: 'what the Department receives',
  load: loadDepartment,
  render: (data: DepartmentData, ctx: ChildCtx<Db>) => ({
    title: childTitle(ctx, 'What the Department receives'),
    section: 'find',
    wide: true,
    body: (
      <FileFrame ctx={ctx} heading={headingOf(data.view.file, ctx.child, ctx.today)} tab="record">
        <h1 class="govuk-heading-l">What the Department receives</h1>
        <p class="govuk-body-l">
          The Department for Education receives this of every child in social care, each day on which it
          changes. Every value here leads to where it is recorded.
        </p>
        {data.said && <p class="govuk-body">{standWords(data.feed)}</p>}
        <Told data={data} ctx={ctx} />
      </FileFrame>
    ),
  }),
})
