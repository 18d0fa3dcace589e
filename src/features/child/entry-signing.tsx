import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { printed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { sentBack } from '../../domain/records/types/about-entries.ts'
import { managersDecision } from '../../domain/records/types/notes.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details, SummaryList, Tag, Textarea } from '../../web/govuk/index.ts'
import type { ChildCtx, Returned } from '../../web/page.ts'
import { alikeWords } from './assessment/alike.ts'
import { canSign, type EntryData, wrote } from './entry-load.ts'

/** What a form about an entry carries unseen: its own id, and how far the file went. */
export function Hidden({ ctx, seq }: { ctx: ChildCtx<Db>; seq: number }) {
  return <Once id={newId(ctx.now)} seq={seq} />
}

/** The two ways not to sign yet, and what the names of their questions begin with. */
export const BACK = 'back-'
export const DIRECT = 'direct-'

interface SigningProps {
  readonly ctx: ChildCtx<Db>
  readonly data: EntryData
  readonly returned: Returned | null
}

/** Each child's own part says the same as another's: told to its author as to the manager, before anybody signs. */
function SameWords({ data }: { data: EntryData }) {
  const { alike, others } = data.together
  if (alike.length === 0 || data.entry.signedBy) return null
  return (
    <div class="gt-assess-same">
      <p class="govuk-body">
        This can’t be signed off yet. Each child’s own part must say what is true of that child:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {alike.map(a => (
          <li>{alikeWords(a, others)}</li>
        ))}
      </ul>
    </div>
  )
}

/** That a manager did not sign, and what must be done first. */
function SentBack({ ctx, data }: Omit<SigningProps, 'returned'>) {
  const back = data.entry.sentBack
  if (!back) return null
  const mine = wrote(data, ctx.viewer.id)
  return (
    <div class="gt-assess-same">
      <p class="govuk-body">
        <Tag colour="orange">Sent back</Tag> by {data.names.get(back.author)} on{' '}
        {longDay(londonDay(back.recorded))}.{' '}
        {mine ? 'Amend it, and it waits to be signed off again.' : 'It waits for its author.'}
      </p>
      <SummaryList
        borderless
        rows={printed(sentBack, back.answers).map(a => ({
          key: a.label,
          value: <span class="gt-prose">{a.words}</span>,
        }))}
      />
    </div>
  )
}

/** One of the ways not to sign yet: a form of its own, folded away until it is wanted. */
function Instead({
  type,
  prefix,
  summary,
  button,
  ctx,
  data,
  returned,
}: SigningProps & { type: RecordType; prefix: string; summary: string; button: string }) {
  const mine = textOf(returned?.typed ?? {}, '_do') === type.code
  const faults = mine ? (returned?.faults ?? {}) : {}
  return (
    <Details summary={summary} open={Object.keys(faults).length > 0}>
      <Form csrf={ctx.csrf}>
        <Hidden ctx={ctx} seq={data.view.seq} />
        <RecordFields
          type={type}
          typed={mine ? (returned?.typed ?? {}) : {}}
          faults={faults}
          today={ctx.today}
          fresh={!mine}
          people={[]}
          prefix={prefix}
        />
        <Button variant="secondary" name="_do" value={type.code}>
          {button}
        </Button>
      </Form>
    </Details>
  )
}

function Decide(props: SigningProps) {
  const { ctx, data, returned } = props
  const direct = ctx.can('decide').allow && writes(managersDecision, ctx.viewer.role)
  return (
    <section class="gt-sign" aria-labelledby="decide">
      <h2 class="govuk-heading-m" id="decide">
        Your decision
      </h2>
      <SameWords data={data} />
      <Form csrf={ctx.csrf}>
        <Hidden ctx={ctx} seq={data.view.seq} />
        <Textarea
          name="comment"
          id="sign"
          label="Anything to add before you sign it off? (optional)"
          rows={2}
          value={textOf(returned?.typed ?? {}, 'comment')}
          error={returned?.faults.sign}
        />
        <Button name="_do" value="signature">
          Sign off
        </Button>
      </Form>
      {!data.entry.sentBack && (
        <Instead
          {...props}
          type={sentBack}
          prefix={BACK}
          summary="Send it back, with reasons"
          button="Send it back"
        />
      )}
      {direct && (
        <Instead
          {...props}
          type={managersDecision}
          prefix={DIRECT}
          summary="Direct what happens first, and leave it waiting"
          button="Record the direction"
        />
      )}
    </section>
  )
}

function Stands({ ctx, data }: Omit<SigningProps, 'returned'>) {
  if (data.entry.sentBack) return null
  return wrote(data, ctx.viewer.id) ? (
    <p class="govuk-body">Waits to be signed off by somebody other than you.</p>
  ) : (
    <p class="govuk-body">Waits to be signed off by a manager.</p>
  )
}

/** A long record is read first and decided at its end: the way there, for whoever decides. */
export function DecideLink({ ctx, data }: Omit<SigningProps, 'returned'>) {
  const type = knownRecordType(data.entry.type)
  const may = !data.entry.withdrawn && !wrote(data, ctx.viewer.id) && canSign(type, data, ctx)
  return may ? (
    <p class="govuk-body gt-not-printed">
      It waits for your decision.{' '}
      <a class="govuk-link" href="#decide">
        Go to the decision
      </a>
    </p>
  ) : null
}

/** Whether it is signed off, waits for it, or can be signed here; or sent back, or directed. */
export function Signing({ ctx, data, returned }: SigningProps) {
  const type = knownRecordType(data.entry.type)
  if (type.signedBy.length === 0 || data.entry.withdrawn) return null
  const { signedBy } = data.entry
  if (signedBy)
    return (
      <p class="govuk-body">
        <Tag colour="green">Signed off</Tag> by {data.names.get(signedBy.author)} on{' '}
        {longDay(londonDay(signedBy.recorded))}
      </p>
    )
  const may = !wrote(data, ctx.viewer.id) && canSign(type, data, ctx)
  return (
    <>
      <SentBack ctx={ctx} data={data} />
      {may ? (
        <Decide ctx={ctx} data={data} returned={returned} />
      ) : (
        <>
          <Stands ctx={ctx} data={data} />
          <SameWords data={data} />
        </>
      )}
    </>
  )
}
