import type { ComponentChildren } from 'preact'
import { monthName } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import type { PlanView } from '../../store/queries/plan.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

/** "Inspection report, June 2026" */
export function inspectionName(inspection: PlanView['inspections'][number]): string {
  const when = inspection.published ? `, ${monthName(inspection.published)}` : ` of ${inspection.file}`
  return `Inspection report${when}`
}

interface PlanFrameProps {
  readonly ctx: Ctx<Db>
  readonly view: PlanView
  /** The path of the page shown, where it is one of these. */
  readonly at: string
  readonly children: ComponentChildren
}

/** The ways through the plan, on every page of it. */
export function PlanFrame({ ctx, view, at, children }: PlanFrameProps) {
  const items = [
    { text: 'The plan', href: '/plan' },
    ...view.inspections.map(i => ({
      text: inspectionName(i),
      href: `/plan/inspection/${view.codes.get(i.id)}`,
    })),
    ...(ctx.can('plan-edit').allow ? [{ text: 'Load a report', href: '/plan/load' }] : []),
    { text: 'Papers', href: '/plan/papers' },
  ]
  return (
    <>
      <MojSubNavigation label="Improvement plan" items={items.map(i => ({ ...i, active: i.href === at }))} />
      {children}
    </>
  )
}
