import { type Day, longDay } from '../../domain/kernel/day.ts'
import { outcomes, sectors, tellers } from '../../domain/records/types/allegation.ts'
import { type Retention, retentionOfAllegation } from '../../domain/rights/retention.ts'
import { SummaryList } from '../../web/govuk/index.ts'
import type { AllegationData } from './load.ts'
import { allegationHref, StateTag } from './said.tsx'

const prose = (words: string) => <span class="gt-prose">{words}</span>

/** Until when, why, and where its time is over what is done about it. */
function KeptUntil({ data, kept }: { data: AllegationData; kept: Retention }) {
  const { allegation: a, disposal, hold } = data
  const mayPropose = kept.is === 'due' && hold === undefined && disposal?.decided !== null
  return (
    <>
      {'until' in kept ? longDay(kept.until) : kept.is === 'open' ? 'It is over' : 'Not known'}
      {kept.is === 'due' && '. Its time is over'}
      <span class="gt-line gt-quiet">{kept.because}</span>
      {disposal && (
        <a class="govuk-link gt-line" href={`/allegations/disposals/${disposal.code}`}>
          {disposal.decided ? 'Kept for now' : 'Disposal proposed'}: {disposal.code}
        </a>
      )}
      {mayPropose && (
        <a class="govuk-link gt-line" href={`/allegations/retention/${a.code}`}>
          Propose that it is disposed of
        </a>
      )}
    </>
  )
}

/** Who it is about, what is alleged, how it stands, and how long it is kept. */
export function Facts({ data, today }: { data: AllegationData; today: Day }) {
  const { allegation: a, same, hold } = data
  const kept = retentionOfAllegation(a, today)
  return (
    <SummaryList
      rows={[
        { key: 'Stands', value: <StateTag state={a.state} /> },
        { key: 'Post', value: `${a.post}, ${a.employer} (${sectors[a.sector].toLowerCase()})` },
        { key: 'Born', value: a.born ? longDay(a.born) : 'Not known' },
        { key: 'Alleged', value: prose(a.what) },
        {
          key: 'Children concerned',
          value: a.children.length > 0 ? a.children.join(', ') : 'None named',
        },
        {
          key: 'Told by',
          value: (
            <>
              {tellers[a.from]}, on {longDay(a.received)}. They learned of it on {longDay(a.learned)}.
              <span class="gt-line">{a.teller}</span>
            </>
          ),
        },
        a.complaint !== null && { key: 'Complaint', value: a.complaint },
        a.considered !== null && {
          key: 'Threshold',
          value: (
            <>
              {a.considered.meets ? 'Met' : 'Not met'}, decided on {longDay(a.considered.on)}
              <span class="gt-line gt-prose">{a.considered.reason}</span>
            </>
          ),
        },
        a.outcome !== null && {
          key: 'Outcome',
          value: (
            <>
              {outcomes[a.outcome.outcome]}. Decided on {longDay(a.outcome.on)}
              <span class="gt-line gt-prose">{a.outcome.reason}</span>
            </>
          ),
        },
        a.referred !== null && { key: 'Referred on', value: a.referred.made ? 'Yes' : 'No' },
        same.length > 0 && {
          key: 'Same name',
          value: same.map((s, i) => (
            <>
              {i > 0 && ', '}
              <a class="govuk-link" href={allegationHref(s)}>
                {s.code}
              </a>
            </>
          )),
        },
        { key: 'Kept until', value: <KeptUntil data={data} kept={kept} /> },
        hold !== undefined && {
          key: 'Legal hold',
          value: (
            <a class="govuk-link" href={`/allegations/holds#${hold.code}`}>
              {hold.code}
            </a>
          ),
        },
      ]}
    />
  )
}
