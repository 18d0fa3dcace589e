import { calledBy } from '../../domain/casework/person.ts'
import { type Day, longDay, shortDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { listable } from '../../store/queries/listable.ts'
import { requestClocks } from '../../store/rights/clocks.ts'
import { notHere, readRequests } from '../../store/rights/read.ts'
import { Button, MojScrollablePane } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { RightsFrame, StateTag } from './frame.tsx'

async function load(ctx: Ctx<Db>) {
  const requests = await readRequests(ctx.tx)
  const children = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    requests.map(r => r.child),
  )
  // A restricted child is as if not there: so is a request for that file.
  const over = await notHere(
    ctx.tx,
    requests.map(r => r.child),
  )
  const seen = requests.filter(r => children.has(r.child) || over.has(r.child))
  return found({ requests: seen, children, clocks: await requestClocks(ctx.tx, ctx.today) })
}

const due = (on: Day | undefined, today: Day): string => (on === undefined ? '' : dueWords(on, today))

/** Every request for a file, and by when each must be answered. */
export const requestsPage = page({
  path: '/rights',
  permission: 'rights',
  audit: 'requests for files',
  load,
  render: ({ requests, children, clocks }: DataOf<typeof load>, ctx: Ctx<Db>) => ({
    title: 'Requests for files',
    section: 'rights',
    wide: true,
    body: (
      <RightsFrame at="/rights">
        <h1 class="govuk-heading-l">Requests for files</h1>
        <Button href="/rights/requests/new">Write down a request</Button>
        {requests.length === 0 ? (
          <p class="govuk-body">
            Nobody has asked for a file. When somebody does, write it down on the day that it comes: they are
            answered within one month.
          </p>
        ) : (
          <MojScrollablePane label="Requests">
            <StackedTable
              caption="Requests"
              captionSize="m"
              rowHeaders
              head={['Request', 'Whose file', 'Who asks', 'Came', 'To be answered', 'Stands']}
              rows={requests.map(r => {
                const child = children.get(r.child)
                const clock = clocks.get(r.id)
                return [
                  <a class="govuk-link" href={`/rights/requests/${r.code}`}>
                    {r.code}
                  </a>,
                  { text: child ? calledBy(child, child.code) : 'A file that is not here' },
                  { text: r.asker },
                  { text: shortDay(r.received), class: 'gt-nowrap' },
                  {
                    text: r.answered ? `Answered ${longDay(r.answered.on)}` : due(clock?.due, ctx.today),
                  },
                  { text: <StateTag request={r} />, class: 'gt-nowrap' },
                ]
              })}
            />
          </MojScrollablePane>
        )}
      </RightsFrame>
    ),
  }),
})
