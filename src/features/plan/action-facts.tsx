import { PRIORITIES } from '../../domain/improvement/plan.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { refOf } from '../../store/queries/plan.ts'
import { SummaryList } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ActionData } from './action.tsx'
import { Due, Undo } from './parts.tsx'

/** The actions it waits for. */
function Waits({ data }: { data: ActionData }) {
  return (
    <ul class="govuk-list">
      {data.action.depends.map(d => {
        const other = data.view.actions.find(a => a.id === d.action)
        return (
          <li>
            {other ? (
              <a class="govuk-link" href={`/plan/action/${data.view.codes.get(other.id)}`}>
                Action {refOf(data.view, other)}: {other.what}
              </a>
            ) : (
              'An action that is gone'
            )}
            {d.why && <span class="gt-line gt-quiet">{d.why}</span>} <Undo data={data} entry={d.id} />
          </li>
        )
      })}
    </ul>
  )
}

/** Who does it, by when, and what must come first. */
export function Facts({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action, code } = data
  const at = `/plan/action/${code}/record`
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What is done', value: <span class="gt-prose">{action.what}</span> },
          { key: 'Owner', value: action.lead },
          action.sponsor !== undefined && { key: 'Sponsor', value: action.sponsor },
          action.partners.length > 0 && { key: 'Partners', value: action.partners.join(', ') },
          action.theme !== undefined && {
            key: 'Theme',
            value: (
              <a
                class="govuk-link"
                href={`/plan?${new URLSearchParams({ theme: action.theme.trim().toLowerCase() })}`}
              >
                {action.theme}
              </a>
            ),
          },
          action.priority !== undefined && { key: 'Priority', value: PRIORITIES[action.priority] },
          action.start !== undefined && { key: 'Starts', value: longDay(action.start) },
          {
            key: 'Due',
            value: (
              <>
                <Due action={action} on={ctx.today} />
                {action.revisions.map(r => (
                  <span class="gt-line gt-quiet">
                    Moved on {longDay(r.on)} to {longDay(r.due)}, agreed by {r.agreedBy}: {r.why}
                  </span>
                ))}
              </>
            ),
          },
          action.depends.length > 0 && { key: 'Waits for', value: <Waits data={data} /> },
        ]}
      />
      {data.may && (
        <p class="govuk-body gt-ways gt-noprint">
          <a class="govuk-link" href={`${at}/action-planned`}>
            Change the words or people
          </a>
          <a class="govuk-link" href={`${at}/due-date-revised`}>
            Move the due date
          </a>
          <a class="govuk-link" href={`${at}/action-depends`}>
            It waits for another action
          </a>
        </p>
      )}
    </>
  )
}
