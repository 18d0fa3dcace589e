import { type Day, longDay } from '../../domain/kernel/day.ts'
import { outcomes, sectors, tellers } from '../../domain/records/types/allegation.ts'
import { retentionOfAllegation } from '../../domain/rights/retention.ts'
import { SummaryList } from '../../web/govuk/index.ts'
import { allegationHref, StateTag } from './frame.tsx'
import type { AllegationData } from './load.ts'

const prose = (words: string) => <span class="gt-prose">{words}</span>

/** Who it is about, what is alleged, how it stands, and how long it is kept. */
export function Facts({ data, today }: { data: AllegationData; today: Day }) {
  const { allegation: a, same } = data
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
        {
          key: 'Kept until',
          value: (
            <>
              {'until' in kept ? longDay(kept.until) : 'Not known'}
              {kept.is === 'due' && '. Its time is over'}
              <span class="gt-line gt-quiet">{kept.because}</span>
            </>
          ),
        },
      ]}
    />
  )
}
