import { overTeams } from '../../domain/access/writes.ts'
import type { Db } from '../../store/connection.ts'
import { lateAuditActions } from '../../store/queries/audit-work.ts'
import { contactsWaiting, deskCounts } from '../../store/queries/desk.ts'
import { teams } from '../../store/queries/teams.ts'
import { unallocated } from '../../store/queries/unallocated.ts'
import { NotificationBanner } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { ByWorker, LateChart } from './by-worker.tsx'
import { Choose } from './choose.tsx'
import { Counts } from './counts.tsx'
import { inOrder, orderOf, SHOWN } from './order.ts'
import { rowsOf } from './rows.ts'
import { deskLink, deskOf } from './scope.ts'
import { weightsOf } from './weights.ts'

async function load(ctx: Ctx<Db>) {
  const d = deskOf(ctx)
  const { shares, tallies } = await deskCounts(ctx.tx, d)
  const order = orderOf(ctx.query.order)
  const rows = inOrder(await rowsOf(ctx, d, shares), order)
  const pages = Math.max(1, Math.ceil(rows.length / SHOWN))
  return found({
    d,
    rows,
    order,
    pages,
    number: Math.min(pageNumber(ctx.query), pages),
    tallies,
    nobody: await unallocated(ctx.tx, ctx.viewer, ctx, { limit: 1, offset: 0 }),
    contacts: ctx.can('front-door').allow ? await contactsWaiting(ctx.tx) : null,
    audits: await lateAuditActions(ctx.tx, ctx.viewer, ctx, d.team),
    weights: await weightsOf(
      ctx.tx,
      rows.flatMap(r => (r.supervisee ? [r.key] : [])),
      ctx.today,
    ),
    teams: overTeams(ctx.viewer.role) ? await teams(ctx.tx) : [],
  })
}

type Data = DataOf<typeof load>

/** The rows of one page of the table. */
const shownOf = ({ rows, number }: Data) => rows.slice((number - 1) * SHOWN, number * SHOWN)

/** One desk for a manager: what waits for a decision, what is late, what drifts, and who carries what. */
export const deskPage = page({
  path: '/desk',
  permission: 'desk',
  audit: 'a team’s desk',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { d } = data
    const title = d.team === null ? 'Every team' : `${d.team || 'No'} team`
    return {
      title: `Desk: ${title}`,
      section: 'team',
      wide: true,
      body: (
        <>
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <Heading over="Desk">{title}</Heading>
          <Counts
            d={d}
            tallies={data.tallies}
            nobody={data.nobody}
            contacts={data.contacts}
            audits={data.audits}
          />
          <ul class="govuk-list gt-links">
            {ctx.can('supervise').allow && (
              <li>
                <a class="govuk-link" href="/supervision">
                  Supervision
                </a>
              </li>
            )}
            <li>
              <a class="govuk-link" href="/staff">
                Staff and cover
              </a>
            </li>
            <li>
              <a class="govuk-link" href="/decisions">
                Register of decisions
              </a>
            </li>
            {ctx.can('review-looks').allow && (
              <li>
                <a class="govuk-link" href="/log/reasons">
                  Reasons given for looking
                </a>
              </li>
            )}
            {ctx.can('returns').allow && (
              <li>
                <a class="govuk-link" href="/returns">
                  National returns
                </a>
              </li>
            )}
          </ul>
          <Choose d={d} order={data.order} teams={data.teams} />
          <ByWorker d={d} rows={shownOf(data)} weights={data.weights} />
          <Paging
            number={data.number}
            pages={data.pages}
            link={n =>
              deskLink(d, '/desk', { ...(data.order === 'name' ? {} : { order: data.order }), page: n })
            }
          />
          <LateChart d={d} rows={data.rows} />
        </>
      ),
    }
  },
})
