import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { isDone, stateOf } from '../../domain/quality/audit.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import type { Db } from '../../store/connection.ts'
import { auditsWhere, readAudits } from '../../store/queries/audit-files.ts'
import { auditTasks } from '../../store/queries/audit-work.ts'
import { coveredBy } from '../../store/queries/covers.ts'
import { listable } from '../../store/queries/listable.ts'
import { Details, MojScrollablePane, NotificationBanner, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { AuditFrame } from './frame.tsx'
import { AuditTaskRow } from './task.tsx'

const MINE: ReadonlySet<string> = new Set(['grade', 'check', 'agree'])

async function load(ctx: Ctx<Db>) {
  const covers = await coveredBy(ctx.tx, ctx.viewer.id, ctx.today)
  const tasks = (await auditTasks(ctx.tx, ctx.viewer, covers, ctx)).filter(t => MINE.has(t.what))
  const ids = await auditsWhere(ctx.tx, 'audit-assigned', 'auditor', [ctx.viewer.id])
  const graded = (await readAudits(ctx.tx, ids))
    .flatMap(f => {
      const mine = [f.audit.parts.first, f.audit.parts.second].find(p => p.grading?.auditor === ctx.viewer.id)
      return mine?.grading ? [{ ...f, on: mine.grading.on }] : []
    })
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, 50)
  const names = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    graded.map(f => f.audit.child),
  )
  return found({ tasks, graded: graded.filter(f => names.has(f.audit.child)), names })
}

type Data = DataOf<typeof load>

const said = (query: Ctx<Db>['query']): string | null => {
  if (query.done) return `Audit ${query.done} is finished. The file is closed to you again.`
  if (query.back) return 'Handed back. Whoever drew the sample gives it to somebody else.'
  return query.checked ? 'Recorded.' : null
}

function Finished({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.graded.length === 0) return null
  return (
    <Details summary={`Audits you have finished (${data.graded.length})`}>
      <p class="govuk-body">
        Their files are closed to you again, until you are asked to look whether something has happened.
      </p>
      <MojScrollablePane label="Audits you have finished">
        <Table
          caption="Audits you have finished"
          captionClass="govuk-visually-hidden"
          head={['Audit', 'Child', 'Finished', 'How it stands', 'Actions that happened']}
          rows={data.graded.map(f => {
            const child = data.names.get(f.audit.child)
            return [
              `${f.code}, ${auditTool(f.audit.tool)?.title ?? f.audit.tool}`,
              child ? calledBy(child, child.code) : '',
              longDay(f.on),
              stateOf(f.audit, ctx.today),
              `${f.audit.actions.filter(isDone).length} of ${f.audit.actions.length}`,
            ]
          })}
        />
      </MojScrollablePane>
    </Details>
  )
}

/** An auditor's own: what is to be audited, to be agreed and to be looked at again. */
export const myAuditsPage = page({
  path: '/audits/mine',
  permission: 'audit',
  audit: 'my audits',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const banner = said(ctx.query)
    const n = data.tasks.length
    return {
      title: 'My audits',
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/mine">
          {banner && <NotificationBanner type="success">{banner}</NotificationBanner>}
          <h1 class="govuk-heading-l">My audits</h1>
          <p class="govuk-body-l">
            {n === 0
              ? 'No file waits for you.'
              : `${n === 1 ? 'One thing waits' : `${n} things wait`} for you, the soonest first.`}
          </p>
          <ul class="gt-tasks">
            {data.tasks.map(t => (
              <AuditTaskRow t={t} ctx={ctx} />
            ))}
          </ul>
          <Finished data={data} ctx={ctx} />
        </AuditFrame>
      ),
    }
  },
})
