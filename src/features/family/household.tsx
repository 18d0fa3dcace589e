import type { CaseFile } from '../../domain/casework/file.ts'
import { nowOf, spellWords } from '../../domain/casework/now.ts'
import type { Relative } from '../../domain/family/relatives.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { RelativeName } from './table.tsx'

interface HouseholdProps {
  readonly relatives: readonly Relative[]
  readonly file: CaseFile
  readonly on: Day
  readonly code: string
}

/** Where the child lives, and with whom. */
export function Household({ relatives, file, on, code }: HouseholdProps) {
  const members = relatives.filter(r => r.household && !r.died)
  const { placement } = nowOf(file, on)
  const home = file.person.address
  return (
    <section>
      <h2 class="govuk-heading-m">Household</h2>
      {placement && (
        <p class="govuk-body">
          Placed:{' '}
          <a class="govuk-link" href={`/child/${code}/entry/${placement.openedBy}`}>
            {spellWords(placement)}
          </a>
          , since {longDay(placement.from)}
        </p>
      )}
      {!placement && home && <p class="govuk-body gt-prose">{home}</p>}
      {members.length === 0 ? (
        <p class="govuk-body">Nobody is recorded as living with the child.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {members.map(r => (
            <li>
              <RelativeName relative={r} /> <span class="gt-quiet">{r.title.toLowerCase()}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
