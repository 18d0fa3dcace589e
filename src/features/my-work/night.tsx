import { londonTime } from '../../domain/kernel/london.ts'
import { shiftSince } from '../../domain/oversight/evening.ts'
import type { Db } from '../../store/connection.ts'
import type { contactsWaiting } from '../../store/queries/desk.ts'
import type { Done } from '../../store/queries/evening.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { DoneList } from './away.tsx'

export interface Night {
  readonly done: readonly Done[]
  readonly contacts: Awaited<ReturnType<typeof contactsWaiting>>
}

/** The home of the out-of-hours team: find a child, write down a contact, what waits, and what was done this shift. */
export function NightHome({ night, ctx }: { night: Night; ctx: Ctx<Db> }) {
  const { n } = night.contacts
  return (
    <section class="gt-night">
      <search>
        <form method="get" action="/find" class="gt-inline-form">
          <SearchInput label="Find a child" width={20} />
          <Button variant="secondary">Find</Button>
        </form>
      </search>
      <div class="govuk-button-group">
        <Button href="/front-door/new">Write down a contact</Button>
        <a class="govuk-link" href="/front-door">
          {n === 0
            ? 'No contact waits at the front door'
            : `${n} ${n === 1 ? 'contact waits' : 'contacts wait'} at the front door`}
        </a>
      </div>
      <h2 class="govuk-heading-m">This shift</h2>
      {night.done.length === 0 ? (
        <p class="govuk-body">
          Nothing of yours is recorded since {londonTime(shiftSince(ctx.now))}. What you record tonight is at
          the top of the day team’s morning.
        </p>
      ) : (
        <DoneList done={night.done} by={false} />
      )}
    </section>
  )
}
