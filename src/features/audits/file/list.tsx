import { decide } from '../../../domain/access/decide.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { overallNow, stateOf } from '../../../domain/quality/audit.ts'
import { auditTool } from '../../../domain/quality/tools.ts'
import type { Db } from '../../../store/connection.ts'
import { auditsWhere, readAudits } from '../../../store/queries/audit-files.ts'
import { BackLink, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type ChildCtx, childPage, type DataOf, found } from '../../../web/page.ts'
import { GradeTag } from './found.tsx'
import { addressOf } from './load.ts'

async function load(ctx: ChildCtx<Db>) {
  if (!decide(ctx.viewer, 'audit-read').allow)
    return { refused: 'Your role does not read audits. Ask whoever leads on quality here.' }
  const files = [ctx.child.id, ...ctx.child.joined]
  const audits = await readAudits(ctx.tx, await auditsWhere(ctx.tx, 'audit-opened', 'child', files))
  return found({ audits: audits.toReversed() })
}

type Data = DataOf<typeof load>

/** The audits of one child’s file. Who has still to grade one sees that it is there, and no grade. */
export const childAuditsPage = childPage({
  path: '/child/:child/audits',
  permission: 'open',
  audit: 'audits of the file',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => ({
    title: `Audits of the file: ${ctx.child.called}`,
    section: 'audits',
    body: (
      <>
        <BackLink href={`/child/${ctx.child.code}`}>The child</BackLink>
        <Heading over={ctx.child.called}>Audits of the file</Heading>
        {data.audits.length === 0 ? (
          <p class="govuk-body">This file has not been audited.</p>
        ) : (
          <MojScrollablePane label="Audits of the file">
            <Table
              caption="Audits of the file, the newest first"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={['Audit', 'Time audited', 'Over all', 'How it stands']}
              rows={data.audits.map(({ code, audit }) => {
                const blind = [audit.parts.first, audit.parts.second].some(
                  p => p.auditor === ctx.viewer.id && !p.grading,
                )
                return [
                  <a class="govuk-link" href={addressOf(ctx, code)}>
                    {code}, {auditTool(audit.tool)?.title ?? audit.tool}
                  </a>,
                  `${longDay(audit.from)} to ${longDay(audit.to)}`,
                  blind || overallNow(audit) === null ? '–' : <GradeTag grade={overallNow(audit)} />,
                  stateOf(audit, ctx.today),
                ]
              })}
            />
          </MojScrollablePane>
        )}
      </>
    ),
  }),
})
