import { bornWords, calledBy } from '../../domain/casework/person.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Faults, Typed } from '../../domain/records/parse.ts'
import { textOf } from '../../domain/records/parse.ts'
import { Checkboxes, Tag, TextInput } from '../../web/govuk/index.ts'
import { ofChild } from './asked.ts'
import type { Likely } from './likely.ts'
import type { ToldChild } from './load.ts'

/** A child here who may be the same, as the answer says it. */
export function LikelyWords({ c, on }: { c: Likely; on: Day }) {
  return (
    <>
      {calledBy(c, c.code)}, {bornWords(c, on)}{' '}
      {c.open && <Tag colour="blue">{c.worker ? `Open: ${c.worker}` : 'Open, no worker'}</Tag>}{' '}
      {c.twin && <Tag colour="purple">Probably a twin, brother or sister</Tag>}
    </>
  )
}

/** Why it may be the same child, and the way to the file: what is typed here is kept meanwhile. */
export const WhySame = ({ c }: { c: Likely }) => (
  <>
    {c.why.length > 0 && `${c.why.join('; ')}. `}
    <a class="govuk-link" href={`/child/${c.code}`}>
      Open the file<span class="govuk-visually-hidden"> of {calledBy(c, c.code)}</span>
    </a>
  </>
)

interface DifferentProps {
  readonly child: ToldChild
  readonly typed: Typed
  readonly faults: Faults
  readonly on: Day
}

/** Children who look alike and are others: remembered with the reason, so that nobody is asked again. */
export function Different({ child: { n, likely }, typed, faults, on }: DifferentProps) {
  const not = typed[ofChild('not', n)] ?? []
  return (
    <details class="govuk-details" open={not.length > 0 || faults[ofChild('why', n)] !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Somebody above is certainly another child</span>
      </summary>
      <div class="govuk-details__text">
        <Checkboxes
          name={ofChild('not', n)}
          legend="Remember that these are different children, and do not ask again"
          small
          values={typeof not === 'string' ? [not] : not}
          items={likely.map(c => ({
            value: c.code,
            text: `${calledBy(c, c.code)}, ${bornWords(c, on)}`,
          }))}
        />
        <TextInput
          name={ofChild('why', n)}
          label="How do you know?"
          value={textOf(typed, ofChild('why', n))}
          error={faults[ofChild('why', n)]}
        />
      </div>
    </details>
  )
}
