import { longDay } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import { asUsername, hasAccount } from '../../store/accounts/accounts.ts'
import { CODE_HOURS, makeOneTimeCode } from '../../store/accounts/by-code.ts'
import { makeOwnAccount, type OwnAccount, ownAccountOf } from '../../store/accounts/of-young-person.ts'
import type { Db } from '../../store/connection.ts'
import { holdFile } from '../../store/ledger.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, TextInput, WarningText } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome, type Returned } from '../../web/page.ts'

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/

/** The account would be theirs in name only: a restricted file opens to nobody who is not named on it. */
const isShut = (ctx: ChildCtx<Db>): boolean => ctx.child.target.sensitivity === 'restricted'
const SHUT =
  'A restricted file does not open to the young person. Decide with them what they are given of it.'

const load = async (ctx: ChildCtx<Db>) => found({ account: await ownAccountOf(ctx.tx, ctx.child.id) })
type Data = DataOf<typeof load>

const Back = ({ ctx }: { ctx: ChildCtx<Db> }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/child/${ctx.child.code}`}>
      Back to the child
    </a>
  </p>
)

const codeShown = (ctx: ChildCtx<Db>, username: string, code: string) => ({
  title: 'The account is made',
  section: 'find' as const,
  body: (
    <>
      <Heading over={ctx.child.called}>The account is made</Heading>
      <WarningText>
        This code is shown this once, and can be used once, within {CODE_HOURS} hours.
      </WarningText>
      <p class="govuk-body gt-code">{code}</p>
      <p class="govuk-body">
        Tell it to {ctx.child.called} and to nobody else. They open the sign-in page, “I can’t sign in”, and
        choose a password with it. Their user name is <span class="gt-code">{username}</span>.
      </p>
      <Back ctx={ctx} />
    </>
  ),
})

async function submit(ctx: ChildCtx<Db>): Promise<Outcome> {
  if (isShut(ctx)) return { refused: SHUT }
  const { tx, child, viewer, now, today, typed } = ctx
  const username = asUsername(textOf(typed, 'username'))
  const again = (text: string): Outcome => ({ again: { typed, faults: { username: text } } })
  if (!USERNAME.test(username))
    return again('Choose a user name of 3 to 40 letters and figures, without blanks.')
  // Two managers may make it at once: the child has one account.
  await holdFile(tx, child.id)
  if (await ownAccountOf(tx, child.id)) return { go: `/child/${child.code}/own-account` }
  if (await hasAccount(tx, username))
    return again(`Somebody signs in as ${username} already. Choose another user name.`)
  const account = await makeOwnAccount(tx, { child: child.id, username, author: viewer.id, now, today })
  const code = await makeOneTimeCode(tx, account.id, viewer.id, now)
  return { shown: codeShown(ctx, username, code) }
}

function Make({ ctx, returned }: { ctx: ChildCtx<Db>; returned: Returned | null }) {
  return (
    <>
      <p class="govuk-body">
        Decide with them. From then on they read who works with them, what comes next, and what was written
        for them in their last review and plans; they can say something, and are to be answered within three
        working days. They read nothing else of the file.
      </p>
      <Form csrf={ctx.csrf}>
        <TextInput
          name="username"
          label={{ text: 'What is their user name to be?', size: 's' }}
          hint="Let them choose it. Not their name: those who look after accounts see it, and may know no child."
          value={textOf(returned?.typed ?? {}, 'username')}
          width={20}
          autocomplete="off"
          spellcheck={false}
          {...(returned?.faults.username ? { error: returned.faults.username } : {})}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Make the account</Button>
          <a class="govuk-link" href={`/child/${ctx.child.code}`}>
            Back to the child
          </a>
        </div>
      </Form>
    </>
  )
}

const accountWords = ({ child }: ChildCtx<Db>, { from, username }: OwnAccount): string =>
  `${child.called} has had an account since ${longDay(from)}${username ? `, and signs in as ${username}` : ''}. Whoever looks after accounts gives them a code when they can’t sign in, and closes it.`

/** A manager who decides on the child gives them an account: nobody who may not open the file opens it to another. */
export const ownAccountPage = childPage({
  path: '/child/:child/own-account',
  permission: 'decide',
  audit: 'an account for the young person',
  load,
  submit,
  render: ({ account }: Data, ctx: ChildCtx<Db>, returned) => ({
    title: `A page of their own: ${ctx.child.called}`,
    section: 'find',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <Heading over={ctx.child.called}>A page of their own</Heading>
        {account || isShut(ctx) ? (
          <>
            <p class="govuk-body">{isShut(ctx) || !account ? SHUT : accountWords(ctx, account)}</p>
            <Back ctx={ctx} />
          </>
        ) : (
          <Make ctx={ctx} returned={returned} />
        )}
      </>
    ),
  }),
})
