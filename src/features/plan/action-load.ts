import type { Action } from '../../domain/improvement/plan.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { actionCalled, lastSeq, type PlanView, readPlan } from '../../store/queries/plan.ts'
import { type Ctx, found } from '../../web/page.ts'

export const noSuchAction = (code: string) => ({
  missing: `There is no action ${code} in the plan. Open the plan and choose one.`,
})

/** The action of an address, with its entries and who wrote them. */
export async function loadAction(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const code = (ctx.params.id ?? '').toUpperCase()
  const action = actionCalled(view, code)
  if (!action) return noSuchAction(code)
  const entries = view.entries.filter(e => e.subject === action.id)
  const people = entries.flatMap(e => [
    e.author,
    ...(typeof e.answers.owner === 'string' ? [e.answers.owner] : []),
  ])
  const names = await namesOf(ctx.tx, people)
  return found({
    view,
    code,
    action,
    entries,
    names,
    seq: lastSeq(view, action.id),
    may: ctx.can('plan-edit').allow,
    mayOpen: ctx.can('children-behind').allow,
  })
}

/** What the pages about one action are given. */
export interface OnAction {
  readonly view: PlanView
  readonly code: string
  readonly action: Action
  readonly entries: PlanView['entries']
  readonly names: ReadonlyMap<string, string>
  readonly seq: number
  readonly may: boolean
  readonly mayOpen: boolean
}
