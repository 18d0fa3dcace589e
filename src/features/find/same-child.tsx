import { bornWords, calledBy } from '../../domain/casework/person.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import type { Candidate } from '../../store/queries/candidates.ts'
import { Radios, Tag, TextInput } from '../../web/govuk/index.ts'
import { sentence } from './sentence.ts'

interface Props {
  readonly likely: readonly Candidate[]
  readonly typed: Typed
  readonly faults: Faults
  readonly on: Day
}

const TWINS = 'Born on the same day, with another given name.'

function Likely({ c, on }: { c: Candidate; on: Day }) {
  const called = calledBy(c, c.code)
  return (
    <li>
      <strong>{called}</strong>, {bornWords(c, on)}, child ID {c.code}{' '}
      {c.open && <Tag colour="blue">{c.worker ? `Open: ${c.worker}` : 'Open, no worker'}</Tag>}{' '}
      {c.twin && <Tag colour="purple">Perhaps a twin</Tag>}
      <span class="gt-below gt-quiet">{sentence(c.why)}</span>
      <a class="govuk-link" href={`/child/${c.code}`}>
        It is this child<span class="govuk-visually-hidden">: {called}</span>
      </a>
    </li>
  )
}

/**
 * Children here who may be the one for whom a file is about to be started: shown once, before it is. It is one of them,
 * and the file is there; or both are kept, which is remembered; or nobody knows yet.
 */
export function SameChild({ likely, typed, faults, on }: Props) {
  const isTwins = likely.every(c => c.twin)
  return (
    <section class="gt-same" aria-labelledby="same-title">
      <h2 class="govuk-heading-m" id="same-title">
        {likely.length === 1 ? 'Is it this child?' : 'Is it one of these children?'}
      </h2>
      <p class="govuk-body">
        No file is started yet. A child with two files is a child whose story nobody sees.
        {likely.some(c => c.twin) && ' Twins have a file each: look twice at the given names.'}
      </p>
      <ul class="govuk-list gt-same__list">
        {likely.map(c => (
          <Likely c={c} on={on} />
        ))}
      </ul>
      <input type="hidden" name="_shown" value={likely.map(c => c.code).join(' ')} />
      <Radios
        name="same"
        legend={{ text: 'If not', size: 's' }}
        error={faults.same}
        value={textOf(typed, 'same')}
        small
        items={[
          {
            value: 'different',
            text: 'Keep both: it is a different child',
            hint: 'Kept in the new file, so that nobody is asked again.',
          },
          {
            value: 'unsure',
            text: 'I do not know yet: start a file now',
            hint: 'When it is known that both are one child, a manager can join the files, and part them again.',
          },
        ]}
      />
      <div class="gt-question gt-question--sometimes" data-only-if="same" data-only-values="different">
        <p class="govuk-hint gt-only-if">Only if it is a different child</p>
        <TextInput
          name="why"
          label="How do you know that it is a different child?"
          value={textOf(typed, 'why') || (isTwins ? TWINS : '')}
          error={faults.why}
        />
      </div>
    </section>
  )
}
