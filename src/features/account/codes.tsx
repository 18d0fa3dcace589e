import { accountOf, logStep } from '../../store/accounts/accounts.ts'
import { newRecoveryCodes } from '../../store/accounts/by-second.ts'
import type { Db } from '../../store/connection.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, PasswordInput, WarningText } from '../../web/govuk/index.ts'
import { type Ctx, found, type Html, type Outcome, page } from '../../web/page.ts'
import { notTheOwner } from './own.ts'
import { NO_PASSWORD } from './password.tsx'

/** The codes, shown once. */
export const codesShown = (codes: readonly string[], title: string): Html => ({
  title,
  body: (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <WarningText>These recovery codes are shown this once.</WarningText>
      <p class="govuk-body">
        Each lets you in once, with your password, when you do not have your app or your passkey. Print this
        page, or write them down, and keep them where you keep keys.
      </p>
      <ol class="govuk-list govuk-list--number gt-codes">
        {codes.map(code => (
          <li class="gt-code">{code}</li>
        ))}
      </ol>
      <p class="govuk-body">
        <a class="govuk-link" href="/account">
          I have them: go on
        </a>
      </p>
    </>
  ),
})

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const current = await notTheOwner(ctx)
  if (current) return { again: { typed: {}, faults: { current } } }
  const codes = await newRecoveryCodes(ctx.tx, ctx.viewer.id, ctx.now)
  await logStep(ctx.tx, ctx.now, ctx.viewer.id, true, 'New recovery codes were made')
  return { shown: codesShown(codes, 'Your recovery codes') }
}

/** Makes new recovery codes in place of those there are. */
export const recoveryPage = page({
  path: '/account/recovery',
  permission: 'come-in',
  audit: 'own recovery codes',
  load: async ({ tx, viewer }: Ctx<Db>) =>
    (await accountOf(tx, viewer.id))?.password ? found(null) : NO_PASSWORD,
  submit,
  render: (_data, ctx: Ctx<Db>, returned) => {
    const said = returned?.faults.current
    return {
      title: 'New recovery codes',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">New recovery codes</h1>
          <p class="govuk-body">Those you have now will not work any more.</p>
          <Form csrf={ctx.csrf}>
            <PasswordInput
              class="govuk-input--width-20"
              name="current"
              label="Your password"
              {...(said ? { error: said } : {})}
            />
            <div class="govuk-button-group">
              <Button>Make new codes</Button>
              <a class="govuk-link" href="/account">
                Keep those I have
              </a>
            </div>
          </Form>
        </>
      ),
    }
  },
})
