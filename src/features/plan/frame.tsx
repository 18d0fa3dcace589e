import type { ComponentChildren } from 'preact'
import { sourceName } from '../../domain/improvement/source.ts'
import type { PlanView } from '../../store/queries/plan.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'

export { sourceName as inspectionName } from '../../domain/improvement/source.ts'

/** Where a source of the plan is read and checked. */
export const sourcePath = (view: PlanView, source: Pick<PlanView['inspections'][number], 'id' | 'kind'>) =>
  `/plan/${source.kind === 'inspection' ? 'inspection' : 'source'}/${view.codes.get(source.id)}`

/** What a source of the plan is called, by its id. */
export function sourceCalled(view: PlanView, id: string): string {
  const found = view.inspections.find(i => i.id === id)
  return found ? sourceName(found) : 'A source that is gone'
}

interface PlanFrameProps {
  /** The path of the page shown, where it is one of these. */
  readonly at: string
  readonly children: ComponentChildren
}

/** The ways through the plan, on every page of it. */
export function PlanFrame({ at, children }: PlanFrameProps) {
  const items = [
    { text: 'The plan', href: '/plan' },
    { text: 'Sources', href: '/plan/sources' },
    { text: 'Risks', href: '/plan/risks' },
    { text: 'Themes', href: '/plan/themes' },
    { text: 'Library', href: '/plan/library' },
    { text: 'Papers', href: '/plan/papers' },
  ]
  return (
    <>
      <MojSubNavigation label="Improvement plan" items={items.map(i => ({ ...i, active: i.href === at }))} />
      {children}
    </>
  )
}
