import { roles } from '../../domain/access/roles.ts'
import { overTeams } from '../../domain/access/writes.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { findTimescale } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { type Supervisee, supervisees } from '../../store/queries/supervision.ts'
import { teams } from '../../store/queries/teams.ts'
import { Button, MojScrollablePane, NotificationBanner, Select, Table, Tag } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'

async function load(ctx: Ctx<Db>) {
  const director = overTeams(ctx.viewer.role)
  const team = (director && ctx.query.team) || null
  return found({
    team,
    teams: director ? await teams(ctx.tx) : [],
    list: await supervisees(ctx.tx, ctx.viewer, team, ctx.today),
  })
}

type Data = DataOf<typeof load>

function Due({ s, ctx }: { s: Supervisee; ctx: Ctx<Db> }) {
  if (s.due === null) return <span class="gt-quiet">No timescale</span>
  const rule = s.rule ? findTimescale(s.rule)?.title : undefined
  return (
    <>
      {dueWords(s.due, ctx.today)} {s.due < ctx.today && <Tag colour="yellow">Late</Tag>}
      {s.rule !== 'supervision' && rule && <span class="gt-quiet gt-supervision__rule">{rule}</span>}
    </>
  )
}

/** Whom one supervises, when last, and by when next. */
export const supervisionListPage = page({
  path: '/supervision',
  permission: 'supervise',
  audit: 'supervision: whom one supervises',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Supervision',
    section: 'team',
    wide: true,
    body: (
      <>
        {ctx.query.done && (
          <NotificationBanner type="success">The supervision is recorded.</NotificationBanner>
        )}
        <Heading over={ctx.viewer.team ?? undefined}>Supervision</Heading>
        {data.list.length === 0 && (
          <p class="govuk-body">
            Nobody is in your team who is supervised. Staff and their teams are kept under Staff: ask whoever
            keeps them.
          </p>
        )}
        {data.list.length > 0 && (
          <MojScrollablePane label="Whom you supervise">
            <Table
              caption="Whom you supervise"
              captionClass="govuk-visually-hidden"
              head={['Name', 'Last', 'Next', { text: 'Children', numeric: true }]}
              rows={data.list.map(s => [
                {
                  text: (
                    <>
                      <a class="govuk-link" href={`/supervision/${s.code}`}>
                        {s.name}
                      </a>{' '}
                      <span class="gt-quiet">{[roles[s.role], s.team].filter(Boolean).join(', ')}</span>
                    </>
                  ),
                },
                s.last ? longDay(s.last) : 'Not yet',
                { text: <Due s={s} ctx={ctx} /> },
                String(s.children),
              ])}
              rowHeaders
            />
          </MojScrollablePane>
        )}
        {data.teams.length > 0 && (
          <form method="get" class="gt-inline-form">
            <Select
              name="team"
              label="Team"
              value={data.team ?? ''}
              items={[{ value: '', text: 'Everybody' }, ...data.teams.map(t => ({ value: t, text: t }))]}
            />
            <Button variant="secondary">Show</Button>
          </form>
        )}
      </>
    ),
  }),
})
