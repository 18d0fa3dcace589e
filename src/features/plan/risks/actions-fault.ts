import { codesIn } from '../../../domain/improvement/fold-risks.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import type { Faults } from '../../../domain/records/parse.ts'
import { actionCalled, type PlanView } from '../../../store/queries/plan.ts'

/** What is wrong where a risk names an action that the plan does not have. */
export function actionsFault(view: PlanView, { actions }: Answers): Faults | undefined {
  const unknown = codesIn(typeof actions === 'string' ? actions : '').filter(c => !actionCalled(view, c))
  return unknown.length === 0
    ? undefined
    : { actions: `The plan has no action ${unknown.join(', ')}. Open the plan for their codes.` }
}
