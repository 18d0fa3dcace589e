import { overTeams } from '../../domain/access/writes.ts'
import { driftDays } from '../../domain/oversight/moves.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { lateAuditActions } from '../../store/queries/audit-work.ts'
import { contactsWaiting, deskCounts, type Share } from '../../store/queries/desk.ts'
import type { Desk } from '../../store/queries/desk-lists.ts'
import { supervisees } from '../../store/queries/supervision.ts'
import { teams } from '../../store/queries/teams.ts'
import { unallocated } from '../../store/queries/unallocated.ts'
import { Button, NotificationBanner, Select } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ByWorker, LateChart, type Row } from './by-worker.tsx'
import { Counts } from './counts.tsx'
import { deskOf } from './scope.ts'
import { weightsOf } from './weights.ts'

const nothing = (key: string): Share => ({
  key,
  children: 0,
  late: 0,
  reasons: 0,
  drift: 0,
  unsigned: 0,
  left: 0,
})

/** The rows of the table: everyone of the team, and whoever else holds its children; or every team. */
async function rowsOf(ctx: Ctx<Db>, d: Desk, held: readonly Share[]): Promise<readonly Row[]> {
  if (d.team === null) return held.map(s => ({ key: s.key, name: s.key, share: s, supervisee: null }))
  const staff = await supervisees(ctx.tx, ctx.viewer, d.team, d.today)
  const others = held.filter(s => !staff.some(w => w.id === s.key))
  const names = await namesOf(
    ctx.tx,
    others.map(s => s.key),
  )
  return [
    ...staff.map(w => ({
      key: w.id,
      name: w.name,
      share: held.find(s => s.key === w.id) ?? nothing(w.id),
      supervisee: w,
    })),
    ...others.map(s => ({
      key: s.key,
      name: names.get(s.key) ?? 'Somebody who has left',
      share: s,
      supervisee: null,
    })),
  ].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

async function load(ctx: Ctx<Db>) {
  const d = deskOf(ctx)
  const { shares, tallies } = await deskCounts(ctx.tx, d)
  const rows = await rowsOf(ctx, d, shares)
  return found({
    d,
    rows,
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

function Choose({ data }: { data: Data }) {
  const { d } = data
  return (
    <form method="get" class="gt-inline-form">
      {data.teams.length > 0 && (
        <Select
          name="team"
          label="Team"
          value={d.team ?? ''}
          items={[{ value: '', text: 'Every team' }, ...data.teams.map(t => ({ value: t, text: t }))]}
        />
      )}
      <Select
        name="days"
        label="Nothing has moved for"
        value={String(d.drift)}
        items={driftDays.map(n => ({ value: String(n), text: `${n} days` }))}
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}

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
          <Choose data={data} />
          <ByWorker d={d} rows={data.rows} weights={data.weights} />
          <LateChart d={d} rows={data.rows} />
        </>
      ),
    }
  },
})
