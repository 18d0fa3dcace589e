import { suppress } from '../../../domain/indicators/suppress.ts'
import { addMonths, longDay } from '../../../domain/kernel/day.ts'
import { goodOf } from '../../../domain/quality/collate.ts'
import { gradedTools, observationTool } from '../../../domain/quality/observations.ts'
import type { Db } from '../../../store/connection.ts'
import { auditsFound } from '../../../store/queries/audit-found.ts'
import { readWeeks } from '../../../store/queries/observations.ts'
import { BackLink, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { heldFrom, measured } from '../asked.ts'
import { AuditFrame } from '../frame.tsx'
import { said } from '../themes-load.ts'

async function load(ctx: Ctx<Db>) {
  const week = (await readWeeks(ctx.tx)).find(w => w.code === (ctx.params.week ?? '').toUpperCase())
  if (!week) return { missing: 'There is no such practice week. Choose one from the list.' }
  const all = await auditsFound(ctx.tx, addMonths(week.from, -12), week.to)
  const held = heldFrom(ctx)
  // Day by day it would tell what one file was found to be.
  const early = held && week.to >= ctx.today
  const tools = gradedTools.flatMap(tool => {
    const own = all.filter(a => a.tool === tool.code)
    const now = own.filter(a => a.on >= week.from)
    if (now.length === 0) return []
    const before = own.filter(a => a.on < week.from)
    const rows = measured(tool).map(s => {
      const pair = [goodOf(now, s.code), goodOf(before, s.code)] as const
      return { title: s.title, figures: held ? pair.map(f => suppress([f])[0] ?? f) : pair }
    })
    return [{ tool, n: now.length, rows, teams: [...new Set(now.map(a => a.team))].toSorted() }]
  })
  return found({ week, tools: early ? [] : tools, held, early })
}
type Data = DataOf<typeof load>

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** What a practice week found, on one page that prints: each tool, against the twelve months before. */
export const weekPage = page({
  path: '/audits/week/:week',
  permission: 'audit-read',
  audit: 'a practice week',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { week, tools, held, early } = data
    const count = (observed: boolean) =>
      tools
        .filter(t => (observationTool(t.tool.code) !== undefined) === observed)
        .reduce((n, t) => n + t.n, 0)
    return {
      title: week.name,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/weeks">
          <BackLink href="/audits/weeks">Practice weeks</BackLink>
          <Heading over={`${longDay(week.from)} to ${longDay(week.to)}`}>{week.name}</Heading>
          {week.theme && <p class="govuk-body-l">{week.theme}</p>}
          {tools.length === 0 ? (
            <p class="govuk-body">
              {early
                ? 'What was found is shown when the week is over, so that no file can be known by it.'
                : week.from > ctx.today
                  ? 'It has not begun. What is finished in it is gathered here.'
                  : 'No audit or observation was finished in these days.'}
            </p>
          ) : (
            <p class="govuk-body">
              {held
                ? 'Audits of files and observations of practice finished in these days. Small numbers are held back.'
                : `${many(count(false), 'audit')} of files and ${many(count(true), 'observation')} of practice were finished in these days.`}
            </p>
          )}
          {tools.map(t => (
            <>
              <MojScrollablePane label={t.tool.title}>
                <Table
                  caption={held ? t.tool.title : `${t.tool.title}: ${t.n}`}
                  captionSize="m"
                  rowHeaders
                  head={['Standard', 'Good or better', 'Twelve months before']}
                  rows={t.rows.map(r => [r.title, ...r.figures.map(said)])}
                />
              </MojScrollablePane>
              {!held && <p class="govuk-body-s gt-quiet">Teams: {t.teams.join(', ')}.</p>}
            </>
          ))}
          {tools.length > 0 && (
            <p class="govuk-body gt-not-printed">
              <a class="govuk-link" href="/audits/themes">
                Themes of audits, and the way from them into the plan
              </a>
            </p>
          )}
        </AuditFrame>
      ),
    }
  },
})
