import { superseded } from '../../domain/improvement/standing.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { Details, MojTimeline } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { amends, withdraws } from './action-entry.ts'
import { EntryWords } from './parts.tsx'

/** What an entry is about, where that is another entry: its milestone, its question, what it took out. */
function aboutOf(e: Entry, data: ActionData): string | undefined {
  const { action } = data
  const a = e.answers
  const named = [
    action.milestones.find(m => m.id === a.milestone)?.what,
    action.barriers.find(b => b.id === a.barrier)?.what,
    action.challenges.find(c => c.id === a.challenge)?.question,
    data.entries.flatMap(o => (o.id === a.entry ? [knownRecordType(o.type).title] : []))[0],
    data.view.actions.find(o => o.id === a.action)?.what,
  ]
  return named.find(n => n !== undefined)
}

function Body({ entry, data, gone }: { entry: Entry; data: ActionData; gone: boolean }) {
  const about = aboutOf(entry, data)
  const at = `/plan/action/${data.code}/entry/${entry.id}`
  const title = knownRecordType(entry.type).title
  return (
    <>
      {about && <p class="govuk-body">{about}</p>}
      <div class={gone ? 'gt-struck' : ''}>
        <EntryWords entry={entry} names={data.names} />
      </div>
      {gone && <p class="govuk-body-s gt-quiet">This was changed or taken out later.</p>}
      {data.may && !gone && (
        <p class="govuk-body-s gt-ways gt-noprint">
          {amends(entry.type) && (
            <a class="govuk-link" href={`${at}/amend`}>
              Put right<span class="govuk-visually-hidden">: {title}</span>
            </a>
          )}
          {withdraws(entry.type) && (
            <a class="govuk-link" href={`${at}/withdraw`}>
              {entry.type === 'plan-entry-withdrawn' ? 'Put it back' : 'Take it out'}
              <span class="govuk-visually-hidden">: {title}</span>
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** Everything ever written about the action, last first: who, and when. What no longer counts is struck through. */
export function History({ data }: { data: ActionData }) {
  const gone = superseded(data.entries)
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      <Details summary={`Everything written about this action: ${data.entries.length}`}>
        <MojTimeline
          headingLevel={3}
          items={data.entries.toReversed().map(e => ({
            title: e.amends ? `${knownRecordType(e.type).title}, put right` : knownRecordType(e.type).title,
            by: data.names.get(e.author) ?? 'somebody who has left',
            when: {
              datetime: e.recorded,
              text: `${longDay(londonDay(e.recorded))} at ${londonTime(e.recorded)}`,
            },
            body: <Body entry={e} data={data} gone={gone.has(e.id)} />,
          }))}
        />
      </Details>
    </section>
  )
}
