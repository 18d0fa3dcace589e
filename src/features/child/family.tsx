import type { Relative } from '../../domain/family/relatives.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { SummaryList } from '../../web/govuk/index.ts'

const Person = ({ relative: r }: { relative: Relative }) => (
  <>
    {r.file ? (
      <a class="govuk-link" href={`/child/${r.file.code}`}>
        {r.name}
      </a>
    ) : (
      r.name
    )}
    {r.agency && <span class="gt-quiet"> {r.agency}</span>}
    {r.responsibility === true && <span class="gt-quiet"> parental responsibility</span>}
    {r.contact && <span class="gt-quiet"> {r.contact}</span>}
    {r.from && <span class="gt-quiet"> since {longDay(r.from)}</span>}
    {r.died && <span class="gt-quiet"> has died</span>}
    {r.differing.length > 0 && <span class="gt-quiet"> (the records do not agree)</span>}
  </>
)

/** Who is in the child's life now. A brother or sister with a file here is one step away, for whoever may see them. */
export function Family({ relatives, code }: { relatives: readonly Relative[]; code: string }) {
  const people = relatives.filter(r => !r.ended)
  if (people.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Family and others</h2>
      <SummaryList
        class="gt-kin"
        rows={people.map(r => ({ key: r.title, value: <Person relative={r} /> }))}
      />
      <p class="govuk-body gt-not-printed">
        <a class="govuk-link" href={`/child/${code}/family`}>
          The whole family, and how to reach everybody
        </a>
      </p>
    </section>
  )
}
