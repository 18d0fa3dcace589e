import type { ComponentChildren } from 'preact'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { codeOfContact } from '../../store/contacts.ts'
import { newId } from '../../store/ids.ts'
import { type Reach, reachOf } from '../../store/queries/reach.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { found, type Html, type Outcome, type PublicCtx, publicPage } from '../../web/page.ts'
import { Children, Questions, Who } from './form-parts.tsx'
import { takeContact } from './take.ts'
import { saidThanks } from './thanks.tsx'
import { Danger, DangerNow } from './words.tsx'
import { publicContact } from './words-of-forms.ts'

const AT = '/contact'
const HOUR = 3_600_000

type Data = { readonly reach: Reach }

async function submit(ctx: PublicCtx<Db>, { reach }: Data): Promise<Outcome> {
  const taken = await takeContact(ctx, OUTSIDE)
  if ('again' in taken) {
    const { again: typed, faults } = taken
    if (Object.keys(faults).length > 0) return { again: { typed, faults } }
    return { shown: formPage(ctx, { reach }, typed, {}) }
  }
  if ('done' in taken) {
    const code = await codeOfContact(ctx.tx, taken.done.id)
    const danger = taken.contact.received.danger === true
    return { shown: saidThanks({ reference: taken.done.code, code, danger, reach }) }
  }
  const { sent, before } = taken
  const lately = Date.parse(ctx.now) - Date.parse(sent.recorded) < HOUR
  const code = lately && sent.author === OUTSIDE ? await codeOfContact(ctx.tx, before.id) : null
  return { shown: saidThanks({ reference: before.code, code, danger: false, reach }) }
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
)

function formPage(ctx: PublicCtx<Db>, { reach }: Data, sent: Typed | null, faults: Faults): Html {
  const typed = sent ?? {}
  const parts = { type: publicContact, typed, faults, today: ctx.today, fresh: sent === null }
  return {
    title: 'Tell us about a child',
    body: (
      <>
        <Problems faults={faults} />
        <Heading over={ctx.council}>Tell us about a child</Heading>
        <Danger reach={reach} />
        <p class="govuk-body">
          Anybody may send this, at any hour. Only the questions not marked optional must be answered. You
          need no account. Have you sent one already?{' '}
          <a class="govuk-link" href="/contact/follow">
            See what has become of it
          </a>
        </p>
        <Form csrf="" action={AT} takesFile>
          <input type="hidden" name="_entry" value={textOf(typed, '_entry') || newId(ctx.now)} />
          {/* Enter presses the first button of a form: it must send, not add a child. */}
          <button type="submit" hidden>
            Send
          </button>
          <Questions {...parts} only={['danger']} />
          <DangerNow reach={reach} />
          <Questions {...parts} only={['sort']} />
          <Children {...parts} at={AT} />
          <Part title="What do you want us to know?">
            <Questions
              {...parts}
              only={['concern', 'incidentOn', 'wanted', 'adults', 'told', 'strengths', 'consent', 'lead']}
              near={['sort']}
            />
          </Part>
          <Part title="About you">
            <Who {...parts} />
          </Part>
          <Questions {...parts} only={['documents']} />
          <Button preventDoubleClick>Send</Button>
        </Form>
      </>
    ),
  }
}

/** A worry, an early help assessment or a request for advice, from anybody at any hour (requirement FD1). */
export const tellUsPage = publicPage({
  path: AT,
  audit: 'a contact from outside',
  limit: 30,
  load: async (ctx: PublicCtx<Db>) => found({ reach: await reachOf(ctx.tx) }),
  submit,
  render: (data: Data, ctx: PublicCtx<Db>, returned) =>
    formPage(ctx, data, returned?.typed ?? null, returned?.faults ?? {}),
})
