import { textOf } from '../../domain/records/parse.ts'
import { accountOf, changePassword, logStep } from '../../store/accounts/accounts.ts'
import { opens, seal } from '../../store/accounts/password.ts'
import { passwordFault } from '../../store/accounts/password-rules.ts'
import type { Db } from '../../store/connection.ts'
import { authorityName } from '../../store/queries/authority.ts'
import { revokeAll } from '../../store/sessions.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, InsetText, PasswordInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { notTheOwner } from './own.ts'

/** Whoever has no password here has nothing to change: their page says where it is looked after. */
export const NO_PASSWORD = { go: '/account' } as const

async function load({ tx, viewer }: Ctx<Db>) {
  const account = await accountOf(tx, viewer.id)
  if (!account?.password) return NO_PASSWORD
  return found({ first: account.must_change, username: account.username, sealed: account.password })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { tx, viewer, now, typed, csrf } = ctx
  const fresh = textOf(typed, 'password')
  const current = await notTheOwner(ctx)
  const fault = passwordFault(fresh, [data.username, ...viewer.name.split(' '), await authorityName(tx)])
  const same = !current && !fault && (await opens(data.sealed, fresh))
  const faults = {
    ...(current ? { current } : {}),
    ...(fault ? { password: fault } : {}),
    ...(same ? { password: 'This is the password you have. Choose another.' } : {}),
  }
  // What was typed is not sent back: no password stands in a page.
  if (Object.keys(faults).length > 0) return { again: { typed: {}, faults } }
  await changePassword(tx, viewer.id, await seal(fresh), now)
  await revokeAll(tx, viewer.id, csrf)
  await logStep(tx, now, viewer.id, true, 'The password was changed')
  return { go: '/account?done=password', renew: true }
}

/** Chooses another password. */
export const passwordPage = page({
  path: '/account/password',
  permission: 'come-in',
  audit: 'own password',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const error = (name: string) => {
      const said = returned?.faults[name]
      return said ? { error: said } : {}
    }
    return {
      title: 'Change your password',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Change your password</h1>
          {data.first && (
            <InsetText>Somebody else chose the password you have. Choose one that only you know.</InsetText>
          )}
          <Form csrf={ctx.csrf}>
            <input type="hidden" name="username" value={data.username} autocomplete="username" />
            <PasswordInput
              class="govuk-input--width-20"
              name="current"
              label="The password you have"
              {...error('current')}
            />
            <PasswordInput
              class="govuk-input--width-20"
              name="password"
              label="New password"
              hint="12 letters or more. Three words that do not belong together do well. You may paste it."
              autocomplete="new-password"
              {...error('password')}
            />
            <div class="govuk-button-group">
              <Button>Change your password</Button>
              {!data.first && (
                <a class="govuk-link" href="/account">
                  Leave it as it is
                </a>
              )}
            </div>
          </Form>
        </>
      ),
    }
  },
})
