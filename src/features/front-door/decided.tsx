import { calledBy } from '../../domain/casework/person.ts'
import { calledInContact } from '../../domain/front-door/outcome.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { isAccepted } from '../../domain/records/codes-front-door.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { printed, type Typed } from '../../domain/records/parse.ts'
import { contactDecided, contactLetter } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { Form } from '../../web/form/form.tsx'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { Button, MojAlert, NotificationBanner, SummaryList } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'
import { decisionAsked } from './asked.ts'
import type { ContactData, ToldChild } from './load.ts'

/** What may follow at once for a child: a worker, or early help. */
function Next({ child, outcome, code }: { child: ToldChild; outcome: unknown; code: string }) {
  const { child: file } = child
  if (!file) return null
  const at = `/child/${file.code}`
  return (
    <>
      {isAccepted(outcome) && !file.worker && (
        <Button href={`${at}/record/allocation`}>Allocate {calledBy(file, file.code)} now</Button>
      )}
      {outcome === 'early-help' && (
        <Button variant="secondary" href={`${at}/record/early-help-assessment?from=${code}`}>
          Take {calledBy(file, file.code)} into early help
        </Button>
      )}
    </>
  )
}

function Children({ data, decided }: { data: ContactData; decided: Standing }) {
  return (
    <>
      <SummaryList
        rows={data.children.map(child => ({
          key: calledInContact(child.told.answers),
          value: child.child ? (
            <>
              <a class="govuk-link" href={`/child/${child.child.code}`}>
                {calledBy(child.child, child.child.code)}
              </a>{' '}
              <span class="gt-quiet">
                {child.child.code}; {child.child.worker ? `worker: ${child.child.worker}` : 'no worker yet'}
              </span>
            </>
          ) : (
            'No file is kept'
          ),
        }))}
      />
      <div class="govuk-button-group">
        {data.children.map(child => (
          <Next child={child} outcome={decided.answers.outcome} code={data.code} />
        ))}
      </div>
    </>
  )
}

const WAYS: Readonly<Record<string, string>> = Object(contactLetter.fields.how?.kind.choices)

/** What the referrer was told, and whether it arrived. */
function Letters({ data }: { data: ContactData }) {
  const [last, ...before] = data.view.letters
  if (!last) return <p class="govuk-body">The referrer has not been told yet.</p>
  const { how, to, letter } = last.letter.answers
  const failed = last.delivery?.answers.state === 'failed'
  const waits = how === 'email' && !last.delivery
  return (
    <section>
      <h2 class="govuk-heading-m">What the referrer was told</h2>
      {failed && (
        <MojAlert variant="warning" title="The letter did not arrive" showTitle>
          <p>{String(last.delivery?.answers.detail ?? 'No reason was given.')}</p>
        </MojAlert>
      )}
      <p class="govuk-body">
        {WAYS[String(how)]} on {longDay(last.letter.happened)}
        {to ? `, to ${to}` : ''}.{' '}
        {last.delivery?.answers.state === 'sent'
          ? 'It was handed over to be delivered.'
          : waits && data.emails
            ? 'It is on its way.'
            : ''}{' '}
        {before.length > 0 && `${before.length} earlier.`}
      </p>
      {letter ? <pre class="gt-door__paper">{String(letter)}</pre> : null}
      <Button variant="secondary" href={`/front-door/${data.code}/letter`}>
        {how === 'post'
          ? 'Print the letter'
          : failed
            ? 'Tell them another way'
            : how === 'none'
              ? 'Tell them after all'
              : 'Print it, or tell them again'}
      </Button>
    </section>
  )
}

/** What was typed and came too late: nothing of it is lost. */
function TooLate({ typed, sort }: { typed: Typed; sort: unknown }) {
  const answers = printed(decisionAsked(sort), typed)
  return (
    <section class="gt-kept">
      <h2 class="govuk-heading-m">What you typed</h2>
      <SummaryList
        rows={[
          ...answers.map(a => ({ key: a.label, value: <span class="gt-prose">{String(a.words)}</span> })),
          typed.letter !== undefined && {
            key: 'The letter',
            value: <span class="gt-prose">{String(typed.letter)}</span>,
          },
        ]}
      />
    </section>
  )
}

/** Said once, after the form is sent. */
export const DecidedNow = ({ decided, done }: { decided: Standing; done: string | undefined }) =>
  done === 'yes' ? (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        Decided at {londonTime(decided.recorded)} on {longDay(londonDay(decided.recorded))}.
      </p>
    </NotificationBanner>
  ) : null

/** A contact that is decided: what was decided, whose files tell of it, and what the referrer was told. */
export function DecidedView({
  data,
  decided,
  ctx,
  returned,
}: {
  data: ContactData
  decided: Standing
  ctx: Ctx<Db>
  returned: Returned | null
}) {
  const late = returned?.typed ?? data.draft?.typed
  return (
    <>
      <section>
        <h2 class="govuk-heading-m">What was decided</h2>
        <AnswerList type={contactDecided} answers={decided.answers} names={data.names} />
        <WrittenBy entry={decided} names={data.names} />
      </section>
      {data.children.length > 0 && <Children data={data} decided={decided} />}
      <Letters data={data} />
      {late && (
        <>
          <TooLate typed={late} sort={data.view.received.answers.sort} />
          {data.draft && (
            <Form csrf={ctx.csrf} action={`/front-door/${data.code}`}>
              <Button variant="secondary" name="_drop" value="yes">
                Throw away what you had typed
              </Button>
            </Form>
          )}
        </>
      )}
    </>
  )
}
