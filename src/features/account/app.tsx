import { encode } from 'uqr'
import { textOf } from '../../domain/records/parse.ts'
import { accountOf, logStep } from '../../store/accounts/accounts.ts'
import { newRecoveryCodes } from '../../store/accounts/by-second.ts'
import { newTotpKey, stepOf, totpAddress } from '../../store/accounts/totp.ts'
import type { Db } from '../../store/connection.ts'
import { authorityName } from '../../store/queries/authority.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, PasswordInput, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { codesShown } from './codes.tsx'
import { notTheOwner } from './own.ts'
import { NO_PASSWORD } from './password.tsx'

/** A key that is begun stays the same until it is confirmed: the page may be opened twice. */
async function load({ tx, viewer }: Ctx<Db>) {
  const account = await accountOf(tx, viewer.id)
  if (!account?.password) return NO_PASSWORD
  if (account.totp) return found({ key: null, picture: '' })
  const key = account.totp_begun ?? newTotpKey()
  if (account.totp_begun === null)
    await tx.updateTable('account').set({ totp_begun: key }).where('worker', '=', viewer.id).execute()
  return found({ key, picture: totpAddress(key, await authorityName(tx), account.username) })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { key }: Data): Promise<Outcome> {
  const { tx, viewer, now, typed } = ctx
  const current = await notTheOwner(ctx)
  const step = key === null ? null : stepOf(key, textOf(typed, 'code'), now, null)
  const faults = {
    ...(step === undefined
      ? { code: 'That is not the code of this key now. Type the six figures that the app shows.' }
      : {}),
    ...(current ? { current } : {}),
  }
  if (step === undefined || current) return { again: { typed: {}, faults } }
  const account = tx.updateTable('account').where('worker', '=', viewer.id)
  if (step === null) {
    await account.set({ totp: null, totp_step: null, totp_begun: null }).execute()
    await logStep(tx, now, viewer.id, true, 'The authenticator app was taken away')
    return { go: '/account?done=app', renew: true }
  }
  await account.set({ totp: key, totp_step: step, totp_begun: null }).execute()
  await logStep(tx, now, viewer.id, true, 'An authenticator app was set up')
  const codes = await newRecoveryCodes(tx, viewer.id, now)
  return { shown: codesShown(codes, 'Your app is set up'), renew: true }
}

/** The picture for the app: one path, as the page's policy lets no style in. */
function Picture({ words }: { words: string }) {
  const { size, data } = encode(words, { ecc: 'M', border: 4 })
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="gt-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The key as a picture, for the app"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dots.join('')} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  )
}

function SetUp({ picture, keyWords }: { picture: string; keyWords: string }) {
  return (
    <>
      <p class="govuk-body">
        Open an authenticator app on your phone, choose to add an account, and point it at this picture.
      </p>
      <Picture words={picture} />
      <p class="govuk-body">
        Or type this key into it: <span class="gt-code">{keyWords.match(/.{4}/g)?.join(' ')}</span>
      </p>
    </>
  )
}

/** Sets an authenticator app up, or takes it away. */
export const appPage = page({
  path: '/account/app',
  permission: 'come-in',
  audit: 'own authenticator app',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const title = data.key === null ? 'Take your authenticator app away' : 'Set up an authenticator app'
    const error = (name: string) => {
      const said = returned?.faults[name]
      return said ? { error: said } : {}
    }
    return {
      title,
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">{title}</h1>
          {data.key !== null && <SetUp picture={data.picture} keyWords={data.key} />}
          <Form csrf={ctx.csrf}>
            {data.key !== null && (
              <TextInput
                name="code"
                label="The six figures that the app shows"
                width={10}
                inputmode="numeric"
                autocomplete="one-time-code"
                {...error('code')}
              />
            )}
            <PasswordInput
              class="govuk-input--width-20"
              name="current"
              label="Your password"
              {...error('current')}
            />
            <div class="govuk-button-group">
              <Button>{data.key === null ? 'Take it away' : 'Use this app'}</Button>
              <a class="govuk-link" href="/account">
                Leave it as it is
              </a>
            </div>
          </Form>
        </>
      ),
    }
  },
})
