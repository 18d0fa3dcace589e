import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Held } from '../../store/queries/caseload.ts'
import type { Whose } from '../../store/queries/work-parts.ts'
import { Details, MojScrollablePane, Table } from '../../web/govuk/index.ts'

/** Every child a person, or their team, works with. */
export function Caseload({ held, whose }: { held: readonly Held[]; whose: Whose }) {
  if (held.length === 0) return null
  const count = held.length === 1 ? 'The one child' : `All ${held.length} children`
  return (
    <Details summary={`${count} ${whose === 'team' ? 'of the team' : 'you work with'}`}>
      <MojScrollablePane label="Children">
        <Table
          caption="Children"
          captionClass="govuk-visually-hidden"
          head={['Child', 'Last visit', 'Plan', ...(whose === 'team' ? ['Worker'] : [])]}
          rows={held.map(c => [
            {
              text: (
                <a class="govuk-link" href={`/child/${c.code}`}>
                  {calledBy(c, c.code)}
                </a>
              ),
            },
            c.visited ? longDay(c.visited) : 'None yet',
            [c.lookedAfter && 'Looked after', c.plan && 'Protection plan'].filter(Boolean).join(', '),
            ...(whose === 'team' ? [c.worker ?? ''] : []),
          ])}
        />
      </MojScrollablePane>
    </Details>
  )
}
