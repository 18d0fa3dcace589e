import { ageWords } from '../../domain/casework/person.ts'
import { calledInContact, outcomeWords } from '../../domain/front-door/outcome.ts'
import { waysToReach } from '../../domain/front-door/referrer.ts'
import { type Repeat, repeats } from '../../domain/front-door/repeats.ts'
import { printAllowance } from '../../domain/kernel/allowance.ts'
import { type Day, longDay, parseDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { referralSources } from '../../domain/records/codes.ts'
import { contactSorts } from '../../domain/records/codes-front-door.ts'
import { keptDocument } from '../../domain/records/kinds/documents.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { printed } from '../../domain/records/parse.ts'
import { contactReceived } from '../../domain/records/types/contact.ts'
import { findTimescale } from '../../domain/timescales/table.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import { SummaryList, Tag } from '../../web/govuk/index.ts'
import type { ContactData } from './load.ts'

const SORTS: Readonly<Record<string, string>> = contactSorts
const SOURCES: Readonly<Record<string, string>> = referralSources

export const sortOf = (sort: unknown): string => SORTS[String(sort)] ?? String(sort)
export const sourceOf = (source: unknown): string => SOURCES[String(source)] ?? String(source)

/** "Sam Reed, 7 years": a child as the referrer told of it. */
export function childWords(told: Answers, on: Day): string {
  const born = typeof told.born === 'string' ? parseDay(told.born) : undefined
  const age = born ? ageWords({ born, unborn: born > on }, on) : told.age ? `about ${told.age}` : ''
  return [calledInContact(told), age].filter(w => w !== '').join(', ')
}

/** Shown by themselves, elsewhere on the page. */
const ELSEWHERE = new Set([
  'receivedOn',
  'sort',
  'danger',
  'concern',
  'source',
  'referrer',
  'organisation',
  'phone',
  'email',
  'address',
  'documents',
])

/** What was said, as it was said. */
export function WhatWasSaid({ data }: { data: ContactData }) {
  const { received } = data.view
  const rest = printed(contactReceived, received.answers).filter(a => !ELSEWHERE.has(a.name))
  return (
    <section>
      <h2 class="govuk-heading-m">What was said</h2>
      <p class="govuk-body gt-prose gt-door__said">{String(received.answers.concern ?? '')}</p>
      {rest.length > 0 && (
        <SummaryList
          rows={rest.map(a => ({ key: a.label, value: <span class="gt-prose">{a.words}</span> }))}
        />
      )}
    </section>
  )
}

function Reach({ received }: { received: Answers }) {
  const { email, phone, post } = waysToReach(received)
  if (!email && !phone && !post) return <>They left no way to reach them.</>
  return (
    <>
      {phone && (
        <a class="govuk-link gt-nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
      {phone && email && <br />}
      {email && (
        <a class="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      )}
      {post && (
        <>
          <br />
          {post}
        </>
      )}
    </>
  )
}

/** Who told us and how to reach them, the time there is, and the files that came. */
export function AboutIt({ data, on }: { data: ContactData; on: Day }) {
  const { received, clocks } = data.view
  const a = received.answers
  const who = [a.referrer, a.organisation].filter(w => typeof w === 'string' && w !== '').join(', ')
  const files = Array.isArray(a.documents) ? a.documents.flatMap(d => keptDocument(String(d)) ?? []) : []
  return (
    <SummaryList
      rows={[
        {
          key: 'Came in',
          value: `${longDay(received.happened)}, written down at ${londonTime(received.recorded)}${
            londonDay(received.recorded) === received.happened
              ? ''
              : ` on ${longDay(londonDay(received.recorded))}`
          }`,
        },
        { key: 'From', value: [who, sourceOf(a.source)].filter(w => w !== '').join('; ') },
        { key: 'Reach them', value: <Reach received={a} /> },
        ...clocks.map(c => {
          const rule = findTimescale(c.row)
          return {
            key: rule?.title ?? c.series,
            value: (
              <>
                {clockWords(c, on)}
                {rule && (
                  <span class="gt-quiet gt-door__rule">
                    Within {printAllowance(rule.within)}. {rule.source}
                  </span>
                )}
              </>
            ),
          }
        }),
        files.length > 0 && {
          key: 'Files',
          value: (
            <ul class="govuk-list">
              {files.map(f => (
                <li>
                  <a class="govuk-link" href={`/front-door/${data.code}/file/${f.hash}`}>
                    {f.name}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

/** What comes again, in tags. */
export const RepeatTags = ({ said }: { said: readonly Repeat[] }) => (
  <div class="gt-door__tags">
    {said.map(r => (
      <Tag colour={r.standsOut ? 'orange' : 'grey'}>{r.say}</Tag>
    ))}
  </div>
)

/** The contacts before it about the same children: a pattern that no single one shows. */
export function Before({ data }: { data: ContactData }) {
  const { received } = data.view
  if (data.earlier.length === 0)
    return <p class="govuk-body">No earlier contact about these children in two years.</p>
  const said = repeats({ receivedOn: received.happened, sort: String(received.answers.sort) }, data.earlier)
  return (
    <section>
      <h2 class="govuk-heading-s">Contacts before this one</h2>
      <RepeatTags said={said} />
      <ul class="govuk-list">
        {data.earlier.slice(0, 12).map(e => (
          <li>
            <a class="govuk-link" href={`/front-door/${e.code}`}>
              {longDay(e.receivedOn)}
            </a>
            {`: ${sortOf(e.sort)}${e.incidentOn ? `, of ${longDay(e.incidentOn)}` : ''}. ${e.outcome ? outcomeWords(e.outcome) : 'Not decided yet'}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
