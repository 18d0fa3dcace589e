import type { Db } from '../../store/connection.ts'
import { auditActions } from '../../store/queries/audit-work.ts'
import { teams } from '../../store/queries/teams.ts'
import { Button, Select } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { AuditFrame } from './frame.tsx'
import { AuditTaskRow } from './task.tsx'

async function load(ctx: Ctx<Db>) {
  const own = ctx.viewer.role === 'team-manager' ? (ctx.viewer.team ?? null) : null
  const team = ctx.query.team || own
  const late = ctx.query.late === 'yes'
  return found({
    team,
    late,
    list: await auditActions(ctx.tx, ctx.viewer, ctx, team, late),
    teams: await teams(ctx.tx),
  })
}

type Data = DataOf<typeof load>

const SAYS = { check: 'Said to be done: the auditor looks', concern: 'A concern to answer' } as const

/** What audits asked for, and whether it is done: of the children whom the viewer may open. */
export const auditActionsPage = page({
  path: '/audits/actions',
  permission: 'decisions',
  audit: 'what audits asked for',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Follow-up of audits',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/actions">
        <h1 class="govuk-heading-l">Follow-up: what audits asked for</h1>
        <form method="get" class="gt-inline-form">
          <Select
            name="team"
            label="Team"
            value={data.team ?? ''}
            items={[{ value: '', text: 'Every team' }, ...data.teams.map(t => ({ value: t, text: t }))]}
          />
          <Select
            name="late"
            label="Which"
            value={data.late ? 'yes' : ''}
            items={[
              { value: '', text: 'All that is open' },
              { value: 'yes', text: 'Overdue' },
            ]}
          />
          <Button variant="secondary">Show</Button>
        </form>
        <p class="govuk-body-l">
          {data.list.length === 0
            ? data.late
              ? 'Nothing is overdue of what audits asked for.'
              : 'Nothing is open of what audits asked for.'
            : `${data.list.length} open, of children whose files you may open.`}
        </p>
        <ul class="gt-tasks">
          {data.list.map(t => (
            <AuditTaskRow
              t={t}
              ctx={ctx}
              {...(t.what === 'check' || t.what === 'concern' ? { say: SAYS[t.what] } : {})}
            />
          ))}
        </ul>
      </AuditFrame>
    ),
  }),
})
