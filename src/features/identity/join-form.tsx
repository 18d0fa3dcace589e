import { longDay } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { Button, InsetText, Textarea } from '../../web/govuk/index.ts'
import type { ChildCtx, Returned } from '../../web/page.ts'
import { Compare } from './compare.tsx'
import { type JoinData, type Pair, seenAs } from './join-load.ts'

interface Props {
  readonly ctx: ChildCtx<Db>
  readonly data: JoinData
  readonly pair: Pair
  readonly returned: Returned | null
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What stands against the joining, though it may be done: people said that they are two. */
function Against({ pair }: { pair: Pair }) {
  if (pair.different.length === 0) return null
  return (
    <InsetText>
      {pair.different.map(d => (
        <p class="govuk-body">
          {d.by ?? 'Somebody'} wrote on {longDay(d.on)} that these are different children: “{d.why}”
        </p>
      ))}
    </InsetText>
  )
}

/** The two files, what follows from joining them, and the reason. */
export function JoinForm({ ctx, data, pair, returned }: Props) {
  const { other } = pair
  const typed = returned?.typed ?? {}
  const here = `/child/${ctx.child.code}/join`
  return (
    <>
      <Against pair={pair} />
      {pair.why.length > 0 && <p class="govuk-body">{capital(pair.why.join('; '))}.</p>}
      <Compare pair={pair} on={ctx.today} />
      <p class="govuk-body">
        From now on this file is read as part of {pair.called}’s, {other.code}: one list, one chronology, one
        set of dates. Both child IDs lead there. The worker who was given the child last has the case. Nothing
        is moved or lost, and the files can be parted again.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/child/${other.code}/join?with=${ctx.child.code}`}>
          The other way round: keep {ctx.child.code}
        </a>
      </p>
      <Form csrf={ctx.csrf} action={`${here}?with=${other.code}`}>
        <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.view.seq} />
        <input type="hidden" name="_seen" value={seenAs(pair)} />
        <Textarea
          name="why"
          label={{ text: 'How do you know that it is one child?', size: 's' }}
          rows={3}
          value={textOf(typed, 'why')}
          error={returned?.faults.why}
        />
        <div class="govuk-button-group">
          <Button>Join the files</Button>
          <a class="govuk-link" href={here}>
            Choose another
          </a>
        </div>
      </Form>
    </>
  )
}

/** Why these two may not be joined, or not by this person yet. */
export function NotJoined({
  ctx,
  called,
  code,
  why,
  opens,
}: {
  ctx: ChildCtx<Db>
  called: string
  code: string
  why: string
  /** A reason would open the other file. */
  opens: boolean
}) {
  return (
    <>
      <InsetText>
        <p class="govuk-body">
          <strong>
            The files of {calledHere(ctx)} and of {called}, {code},{' '}
            {opens ? 'are not joined yet' : 'can’t be joined'}.
          </strong>
        </p>
        <p class="govuk-body">{why}</p>
      </InsetText>
      <p class="govuk-body">
        {opens && (
          <>
            <a class="govuk-link" href={`/child/${code}`}>
              Open the file of {called}
            </a>
            {', say why, and come back to this page. '}
          </>
        )}
        <a class="govuk-link" href={`/child/${ctx.child.code}/join`}>
          Choose another
        </a>
      </p>
    </>
  )
}

const calledHere = (ctx: ChildCtx<Db>): string => `${ctx.child.called}, ${ctx.child.code}`
