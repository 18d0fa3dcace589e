import { QUIET_MONTHS } from '../../domain/family/quiet.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Checkboxes, Details, Select, TextInput } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'
import { type ChronologyData, quietChoices } from './chronology-load.ts'

/** Which days, which kind, and whose chronology beside the child's. */
export function ChronologyFilter({ data, ctx }: { data: ChronologyData; ctx: ChildCtx<Db> }) {
  const { faults, filter, months } = data.ask
  const { query } = ctx
  const asks =
    Object.keys(faults).length > 0 || months !== QUIET_MONTHS || ['from', 'to', 'kind'].some(n => query[n])
  const show = <Button variant="secondary">Show</Button>
  return (
    <form method="get" class="gt-not-printed">
      {query.order && <input type="hidden" name="order" value={query.order} />}
      {query.known && <input type="hidden" name="known" value={query.known} />}
      {query.at && <input type="hidden" name="at" value={query.at} />}
      {data.siblings.length > 0 && (
        <Checkboxes
          name="with"
          legend={{ text: 'Together with', size: 's' }}
          items={data.siblings.map(s => ({ value: s.code, text: s.called }))}
          values={data.children.map(c => c.code)}
          small
        />
      )}
      <Details summary="Some days or one kind of event only" open={asks}>
        <div class="gt-inline-form">
          <TextInput
            name="from"
            label="From"
            hint="Such as 3/10/2025"
            width={10}
            value={query.from ?? ''}
            error={faults.from}
          />
          <TextInput
            name="to"
            label="To"
            hint="Such as 3/10/2026"
            width={10}
            value={query.to ?? ''}
            error={faults.to}
          />
          <Select
            name="kind"
            label="Kind"
            value={filter.kind ?? ''}
            items={[{ value: '', text: 'All' }, ...data.kinds.map(k => ({ value: k.code, text: k.title }))]}
          />
          <Select
            name="months"
            label="Point out when nothing happened for"
            value={String(months)}
            items={quietChoices.map(n => ({ value: String(n), text: `${n} months` }))}
          />
        </div>
        {data.siblings.length === 0 && show}
      </Details>
      {data.siblings.length > 0 && show}
    </form>
  )
}
