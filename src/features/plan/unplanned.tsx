import { answersTo } from '../../domain/improvement/plan.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import type { PlanView } from '../../store/queries/plan.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { bandTitle, sectionTitle } from './filters.tsx'
import { sourcePath } from './frame.tsx'

/** What the report asks and no action answers yet; and what nobody has checked. */
export function Unplanned({ view, ctx }: { view: PlanView; ctx: Ctx<Db> }) {
  const may = ctx.can('plan-edit').allow
  const planned = new Set(view.actions.flatMap(a => answersTo(a).map(s => `${s.inspection} ${s.finding}`)))
  const open = view.inspections.flatMap(inspection =>
    inspection.findings
      .filter(f => !f.setAside && !planned.has(`${inspection.id} ${f.id}`))
      .map(finding => ({
        finding,
        at: sourcePath(view, inspection),
        code: view.codes.get(inspection.id) ?? '',
      })),
  )
  if (open.length === 0) return null
  return (
    <MojScrollablePane label="Areas with no action yet">
      <Table
        caption={`Areas for improvement with no action yet: ${open.length}`}
        captionSize="m"
        head={['Area', 'Part', 'Time', 'Due', ...(may ? ['Next'] : [])]}
        rows={open.map(({ finding: f, at, code }) => [
          f.text,
          sectionTitle(f.section),
          bandTitle(f.band),
          f.due ? shortDay(f.due) : 'Not set',
          ...(may
            ? [
                {
                  text: f.confirmed ? (
                    <a class="govuk-link" href={`/plan/action/new?inspection=${code}&finding=${f.id}`}>
                      Plan an action<span class="govuk-visually-hidden"> for: {f.text}</span>
                    </a>
                  ) : (
                    <a class="govuk-link" href={`${at}#area-${f.id}`}>
                      Check it first<span class="govuk-visually-hidden">: {f.text}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ])}
      />
    </MojScrollablePane>
  )
}
