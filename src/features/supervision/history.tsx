import { longDay } from '../../domain/kernel/day.ts'
import type { Held } from '../../store/queries/supervision.ts'

const words = (v: unknown): string => (typeof v === 'string' ? v : '')

/** Supervisions before, with what was agreed; each opens. */
export function HistoryList({ history, at }: { history: readonly Held[]; at: string }) {
  if (history.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Before</h2>
      <ul class="govuk-list gt-supervision__before">
        {history.map(s => (
          <li>
            <a class="govuk-link" href={`${at}/${s.entry}`}>
              {longDay(s.on)}
            </a>
            <span class="gt-quiet"> with {s.by}</span>
            {words(s.answers.agreed) && <span class="gt-prose"> {words(s.answers.agreed)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
