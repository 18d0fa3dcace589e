import type { Inspection } from '../../domain/improvement/fold-findings.ts'
import { type FollowUp, followUpDue } from '../../domain/improvement/framework.ts'
import { followUpsAfter } from '../../domain/improvement/framework-visits.ts'
import { england } from '../../domain/kernel/calendar.ts'
import { longDay } from '../../domain/kernel/day.ts'

const WHEN: Readonly<Record<FollowUp['when'], string>> = {
  always: '',
  'health-recommendations': 'Where it asks something of health services',
  inadequate: 'Where a grade is inadequate',
  'priority-action': 'Where priority action is asked for',
}

const amount = (row: FollowUp): string =>
  row.within ? `${row.within.n} ${row.within.unit.replace('-', ' ')}` : 'No time is set'

/** When it falls due. Until somebody says when the report came, its publication stands for that, and says so. */
function due(row: FollowUp, inspection: Inspection): string {
  const published = inspection.published ?? undefined
  const received = inspection.received ?? published
  const day = followUpDue(row, { published, received }, england)
  if (!day) return row.within ? `${amount(row)} from ${row.clock}` : ''
  const counted = `${amount(row)} from ${row.clock}`
  return row.clock === 'receipt' && inspection.received === null
    ? `${longDay(day)}: ${counted}, had it come on the day of publication`
    : `${longDay(day)}: ${counted}`
}

/** What the framework says must follow, and by when. */
export function FollowUps({ inspection }: { inspection: Inspection }) {
  if (inspection.framework === null) return null
  const rows = followUpsAfter(inspection.framework, inspection.visit ?? 'standard')
  return (
    <aside class="gt-known" aria-labelledby="follow-ups">
      <h2 class="govuk-heading-s" id="follow-ups">
        What must follow
      </h2>
      <ul class="govuk-list">
        {rows.map(row => (
          <li>
            {WHEN[row.when] && <span class="gt-line gt-quiet">{WHEN[row.when]}</span>}
            {row.what}
            {row.within && <>, to {row.to}</>}
            {due(row, inspection) && <span class="gt-line">{due(row, inspection)}</span>}
            <span class="gt-line gt-quiet">
              {row.source}
              {row.status === 'confirmed' ? '' : ` (${row.status})`}
            </span>
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        <a class="govuk-link" href={`/plan/frameworks?open=${inspection.framework}#${inspection.framework}`}>
          The framework, its grades and its duties
        </a>
      </p>
    </aside>
  )
}
