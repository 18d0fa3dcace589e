import { decisionKinds } from '../../store/queries/decisions.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Checkboxes, Details, MojFilter, Select, TextInput } from '../../web/govuk/index.ts'
import type { Data } from './page.tsx'

/** The questions that narrow the register. */
export function Filters({ data }: { data: Data }) {
  const { query } = data
  const { faults } = data
  const more = ['who', 'team', 'child', 'from', 'to', 'overdue'].some(name => query[name])
  return (
    <MojFilter action="/decisions" heading="Narrow the list" submit="Show" clearHref="/decisions">
      <SearchInput label="Words" value={query.q ?? ''} hint="“Words together”, or -without" />
      <Select
        name="kind"
        label="Kind"
        value={query.kind ?? ''}
        items={[
          { value: '', text: 'All' },
          ...Object.entries(decisionKinds).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Details summary="More ways to narrow it" open={more}>
        <Select
          name="who"
          label="Decided by"
          value={query.who ?? ''}
          items={[{ value: '', text: 'Anybody' }, ...data.deciders.map(d => ({ value: d.id, text: d.name }))]}
        />
        <Select
          name="team"
          label="Team of the child now"
          value={query.team ?? ''}
          items={[{ value: '', text: 'Any' }, ...data.teams.map(t => ({ value: t, text: t }))]}
        />
        <TextInput name="child" label="Child ID" value={query.child ?? ''} width={10} />
        <TextInput name="from" label="From" value={query.from ?? ''} width={10} error={faults.from} />
        <TextInput name="to" label="To" value={query.to ?? ''} width={10} error={faults.to} />
        <Checkboxes
          name="overdue"
          items={[
            {
              value: 'yes',
              text: 'The next step is overdue: its day has passed and nothing has moved since',
            },
          ]}
          values={query.overdue === 'yes' ? ['yes'] : []}
          small
        />
      </Details>
    </MojFilter>
  )
}
