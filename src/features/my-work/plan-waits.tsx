import { shortDay } from '../../domain/kernel/day.ts'
import type { PlanWait } from '../../store/queries/plan-waiting.ts'

/** What of the improvement plan waits for the reader: their own actions, and what only somebody else than its owner may do. */
export function PlanWaits({ waits }: { waits: readonly PlanWait[] }) {
  if (waits.length === 0) return null
  return (
    <section aria-labelledby="plan-waits">
      <h2 class="govuk-heading-m" id="plan-waits">
        Of the improvement plan
      </h2>
      <ul class="govuk-list">
        {waits.map(w => (
          <li>
            <a class="govuk-link" href={`/plan/action/${w.action}`}>
              Action {w.action.slice(1)}
            </a>
            : {w.what}
            {w.by && <span class="gt-quiet"> (was due {shortDay(w.by)})</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
