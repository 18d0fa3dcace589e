import type { Day } from '../../domain/kernel/day.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { type Clock, clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import { Tag } from '../../web/govuk/index.ts'

/** What is to be done for a child, the soonest first. Each opens its rule. */
export function Next({ clocks, on, code }: { clocks: readonly Clock[]; on: Day; code: string }) {
  const open = clocks
    .filter(c => c.starts <= on)
    .map(c => ({ clock: c, state: clockState(c, on) }))
    .filter(({ state }) => state.is === 'running' || state.is === 'overdue')
    .sort((a, b) => (a.clock.due < b.clock.due ? -1 : 1))
  return (
    <section>
      <h2 class="govuk-heading-m">What is next</h2>
      {open.length === 0 && <p class="govuk-body">No timescale is running.</p>}
      <ul class="gt-next">
        {open.map(({ clock, state }) => (
          <li class={state.is === 'overdue' ? 'gt-next--late' : ''}>
            <a class="govuk-link" href={`/child/${code}/clock/${clock.series}/${clock.due}`}>
              {findSeries(clock.series)?.task}
            </a>
            <span class="gt-next__when">
              {clockWords(clock, on)} {state.is === 'overdue' && <Tag colour="yellow">Late</Tag>}
              {state.is === 'overdue' && clock.lateReason !== null && ' reason given'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
