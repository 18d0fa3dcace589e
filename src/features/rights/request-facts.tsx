import { type Day, longDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { printed } from '../../domain/records/parse.ts'
import { accessRequested } from '../../domain/records/types/access-request.ts'
import { reasonWords } from '../../domain/rights/disclosure.ts'
import { findTimescale } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import { Details, SummaryList, Table } from '../../web/govuk/index.ts'
import type { RequestData } from './request-load.ts'

const someone = (data: RequestData, id: string): string => data.names.get(id) ?? 'Somebody who has left'

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** When it is due, and by which rule. */
function Due({ data, today }: { data: RequestData; today: Day }) {
  const { clock, request } = data
  if (request.answered) return <>Answered {longDay(request.answered.on)}</>
  if (!clock) return null
  const rule = findTimescale(clock.rule)
  return (
    <>
      {capital(dueWords(clock.due, today))}
      <br />
      <span class="gt-quiet">
        {rule?.title}, from {longDay(clock.starts)}. {rule?.source}
      </span>
    </>
  )
}

/** Who asks, for what, by when, and what has been done about it by whom. */
export function RequestFacts({ data, today }: { data: RequestData; today: Day }) {
  const { request: r } = data
  const asks = printed(accessRequested, { asks: r.asks })[0]?.words ?? ''
  const step = (s: { by: string; at: Parameters<typeof momentWords>[0]; words: string }) =>
    `${someone(data, s.by)}, ${momentWords(s.at)}${s.words ? `: ${s.words}` : ''}`
  return (
    <SummaryList
      rows={[
        { key: 'Who asks', value: `${r.asker}. ${asks}` },
        { key: 'How to reach them', value: r.reach },
        { key: 'What for', value: <span class="gt-prose">{r.scope}</span> },
        { key: 'Who looked at the file', value: r.log ? 'Asked for too' : 'Not asked for' },
        { key: 'To be answered by', value: <Due data={data} today={today} /> },
        {
          key: 'Identity',
          value: r.identity
            ? `Checked ${longDay(r.identity.on)} by ${someone(data, r.identity.by)}: ${r.identity.how}`
            : 'Not checked yet',
        },
        r.extended !== null && {
          key: 'Extended',
          value: `Told ${longDay(r.extended.told)}: ${r.extended.why}`,
        },
        r.marker !== null && {
          key: 'Given to be marked to',
          value: `${someone(data, r.marker.id)}, until ${longDay(r.marker.until)}`,
        },
        r.marked !== null && { key: 'Marked', value: step(r.marked) },
        r.sentBack !== null && { key: 'Sent back', value: step(r.sentBack) },
        r.checked !== null && { key: 'Checked', value: step(r.checked) },
        r.answered !== null && { key: 'Went', value: `${longDay(r.answered.on)}: ${r.answered.how}` },
      ]}
    />
  )
}

/** What was taken out, by whom and why; not what it said. */
export function TakenOut({ data }: { data: RequestData }) {
  const { redactions, documents } = data.request
  const now = redactions.filter(r => r.lifted === null)
  const back = [...documents.values()].filter(why => why !== null).length
  return (
    <section>
      <h2 class="govuk-heading-m">What was taken out</h2>
      <p class="govuk-body">
        {now.length + back === 0
          ? 'Nothing so far.'
          : `Words in ${plural(now.length, 'place')}, and ${plural(back, 'document')} kept back.`}
      </p>
      {redactions.length > 0 && (
        <Details summary="Every place, with who took it out and why">
          <Table
            head={['When', 'Who', 'Why', 'Stands']}
            rows={redactions.map(r => [
              { text: momentWords(r.at) },
              { text: `${someone(data, r.by)}${r.suggested ? ', as suggested' : ''}` },
              { text: reasonWords(r.reason) },
              { text: r.lifted ? `Put back by ${someone(data, r.lifted.by)}: ${r.lifted.why}` : 'Taken out' },
            ])}
          />
        </Details>
      )}
    </section>
  )
}
