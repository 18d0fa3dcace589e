import { roles } from '../../domain/access/roles.ts'
import { limits } from '../../domain/workload/limits.ts'
import { weightWords } from '../../domain/workload/weigh.ts'
import { family, weights } from '../../domain/workload/weights.ts'
import { holderNotes, loadWords } from '../../domain/workload/words.ts'
import type { Db } from '../../store/connection.ts'
import { fundedPosts } from '../../store/queries/workforce.ts'
import { type WorkerLoad, workload } from '../../store/queries/workload.ts'
import { Details, MojScrollablePane, NotificationBanner, Table } from '../../web/govuk/index.ts'
import { Meter } from '../../web/layout/meter.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { anchor, Teams, teamsOf } from './teams.tsx'

async function load(ctx: Ctx<Db>) {
  const staff = await workload(ctx.tx, {}, ctx.today)
  const own = ctx.viewer.team
  const rank = (team: string | null) => (team === null ? 2 : team === own ? 0 : 1)
  const teams = [...Map.groupBy(staff, w => w.team)]
  teams.sort(([a], [b]) => rank(a) - rank(b) || (a ?? '').localeCompare(b ?? '', 'en'))
  return found({ teams, standing: teamsOf(staff, await fundedPosts(ctx.tx, ctx.today)) })
}

type Data = DataOf<typeof load>

/** How much somebody holds: children with their weight, or the children they review. */
function Work({ w }: { w: WorkerLoad }) {
  if (w.role === 'reviewing-officer') return <>reviews {w.reviewing}</>
  if (w.cases.length === 0 && w.role !== 'social-worker') return <span class="gt-quiet">none</span>
  return (
    <span class="gt-holder">
      <Meter value={w.load} most={w.limit} /> {loadWords(w)}
      {w.load > w.limit && ', over the limit'}
    </span>
  )
}

const needsRegistration = (w: WorkerLoad) => w.role === 'social-worker' || w.cases.length > 0

function Team({ name, people, ctx }: { name: string; people: readonly WorkerLoad[]; ctx: Ctx<Db> }) {
  return (
    <MojScrollablePane label={`People of ${name}`} attributes={{ id: anchor(name) }}>
      <Table
        caption={name}
        captionSize="m"
        rowHeaders
        head={['Name', 'Role', 'Work', 'To know']}
        rows={people.map(w => [
          <a class="govuk-link" href={`/staff/${w.code}`}>
            {w.name}
          </a>,
          roles[w.role],
          <Work w={w} />,
          holderNotes({ ...w, registered: w.registered || !needsRegistration(w) }, ctx.today).join('. '),
        ])}
      />
    </MojScrollablePane>
  )
}

/** How work is weighed: the very rows by which it is. */
function Weights() {
  return (
    <Details summary="How work is weighed">
      <Table
        caption="What a child weighs"
        head={['Where', { text: 'Weight', numeric: true }, 'How']}
        rows={[
          ...weights.map(w => [
            w.title,
            weightWords(w.weight),
            w.how === 'is' ? 'The heaviest of these counts' : 'Added',
          ]),
          [family.title, weightWords(family.weight), 'Of what the child would weigh alone'],
        ]}
      />
      <p class="govuk-body">
        {limits.most.title}: {limits.most.value}. In the first year of practice, {limits.newlyQualified.value}{' '}
        per cent of the limit. These are local rules, but for the last.
      </p>
    </Details>
  )
}

/** Everyone who works here, by team, one's own first: who has how much, and what to know before asking more of them. */
export const staffListPage = page({
  path: '/staff',
  permission: 'staff-read',
  audit: 'staff and their work',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Staff and their work',
    section: 'team',
    wide: true,
    body: (
      <>
        {ctx.query.done === 'posts' && (
          <NotificationBanner type="success">
            <p class="govuk-notification-banner__heading">The posts are as shown below.</p>
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">Staff and their work</h1>
        {ctx.can('desk').allow && (
          <p class="govuk-body">
            <a class="govuk-link" href="/allocate">
              Children without a worker
            </a>
            {ctx.can('cover').allow && (
              <>
                {' · '}
                <a class="govuk-link" href="/staff/posts">
                  Posts of each team
                </a>
              </>
            )}
          </p>
        )}
        <Teams teams={data.standing} today={ctx.today} />
        <Weights />
        {data.teams.map(([name, people]) => (
          <Team name={name ?? 'Of no team'} people={people} ctx={ctx} />
        ))}
      </>
    ),
  }),
})
