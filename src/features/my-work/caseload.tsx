import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Children, Held } from '../../store/queries/caseload.ts'
import type { Whose } from '../../store/queries/work-parts.ts'
import { Details, MojScrollablePane, Table } from '../../web/govuk/index.ts'

/** So many children stand on a first page; more have a page of their own. */
export const FIT = 50

/** Children whom somebody works with, a row each. */
export function ChildrenTable({ held, whose }: { held: readonly Held[]; whose: Whose }) {
  return (
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
  )
}

/** Every child a person, or their team, works with: here, or where they are many the way to them. */
export function Caseload({ children, whose }: { children: Children; whose: Whose }) {
  const { total, held } = children
  if (total === 0) return null
  const count = total === 1 ? 'The one child' : `All ${total} children`
  const summary = `${count} ${whose === 'team' ? 'of the team' : 'you work with'}`
  return total > held.length ? (
    <p class="govuk-body">
      <a class="govuk-link" href={`/children?whose=${whose}`}>
        {summary}
      </a>
    </p>
  ) : (
    <Details summary={summary}>
      <ChildrenTable held={held} whose={whose} />
    </Details>
  )
}
