import type { Around } from '../../domain/family/around.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { ReachWords } from './reach.tsx'

/** Who works with the child, and how to reach them. */
export function AroundTable({ around, code }: { around: readonly Around[]; code: string }) {
  if (around.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">Professionals and carers</h2>
        <p class="govuk-body">Nobody is recorded as working with the child now.</p>
      </section>
    )
  return (
    <MojScrollablePane label="Professionals and carers">
      <Table
        class="gt-stacked"
        caption="Professionals and carers"
        captionSize="m"
        head={['As', 'Who', 'Where', 'How to reach them', 'Since']}
        rows={around.map(a => [
          a.what,
          {
            text: a.entry ? (
              <a class="govuk-link" href={`/child/${code}/entry/${a.entry}`}>
                {a.name}
              </a>
            ) : (
              a.name
            ),
          },
          a.where,
          { text: <ReachWords words={a.reach} /> },
          { text: a.since ? longDay(a.since) : '', attributes: { 'data-label': 'Since' } },
        ])}
        rowHeaders
        smallOnPhone
      />
    </MojScrollablePane>
  )
}
