import { suppress } from '../../domain/indicators/suppress.ts'
import { addMonths, longDay } from '../../domain/kernel/day.ts'
import { auditSplits, quartersTo, tableOf } from '../../domain/quality/collate.ts'
import { gradedTools } from '../../domain/quality/observations.ts'
import type { Db } from '../../store/connection.ts'
import { auditsFound } from '../../store/queries/audit-found.ts'
import { teams } from '../../store/queries/teams.ts'
import { Button, Select } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { address, askedBy, countedTo, heldFrom, measured, narrowed, within, years } from './asked.ts'
import { AuditFrame } from './frame.tsx'
import { Grades, Heat, Quarters } from './pictures.tsx'

/** How many quarters the picture shows. */
const QUARTERS = 6

async function load(ctx: Ctx<Db>) {
  const asked = askedBy(ctx)
  const to = countedTo(ctx)
  const quarters = quartersTo(to, QUARTERS)
  const from = [...quarters, addMonths(to, -12)].toSorted()[0] ?? to
  const all = narrowed(await auditsFound(ctx.tx, from, to), asked)
  const year = within(all, years(to).now)
  const standards = measured(asked.tool)
  const table = tableOf(
    year,
    standards.map(s => s.code),
    asked.split,
  )
  const held = heldFrom(ctx)
  return found({
    asked,
    to,
    quarters,
    all,
    year,
    standards,
    held,
    parts: table.parts,
    figures: held ? suppress(table.figures) : table.figures,
    teams: await teams(ctx.tx),
  })
}

export type Collated = DataOf<typeof load>

const Choose = ({ data }: { data: Collated }) => (
  <form method="get" class="gt-inline-form">
    <Select
      name="tool"
      label="Audit"
      value={data.asked.tool.code}
      items={gradedTools.map(t => ({ value: t.code, text: t.title }))}
    />
    {!data.held && (
      <Select
        name="team"
        label="Team"
        value={data.asked.team ?? ''}
        items={[{ value: '', text: 'Every team' }, ...data.teams.map(t => ({ value: t, text: t }))]}
      />
    )}
    <Select
      name="split"
      label="Side by side"
      value={data.asked.split}
      items={Object.entries(auditSplits).map(([value, text]) => ({ value, text }))}
    />
    <Button variant="secondary">Show</Button>
  </form>
)

/** What audits find: each standard now, over time, and side by side. */
export const auditsPage = page({
  path: '/audits',
  permission: 'audit-read',
  audit: 'what audits find',
  load,
  render: (data: Collated, ctx: Ctx<Db>) => {
    const n = data.year.length
    const few = data.held && n > 0 && n < 5
    return {
      title: 'What audits find',
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits">
          <h1 class="govuk-heading-l">What audits find</h1>
          <Choose data={data} />
          {n === 0 || few ? (
            <p class="govuk-body-l">
              {few
                ? `Fewer than five audits were finished in the twelve months to ${longDay(data.to)}: too few to show.`
                : `No ${data.asked.tool.title.toLowerCase()} was finished in the twelve months to ${longDay(data.to)}${data.asked.team ? ` of ${data.asked.team}` : ''}.`}
            </p>
          ) : (
            <>
              <p class="govuk-body-l">
                {n} finished in the twelve months to {longDay(data.to)}. Where two auditors agreed a grade,
                that grade counts.
              </p>
              <Grades data={data} />
              {data.held ? (
                <p class="govuk-body">
                  Quarters are not shown. One has few audits: taken from the year, they would tell what is
                  held back.{' '}
                  <a class="govuk-link" href={address('/audits/themes', data.asked)}>
                    Themes
                  </a>{' '}
                  set this year beside the one before.
                </p>
              ) : (
                <Quarters data={data} />
              )}
              <Heat data={data} />
            </>
          )}
        </AuditFrame>
      ),
    }
  },
})
