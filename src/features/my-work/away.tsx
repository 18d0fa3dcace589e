import { calledBy } from '../../domain/casework/person.ts'
import { longDay, weekdayName } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { findRecordType } from '../../domain/records/registry.ts'
import type { Done } from '../../store/queries/evening.ts'

/** Things written, one a line: when, of whom, what, by whom. */
export function DoneList({ done, by }: { done: readonly Done[]; by: boolean }) {
  return (
    <ul class="govuk-list gt-away__list">
      {done.map(d => (
        <li class="gt-away__line">
          <span class="gt-quiet gt-away__when">
            {weekdayName(londonDay(d.recorded)).slice(0, 3)} {londonTime(d.recorded)}
          </span>{' '}
          <span>
            <a class="govuk-link" href={`/child/${d.code}`}>
              {calledBy(d, d.code)}
            </a>
            {': '}
            <a class="govuk-link" href={`/child/${d.code}/entry/${d.entry}`}>
              {findRecordType(d.type)?.title ?? d.type}
            </a>
            {`. ${d.summary}`}
            {by && <span class="gt-quiet"> {d.by}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** At the top of the morning: what the out-of-hours team did since the last working day closed. Nothing where they did nothing. */
export function WhileAway({
  done,
  since,
}: {
  done: readonly Done[]
  since: Parameters<typeof londonDay>[0]
}) {
  if (done.length === 0) return null
  const from = londonDay(since)
  return (
    <section class="gt-away" aria-labelledby="away">
      <h2 class="govuk-heading-m" id="away">
        While you were away
      </h2>
      <p class="govuk-body-s gt-quiet">
        What the out-of-hours team recorded since {weekdayName(from)} {longDay(from)}, {londonTime(since)}
      </p>
      <DoneList done={done} by />
    </section>
  )
}
