import { mayNotClose } from '../../domain/improvement/fold-closing.ts'
import { isRetestDue } from '../../domain/improvement/plan.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ActionData } from './action.tsx'
import { AddButton } from './action-evidence.tsx'

const who = (data: ActionData, id: string) => data.names.get(id) ?? 'somebody who has left'

/** What can be done about closing as it stands, or why this reader can't. */
function Way({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action, code } = data
  if (!data.may) return null
  if (action.state === 'open')
    return (
      <>
        <p class="govuk-body-s gt-quiet">
          Somebody who neither leads it nor proposes it decides whether it is closed.
        </p>
        <AddButton data={data} type="closure-proposed" text="Propose to close it" />
      </>
    )
  if (action.state === 'closed')
    return <AddButton data={data} type="retest-done" text="Look whether it still holds" />
  const not = mayNotClose(action, ctx.viewer)
  return not ? (
    <p class="govuk-body">{not}</p>
  ) : (
    <Button class="gt-noprint" href={`/plan/action/${code}/record/closure-decided`}>
      Decide whether it is closed
    </Button>
  )
}

/** Proposals, decisions and looks again, in their order; and the next one. */
export function ClosingSection({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action } = data
  return (
    <section aria-labelledby="closing">
      <h2 class="govuk-heading-m" id="closing">
        Closing
      </h2>
      <ul class="govuk-list gt-plan-list">
        {action.closures.map(c => (
          <li>
            {who(data, c.by)} proposed on {longDay(c.on)} to close it: <span class="gt-prose">{c.why}</span>
            {c.decided && (
              <span class="gt-line">
                <strong>{c.decided.agreed ? 'Closed' : 'Not closed'}</strong> by {who(data, c.decided.by)} on{' '}
                {longDay(c.decided.on)}: <span class="gt-prose">{c.decided.why}</span>
              </span>
            )}
          </li>
        ))}
        {action.retests.map(r => (
          <li>
            {who(data, r.by)} looked again on {longDay(r.on)}:{' '}
            <strong>{r.stands ? 'it still holds' : 'it did not hold, and was opened again'}</strong>.{' '}
            <span class="gt-prose">{r.why}</span>
          </li>
        ))}
      </ul>
      {action.retestDue && (
        <p class={isRetestDue(action, ctx.today) ? 'govuk-body gt-overdue' : 'govuk-body'}>
          To be looked at again on {longDay(action.retestDue)}.
        </p>
      )}
      <Way data={data} ctx={ctx} />
    </section>
  )
}
