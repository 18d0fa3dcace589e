import { textOf } from '../../domain/records/parse.ts'
import { logStep } from '../../store/accounts/accounts.ts'
import type { Db } from '../../store/connection.ts'
import { revokeAll, revokeSession, toldOfWrong } from '../../store/sessions.ts'
import { InsetText } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { type OwnSignIn, ownSignIn } from './load.ts'

import { Done, Sessions, Tries, Ways } from './own-parts.tsx'

async function submit({ tx, viewer, now, typed, csrf }: Ctx<Db>): Promise<Outcome> {
  const end = textOf(typed, 'end')
  if (end === 'told') {
    await toldOfWrong(tx, viewer.id)
    return { go: '/account' }
  }
  if (end === 'others') {
    const n = await revokeAll(tx, viewer.id, csrf)
    await logStep(tx, now, viewer.id, true, `Signed out everywhere else: ${n}`)
    return { go: '/account?done=others' }
  }
  if (await revokeSession(tx, viewer.id, end)) await logStep(tx, now, viewer.id, true, 'A session was ended')
  return { go: '/account?done=ended' }
}

/** How the viewer signs in, and where they are signed in. */
export const accountPage = page({
  path: '/account',
  permission: 'come-in',
  audit: 'own sign-in',
  load: async (ctx: Ctx<Db>) => found(await ownSignIn(ctx)),
  submit,
  render: (data: OwnSignIn, ctx: Ctx<Db>) => ({
    title: 'Your sign-in',
    wide: true,
    body: (
      <>
        <Done done={ctx.query.done} />
        <h1 class="govuk-heading-l">Your sign-in</h1>
        {data.must && (
          <InsetText>
            Your role needs a second step beside the password. Set up an authenticator app
            {data.address ? ' or add a passkey' : ''} below; then everything else opens.
          </InsetText>
        )}
        <Tries data={data} csrf={ctx.csrf} />
        <Ways data={data} />
        <Sessions data={data} csrf={ctx.csrf} />
      </>
    ),
  }),
})

/** What the script asks for whoever stays: any request will do, and this one shows nothing. */
export const stayPage = page({
  path: '/account/stay',
  permission: 'come-in',
  audit: 'stay signed in',
  load: async () => found(null),
  render: () => ({
    title: 'You are still signed in',
    body: (
      <>
        <h1 class="govuk-heading-l">You are still signed in</h1>
        <p class="govuk-body">
          <a class="govuk-link" href="/">
            Go to my work
          </a>
        </p>
      </>
    ),
  }),
})
