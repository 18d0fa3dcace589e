import type { ActionSource } from '../../domain/improvement/plan.ts'
import { InsetText } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { bandTitle, sectionTitle } from './filters.tsx'
import { sourceCalled, sourcePath } from './frame.tsx'
import { Undo } from './parts.tsx'

/** What a source asks, word for word, and where it stands there. */
function Asked({ source, data }: { source: ActionSource; data: ActionData }) {
  const from = data.view.inspections.find(i => i.id === source.inspection)
  return (
    <>
      <p class="govuk-body gt-source-words">{source.text}</p>
      <p class="govuk-body-s gt-quiet">
        {from && (
          <a class="govuk-link" href={`${sourcePath(data.view, from)}#area-${source.finding}`}>
            {sourceCalled(data.view, from.id)}
          </a>
        )}
        {source.paragraph && <>, paragraph {source.paragraph}</>}. {sectionTitle(source.section)},{' '}
        {bandTitle(source.band).toLowerCase()}
      </p>
    </>
  )
}

/** The entry that joined the action to another recommendation: what is taken out to part them. */
const joinedBy = (data: ActionData, s: ActionSource) =>
  data.entries.findLast(
    e =>
      e.type === 'action-answers-too' &&
      e.answers.inspection === s.inspection &&
      e.answers.finding === s.finding,
  )?.id

/** What an action answers: one recommendation, and any it was joined to. */
export function Answers({ data }: { data: ActionData }) {
  const { source, also } = data.action
  return (
    <InsetText>
      <Asked source={source} data={data} />
      {also.map(s => {
        const entry = joinedBy(data, s)
        return (
          <>
            <p class="govuk-body-s">
              <strong>It answers this too.</strong> {entry && <Undo data={data} entry={entry} />}
            </p>
            <Asked source={s} data={data} />
          </>
        )
      })}
      {data.may && (
        <p class="govuk-body-s gt-noprint">
          <a class="govuk-link" href={`/plan/action/${data.code}/answers-too`}>
            It answers another recommendation too
          </a>
        </p>
      )}
    </InsetText>
  )
}
