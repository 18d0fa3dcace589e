import { calledBy } from '../../domain/casework/person.ts'
import { textOf } from '../../domain/records/parse.ts'
import { spellKinds } from '../../domain/records/spell.ts'
import { isOver, waitingWords } from '../../domain/workload/waiting.ts'
import type { Db } from '../../store/connection.ts'
import { type Unallocated, unallocated } from '../../store/queries/unallocated.ts'
import { workload } from '../../store/queries/workload.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, NotificationBanner, Table, Tag } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, type Outcome, page, pageNumber } from '../../web/page.ts'
import { give, rowsOf } from './many.ts'
import { choices, Pick } from './pick.tsx'

const SIZE = 25

/** Who may be picked: those whom the check would not refuse out of hand. */
const pickable: ReadonlySet<string> = new Set(['social-worker', 'team-manager', 'out-of-hours'])

async function load(ctx: Ctx<Db>) {
  const number = pageNumber(ctx.query)
  const list = await unallocated(ctx.tx, ctx.viewer, ctx, { limit: SIZE, offset: (number - 1) * SIZE })
  const children = list.children.map(c => ({ ...c, called: calledBy(c, c.code) }))
  const people = (await workload(ctx.tx, {}, ctx.today)).filter(w => pickable.has(w.role))
  return found({
    children,
    rows: await rowsOf(ctx, children),
    people,
    total: list.total,
    number,
    pages: Math.max(1, Math.ceil(list.total / SIZE)),
  })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const given = await give(ctx, data.rows, data.people, ctx.typed)
  const none = given.done.length === 0 && Object.keys(given.faults).length === 0
  if (none)
    return {
      again: {
        typed: ctx.typed,
        faults: { [`to-${data.rows[0]?.code}`]: 'Choose a worker for at least one child.' },
      },
    }
  if (Object.keys(given.faults).length === 0) return { go: `/allocate?done=${given.done.length}` }
  return { again: { typed: { ...ctx.typed, _done: given.done.join(' ') }, faults: given.faults } }
}

/** How long a child has waited: said, and marked once it is over. */
function Waited({ child, ctx }: { child: Unallocated; ctx: Ctx<Db> }) {
  return (
    <span class="gt-nowrap">
      {waitingWords(child, ctx.now, ctx.today)}{' '}
      {isOver(child, ctx.now, ctx.today) && <Tag colour="yellow">Late</Tag>}
    </span>
  )
}

const allocatedWords = (n: number): string =>
  n === 1 ? '1 child has a worker now.' : `${n} children have a worker now.`

/** Every child without a named worker, the longest waiting first: each given to somebody on its line, or several at once. */
export const allocatePage = page({
  path: '/allocate',
  permission: 'desk',
  audit: 'children without a worker',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const typed = returned?.typed ?? {}
    const done = new Set(textOf(typed, '_done').split(' ').filter(Boolean))
    const told = done.size || Number(/^\d{1,3}$/.exec(ctx.query.done ?? '')?.[0] ?? 0)
    const items = choices(data.people, ctx.viewer.team)
    const rows = data.rows.filter(r => !done.has(r.code))
    const children = new Map(data.children.map(c => [c.code, c]))
    const any = rows.some(r => r.seq !== null)
    return {
      title: 'Children without a worker',
      section: 'team',
      wide: true,
      body: (
        <>
          <Problems faults={returned?.faults} />
          {told > 0 && (
            <NotificationBanner type="success">
              <p class="govuk-notification-banner__heading">{allocatedWords(told)}</p>
            </NotificationBanner>
          )}
          <h1 class="govuk-heading-l">Children without a worker</h1>
          <p class="govuk-body">
            {data.total === 0
              ? 'Every child who should have a named worker has one.'
              : `${data.total - done.size} ${data.total - done.size === 1 ? 'child waits' : 'children wait'}. A named worker is due within 24 hours of the acceptance: nights and weekends count. A team is not a worker.`}
          </p>
          {rows.length > 0 && (
            <Form csrf={ctx.csrf} action={`/allocate?page=${data.number}`}>
              <Table
                caption="Children without a worker"
                captionClass="govuk-visually-hidden"
                class="gt-give"
                head={['Child', 'Waits', 'Why', 'To whom?']}
                rows={rows.map(row => {
                  const child = children.get(row.code)
                  return [
                    {
                      text: (
                        <>
                          <a class="govuk-link" href={`/child/${row.code}`}>
                            {row.called}
                          </a>
                          {child?.lastWorker && (
                            <span class="govuk-body-s gt-quiet gt-below">
                              last: {child.lastWorker}
                              {child.lastTeam ? `, ${child.lastTeam}` : ''}
                            </span>
                          )}
                        </>
                      ),
                    },
                    child ? <Waited child={child} ctx={ctx} /> : '',
                    child ? spellKinds[child.why].title : '',
                    <Pick row={row} items={items} typed={typed} faults={returned?.faults ?? {}} ctx={ctx} />,
                  ]
                })}
              />
              {any && <Button>Allocate those chosen</Button>}
            </Form>
          )}
          {!any && data.total > 0 && (
            <p class="govuk-body">Team managers give children to workers. You see who waits.</p>
          )}
          <Paging number={data.number} pages={data.pages} link={n => `/allocate?page=${n}`} />
        </>
      ),
    }
  },
})
