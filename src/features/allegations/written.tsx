import { longDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { Details, Tag } from '../../web/govuk/index.ts'
import type { AllegationData } from './load.ts'
import { allegationHref } from './said.tsx'

interface Props {
  readonly entry: Standing
  readonly data: AllegationData
}

function Corrected({ entry, data }: Props) {
  if (entry.amendments.length === 0) return null
  return (
    <Details
      summary={`Corrected ${entry.amendments.length === 1 ? 'once' : `${entry.amendments.length} times`}`}
    >
      {entry.amendments.map(e => (
        <>
          <p class="govuk-body">{String(e.answers.why ?? '')}</p>
          <WrittenBy entry={e} names={data.names} />
        </>
      ))}
    </Details>
  )
}

function One({ entry, data }: Props) {
  const type = knownRecordType(entry.type)
  const answers = <AnswerList type={type} answers={entry.answers} names={data.names} />
  return (
    <li>
      <h3 class="govuk-heading-s">
        {longDay(entry.happened)}: {type.summary(entry.answers)}{' '}
        {entry.withdrawn && <Tag colour="grey">Taken out</Tag>}
      </h3>
      {entry.type === 'allegation-received' || entry.withdrawn ? (
        <Details summary="What was written">{answers}</Details>
      ) : (
        answers
      )}
      <Corrected entry={entry} data={data} />
      <WrittenBy entry={entry} names={data.names} />
      {!entry.withdrawn && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={allegationHref(data.allegation, `/amend/${entry.id}`)}>
            Correct<span class="govuk-visually-hidden"> {type.title.toLowerCase()}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** Everything that was written in a file, the last first. */
export function EverythingWritten({ data }: { data: AllegationData }) {
  return (
    <section aria-labelledby="written">
      <h2 class="govuk-heading-m" id="written">
        Everything written
      </h2>
      <ol class="govuk-list gt-allegation__written">
        {data.allegation.entries.toReversed().map(entry => (
          <One entry={entry} data={data} />
        ))}
      </ol>
    </section>
  )
}
