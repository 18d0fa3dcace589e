import type { Allegation } from '../../domain/allegations/allegation.ts'
import { printAllowance } from '../../domain/kernel/allowance.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { findSeries, findTimescale } from '../../domain/timescales/table.ts'
import { type Clock, clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import { Details } from '../../web/govuk/index.ts'

const STANDING = {
  confirmed: 'The text was read',
  supported: 'Others say so; the text itself was not read',
  unconfirmed: 'Not confirmed: check it before you rely on it',
  local: 'Set by this council',
} as const

function OneClock({ clock, today }: { clock: Clock; today: Day }) {
  const rule = findTimescale(clock.row)
  if (!rule) return null
  const state = clockState(clock, today).is
  const late = state === 'overdue' || state === 'met-late'
  return (
    <li>
      <span class={late ? 'gt-overdue' : undefined}>
        {findSeries(clock.series)?.title}: {clockWords(clock, today)}
      </span>
      <Details summary="The rule">
        <p class="govuk-body">
          {rule.title}. Counted from {longDay(clock.starts)}: {printAllowance(rule.within)}, so due{' '}
          {longDay(clock.due)}.
        </p>
        <p class="govuk-body gt-quiet">
          {rule.source}. {STANDING[rule.standing]}.
        </p>
      </Details>
    </li>
  )
}

/** Every timescale of a file, the last begun first, each with its rule. */
export function Clocks({ allegation, today }: { allegation: Allegation; today: Day }) {
  return (
    <section aria-labelledby="clocks">
      <h2 class="govuk-heading-m" id="clocks">
        In time?
      </h2>
      <ul class="govuk-list">
        {allegation.clocks.toReversed().map(clock => (
          <OneClock clock={clock} today={today} />
        ))}
      </ul>
    </section>
  )
}
