import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { Details, MojTimeline } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { EntryWords } from './parts.tsx'

function body(e: Entry, data: ActionData) {
  if (e.type !== 'milestone-met') return <EntryWords entry={e} />
  const milestone = data.action.milestones.find(m => m.id === e.answers.milestone)
  return <p class="govuk-body">{milestone?.what}</p>
}

/** Everything ever written about the action, last first: who, and when. */
export function History({ data }: { data: ActionData }) {
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      <Details summary={`Everything written about this action: ${data.entries.length}`}>
        <MojTimeline
          headingLevel={3}
          items={data.entries.toReversed().map(e => ({
            title: knownRecordType(e.type).title,
            by: data.names.get(e.author) ?? 'somebody who has left',
            when: {
              datetime: e.recorded,
              text: `${longDay(londonDay(e.recorded))} at ${londonTime(e.recorded)}`,
            },
            body: body(e, data),
          }))}
        />
      </Details>
    </section>
  )
}
