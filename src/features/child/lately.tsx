import { gaps } from '../../domain/casework/now.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { NowData } from './now-load.ts'

const LAST = 6

/** What the file ought to say and does not. */
export function Missing({ data, code }: { data: NowData; code: string }) {
  const list = gaps(data.file, data.on)
  if (list.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What is missing</h2>
      <ul class="govuk-list govuk-list--bullet">
        {list.map(g => (
          <li>
            {g.say}.{' '}
            <a class="govuk-link" href={`/child/${code}/record/${g.type}`}>
              Record it
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last things that happened, the newest first. */
export function Lately({ data, code }: { data: NowData; code: string }) {
  const last = data.file.happenings
    .filter(e => !e.withdrawn && e.type !== 'person-details')
    .slice(-LAST)
    .reverse()
  return (
    <section>
      <h2 class="govuk-heading-m">What happened lately</h2>
      {last.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
      <ul class="gt-lately">
        {last.map(e => (
          <li>
            <span class="gt-lately__when">{longDay(e.happened)}</span>
            <span>
              <a class="govuk-link" href={`/child/${code}/entry/${e.id}`}>
                {knownRecordType(e.type).title}
              </a>
              : {knownRecordType(e.type).summary(e.answers)}
              <span class="gt-quiet"> {data.names.get(e.author) ?? ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
