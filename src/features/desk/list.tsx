import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { deskLines } from '../../store/queries/desk.ts'
import { type DeskList, deskLists } from '../../store/queries/desk-lists.ts'
import { BackLink, NotificationBanner } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { Line } from './line.tsx'
import { deskLink, deskOf } from './scope.ts'

const SIZE = 30

const EMPTY: Readonly<Record<DeskList, string>> = {
  referrals: 'No referral waits for a decision.',
  unsigned: 'Nothing waits for your signature.',
  left: 'No manager has left anything unsigned for four weeks.',
  'sent-back': 'Nothing that was sent back waits to be changed.',
  late: 'Nothing is late.',
  drift: 'Something has moved for every child in that time.',
  children: 'No children are allocated here.',
}

const isList = (code: string | undefined): code is DeskList =>
  code !== undefined && Object.hasOwn(deskLists, code)

async function load(ctx: Ctx<Db>) {
  const list = ctx.params.list
  if (!isList(list))
    return { missing: 'The desk has no such list. Go back to the desk, and open it from there.' }
  const d = deskOf(ctx)
  const number = pageNumber(ctx.query)
  const read = await deskLines(ctx.tx, list, d, { limit: SIZE, offset: (number - 1) * SIZE })
  const names = await namesOf(ctx.tx, d.worker && /^[0-9a-f-]{36}$/.test(d.worker) ? [d.worker] : [])
  return found({
    list,
    d,
    ...read,
    number,
    pages: Math.max(1, Math.ceil(read.total / SIZE)),
    worker: d.worker ? (names.get(d.worker) ?? 'one worker') : null,
  })
}

type Data = DataOf<typeof load>

const titleOf = ({ list, d }: Data): string =>
  list === 'drift' ? `${deskLists.drift} for ${d.drift} days or more` : deskLists[list]

/** A number of the desk, opened. */
export const deskListPage = page({
  path: '/desk/:list',
  permission: 'desk',
  audit: 'a list of a team’s desk',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { d, list } = data
    const here = (n: number) => deskLink(d, `/desk/${list}`, n === 1 ? {} : { page: n })
    const { worker: _one, ...team } = d
    return {
      title: titleOf(data),
      section: 'team',
      wide: true,
      body: (
        <>
          <BackLink href={deskLink(team)}>Desk</BackLink>
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <Heading over={[d.team ?? 'Every team', data.worker].filter(Boolean).join(', ')}>
            {titleOf(data)}
          </Heading>
          <p class="govuk-body-l">
            {data.total === 0 ? EMPTY[list] : `${data.total} in all, the longest first.`}
          </p>
          <ul class="gt-tasks">
            {data.lines.map(l => (
              <Line list={list} l={l} d={d} back={here(data.number)} />
            ))}
          </ul>
          <Paging number={data.number} pages={data.pages} link={here} before="Longer" />
        </>
      ),
    }
  },
})
