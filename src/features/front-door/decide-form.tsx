import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { assessmentKinds } from '../../domain/records/codes-front-door.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Checkboxes, InsetText } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'
import { decisionAsked } from './asked.ts'
import { LetterForm } from './letter-form.tsx'
import type { ContactData } from './load.ts'
import { WhoForm } from './who-form.tsx'

interface Props {
  readonly data: ContactData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

function Services({ data, typed }: { data: ContactData; typed: Typed }) {
  const ticked = typed.services ?? []
  const values = typeof ticked === 'string' ? [ticked] : ticked
  if (data.services.length === 0) return null
  return (
    <details class="govuk-details" open={values.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Name services from the directory in the letter</span>
      </summary>
      <div class="govuk-details__text">
        <Checkboxes
          name="services"
          legend="Services that take new families now"
          small
          values={values}
          items={data.services.map(s => ({ value: s.code, text: s.name, hint: s.who }))}
        />
      </div>
    </details>
  )
}

/** Everything that is decided about a contact, on one page. */
export function DecideForm({ data, ctx, returned }: Props) {
  const typed = returned?.typed ?? data.draft?.typed ?? {}
  const faults = returned?.faults ?? {}
  const at = `/front-door/${data.code}`
  const said = data.view.received.answers
  // As the notice says, until the manager says otherwise.
  const marac = typeof said.marac === 'boolean' ? { marac: said.marac ? 'yes' : 'no' } : {}
  const read = returned ? undefined : ctx.query.read
  return (
    <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`}>
      <Once
        typed={Object.keys(typed).length > 0 ? typed : undefined}
        id={newId(ctx.now)}
        seq={data.view.seq}
      />
      {!returned && data.draft && !read && (
        <InsetText>
          This is what you had typed by {londonTime(data.draft.saved)} on{' '}
          {longDay(londonDay(data.draft.saved))}. Nothing is decided yet.
        </InsetText>
      )}
      {data.children.map(child => (
        <WhoForm child={child} sort={said.sort} typed={typed} faults={faults} on={ctx.today} />
      ))}
      <section id="decision">
        <h2 class="govuk-heading-m">Decide</h2>
        <RecordFields
          type={decisionAsked(said.sort)}
          typed={{ ...marac, ...typed }}
          faults={faults}
          today={ctx.today}
          fresh={!returned && !data.draft}
          people={[]}
        />
        <p class="govuk-body gt-quiet">
          “Assess” begins: {assessmentKinds[data.assessment].toLowerCase()}, counted from the day the contact
          came in.
        </p>
        <Services data={data} typed={typed} />
      </section>
      <LetterForm data={data} typed={typed} faults={faults} read={read} />
      <div class="govuk-button-group">
        <Button preventDoubleClick>Decide and send</Button>
        <Button variant="secondary" name="_keep" value="hand">
          Keep for later
        </Button>
        <a class="govuk-link" href="/front-door">
          Back to the front door
        </a>
      </div>
      <p class="govuk-body-s gt-quiet" data-draft-status aria-live="polite" />
    </Form>
  )
}
