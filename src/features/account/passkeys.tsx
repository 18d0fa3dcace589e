import { type Instant, longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { textOf } from '../../domain/records/parse.ts'
import { accountOf } from '../../store/accounts/accounts.ts'
import { newRecoveryCodes } from '../../store/accounts/by-second.ts'
import { addPasskey, askNewPasskey, passkeysOf, removePasskey } from '../../store/accounts/passkeys.ts'
import { addressOf } from '../../store/accounts/settings.ts'
import type { Db } from '../../store/connection.ts'
import { authorityName } from '../../store/queries/authority.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, PasswordInput, Radios, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../web/page.ts'
import { codesShown } from './codes.tsx'
import { notTheOwner } from './own.ts'
import { NO_PASSWORD } from './password.tsx'

async function load({ tx, viewer, now }: Ctx<Db>) {
  const [account, address] = [await accountOf(tx, viewer.id), await addressOf(tx)]
  if (!account?.password || !address) return NO_PASSWORD
  const who = { worker: viewer.id, name: viewer.name, username: account.username }
  return found({
    address,
    held: await passkeysOf(tx, viewer.id),
    asked: await askNewPasskey(tx, who, await authorityName(tx), address, now),
  })
}

type Data = DataOf<typeof load>

async function add(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { tx, viewer, now, typed } = ctx
  const name = textOf(typed, 'name').trim().slice(0, 60) || 'A passkey'
  const given = { step: textOf(typed, 'step'), answer: textOf(typed, 'answer'), name }
  if (!(await addPasskey(tx, viewer.id, given, data.address, now)))
    return { again: { typed, faults: { name: 'The passkey was not taken. Try once more.' } } }
  const codes = await tx.selectFrom('recovery_code').select('id').where('worker', '=', viewer.id).execute()
  if (codes.length > 0) return { go: '/account?done=passkey', renew: true }
  return {
    shown: codesShown(await newRecoveryCodes(tx, viewer.id, now), 'Your passkey is added'),
    renew: true,
  }
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const current = await notTheOwner(ctx)
  const remove = textOf(ctx.typed, 'remove')
  // What was typed comes back, but for the password and what the passkey answered: neither stands in a page.
  const { name, at, remove: chosen } = ctx.typed
  if (current)
    return {
      again: {
        typed: { name, at, remove: chosen },
        faults: { [textOf(ctx.typed, 'at') === 'remove' ? 'current-remove' : 'current']: current },
      },
    }
  if (textOf(ctx.typed, 'at') !== 'remove') return await add(ctx, data)
  if (!(await removePasskey(ctx.tx, ctx.viewer.id, remove, ctx.now)))
    return { again: { typed: {}, faults: { remove: 'Choose the passkey to remove.' } } }
  return { go: '/account?done=removed', renew: true }
}

const used = (moment: Instant | null): string =>
  moment ? `last used on ${longDay(londonDay(moment))}` : 'not used yet'

function Remove({ data, csrf, returned }: { data: Data; csrf: string; returned: Returned | null }) {
  const error = (name: string) => {
    const said = returned?.faults[name]
    return said ? { error: said } : {}
  }
  return (
    <Form csrf={csrf}>
      <input type="hidden" name="at" value="remove" />
      <Radios
        name="remove"
        legend={{ text: 'Remove one', size: 'm' }}
        items={data.held.map(p => ({
          value: p.id,
          text: `${p.name}, added on ${longDay(londonDay(p.added))}, ${used(p.used)}`,
        }))}
        value={textOf(returned?.typed ?? {}, 'remove')}
        {...error('remove')}
      />
      <PasswordInput
        class="govuk-input--width-20"
        id="current-remove"
        name="current"
        label="Your password"
        {...error('current-remove')}
      />
      <Button variant="secondary">Remove it</Button>
    </Form>
  )
}

function Add({ data, csrf, returned }: { data: Data; csrf: string; returned: Returned | null }) {
  const error = (name: string) => {
    const said = returned?.faults[name]
    return said ? { error: said } : {}
  }
  return (
    <form method="post" data-new-passkey={JSON.stringify(data.asked.options)} hidden>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="step" value={data.asked.step} />
      <input type="hidden" name="answer" value="" />
      <TextInput
        name="name"
        label="What to call it"
        hint="Such as “work laptop” or “phone”"
        value={returned ? textOf(returned.typed, 'name') : ''}
        width={20}
        {...error('name')}
      />
      <PasswordInput
        class="govuk-input--width-20"
        name="current"
        label="Your password"
        {...error('current')}
      />
      <Button>Add a passkey</Button>
      <p class="govuk-body" data-passkey-status role="status" />
    </form>
  )
}

/** Adds and removes the viewer's passkeys. */
export const passkeysPage = page({
  path: '/account/passkeys',
  permission: 'come-in',
  audit: 'own passkeys',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Your passkeys',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Your passkeys</h1>
        <p class="govuk-body">
          With a passkey you sign in by your fingerprint, your face or the PIN of your device. No password is
          asked for, and none can be stolen. It needs a browser that runs scripts; without them an{' '}
          <a class="govuk-link" href="/account/app">
            authenticator app
          </a>{' '}
          does as well.
        </p>
        <Add data={data} csrf={ctx.csrf} returned={returned} />
        {data.held.length > 0 && <Remove data={data} csrf={ctx.csrf} returned={returned} />}
        <p class="govuk-body">
          <a class="govuk-link" href="/account">
            Back to your sign-in
          </a>
        </p>
      </>
    ),
  }),
})
