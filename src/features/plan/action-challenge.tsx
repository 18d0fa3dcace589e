import { longDay } from '../../domain/kernel/day.ts'
import { Tag } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { AddButton } from './action-evidence.tsx'

const who = (data: ActionData, id: string) => data.names.get(id) ?? 'somebody who has left'

/** What boards and others asked, with the answers; those without one stand out. And what boards decided. */
export function ChallengeSection({ data }: { data: ActionData }) {
  const { challenges, decisions } = data.action
  const open = challenges.filter(c => c.answers.length === 0)
  const done = challenges.filter(c => c.answers.length > 0)
  return (
    <section aria-labelledby="challenge">
      <h2 class="govuk-heading-m" id="challenge">
        Challenge and decisions
      </h2>
      {challenges.length + decisions.length === 0 && (
        <p class="govuk-body gt-quiet">Nobody has put a question to it yet.</p>
      )}
      <ul class="govuk-list gt-plan-list">
        {[...open, ...done].map(c => (
          <li class={c.answers.length === 0 ? 'gt-plan-asked' : ''}>
            {c.answers.length === 0 && <Tag colour="orange">Not answered</Tag>}{' '}
            <span class="gt-prose">{c.question}</span>
            <span class="gt-line gt-quiet">
              {c.askedBy}
              {c.board && `, ${c.board}`}, {longDay(c.on)}
            </span>
            {c.answers.map(a => (
              <p class="govuk-body-s gt-plan-answer">
                <span class="gt-prose">{a.text}</span>{' '}
                <span class="gt-quiet">
                  {who(data, a.by)}, {longDay(a.on)}
                </span>
              </p>
            ))}
            {data.may && (
              <span class="gt-line gt-noprint">
                <a
                  class="govuk-link"
                  href={`/plan/action/${data.code}/record/challenge-answered?challenge=${c.id}`}
                >
                  {c.answers.length === 0 ? 'Answer' : 'Add to the answer'}
                  <span class="govuk-visually-hidden">: {c.question}</span>
                </a>
              </span>
            )}
          </li>
        ))}
        {decisions.map(d => (
          <li>
            <strong>{d.board}</strong> decided on {longDay(d.on)}: <span class="gt-prose">{d.decision}</span>
          </li>
        ))}
      </ul>
      <div class="govuk-button-group">
        <AddButton data={data} type="challenge-asked" text="Add a challenge" />
        <AddButton data={data} type="board-decided" text="Add a decision" />
      </div>
    </section>
  )
}
