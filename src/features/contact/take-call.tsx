import { londonTime } from '../../domain/kernel/london.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { contactReceived } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { codeOfContact, sentBefore } from '../../store/contacts.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { isId, newId } from '../../store/ids.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { Begun, DraftStatus, Form, Problems } from '../../web/form/form.tsx'
import { Button, Panel } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, type Outcome, page } from '../../web/page.ts'
import { Children, Questions, Who } from './form-parts.tsx'
import { takeContact } from './take.ts'
import { callTaken } from './words-of-forms.ts'

const AT = '/front-door/new'
const FORM = contactReceived.code
const HOUR = 3_600_000

/** A contact that this worker has just written down, to be told to the caller. */
async function justTaken(ctx: Ctx<Db>) {
  const reference = ctx.query.taken ?? ''
  const subject = reference === '' ? undefined : await subjectByCode(ctx.tx, 'contact', reference)
  const sent = subject && (await sentBefore(ctx.tx, subject.id))
  if (!sent || sent.author !== ctx.viewer.id || Date.parse(ctx.now) - Date.parse(sent.recorded) > HOUR)
    return null
  return { reference, code: await codeOfContact(ctx.tx, subject.id) }
}

/** Drafts of contacts lie with the council’s own file: there is no child yet to keep them with. */
async function load(ctx: Ctx<Db>) {
  const place = await subjectByCode(ctx.tx, 'authority', AUTHORITY)
  const draft = place && (await readDraft(ctx.tx, ctx.viewer.id, place.id, FORM))
  return found({ place: place?.id ?? null, draft, taken: await justTaken(ctx) })
}
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { place }: Data): Promise<Outcome> {
  const id = textOf(ctx.typed, '_entry')
  if (place && ctx.query.keep === 'script') {
    // A late copy of a form that has been sent would bring it back as a draft.
    const sent = isId(id) && (await sentBefore(ctx.tx, id)) ? [{ id }] : []
    await keepDraft(ctx, place, FORM, sent)
    return { said: londonTime(ctx.now) }
  }
  const taken = await takeContact(ctx, ctx.viewer.id)
  if ('again' in taken) {
    const { again: typed, faults } = taken
    if (Object.keys(faults).length > 0) return { again: { typed, faults } }
    return { shown: formPage(ctx, typed, {}, undefined) }
  }
  if (place) await dropDraft(ctx.tx, ctx.viewer.id, place, FORM)
  const { code } = 'done' in taken ? taken.done : taken.before
  return { go: ctx.can('front-door').allow ? `/front-door/${code}` : `${AT}?taken=${code}` }
}

function Taken({ taken }: { taken: Data['taken'] }) {
  if (!taken) return null
  return (
    <>
      <Panel title="Written down">
        Reference <strong>{taken.reference}</strong>
      </Panel>
      <p class="govuk-body">
        The front door has it now. Tell the caller the reference, and the code by which they can follow it at{' '}
        <strong>/contact/follow</strong>:
      </p>
      <p class="gt-contact__code">{taken.code}</p>
    </>
  )
}

function formPage(ctx: Ctx<Db>, sent: Typed | null, faults: Faults, data: Data | undefined): Html {
  const begun = sent ?? data?.draft?.typed
  const typed = begun ?? {}
  const parts = { type: callTaken, typed, faults, today: ctx.today, fresh: !begun }
  return {
    title: 'Write down a contact',
    section: 'front-door',
    body: (
      <>
        <Problems faults={faults} />
        <Taken taken={sent ? null : (data?.taken ?? null)} />
        <h1 class="govuk-heading-l">Write down a contact</h1>
        {!sent && <Begun draft={data?.draft} />}
        <Form csrf={ctx.csrf} action={AT} draft={`${AT}?keep=script`} takesFile>
          <input type="hidden" name="_entry" value={textOf(typed, '_entry') || newId(ctx.now)} />
          <button type="submit" hidden>
            Send to the front door
          </button>
          <Questions {...parts} only={['danger']} />
          <Questions {...parts} only={['sort']} />
          <div class="gt-contact__two">
            <Questions {...parts} only={['receivedOn', 'incidentOn']} />
          </div>
          <Children {...parts} at={AT} />
          <h2 class="govuk-heading-m">What was said</h2>
          <Questions
            {...parts}
            only={['concern', 'marac', 'wanted', 'adults', 'told', 'strengths', 'consent', 'lead']}
            near={['sort']}
          />
          <h2 class="govuk-heading-m">Who told us</h2>
          <Who {...parts} />
          <Questions {...parts} only={['documents']} />
          <Button preventDoubleClick>Send to the front door</Button>
          <DraftStatus />
        </Form>
      </>
    ),
  }
}

/** A call, or somebody at the desk, written down by whoever took it (requirement FD1). */
export const takeCallPage = page({
  path: AT,
  permission: 'take-contact',
  audit: 'write down a contact',
  takesFile: true,
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) =>
    formPage(ctx, returned?.typed ?? null, returned?.faults ?? {}, data),
})
