import { type Instant, longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, MojScrollablePane, NotificationBanner, SummaryList } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import type { OwnSignIn } from './load.ts'

const at = (moment: Instant): string => `${londonTime(moment)}, ${longDay(londonDay(moment))}`

const MEANS: Readonly<Record<string, string>> = {
  password: 'Password',
  passkey: 'Passkey',
  organisation: 'Work account',
  demonstration: 'Demonstration',
}

const SAID: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and you are signed out everywhere else.',
  app: 'Your authenticator app is taken away.',
  passkey: 'Your passkey is added.',
  removed: 'The passkey is removed.',
  ended: 'That session has ended.',
  others: 'You are signed out everywhere else.',
}

/** What was just done. */
export function Done({ done }: { done: string | undefined }) {
  const said = done !== undefined && Object.hasOwn(SAID, done) ? SAID[done] : undefined
  if (!said) return null
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">{said}</p>
    </NotificationBanner>
  )
}

/** In what ways somebody signs in, and how each is changed. */
export function Ways({ data }: { data: OwnSignIn }) {
  const { account, passkeys, codes, address } = data
  if (!account)
    return (
      <p class="govuk-body">Nobody signs in to this account by a password: it is one of the demonstration.</p>
    )
  if (account.password === null)
    return (
      <p class="govuk-body">
        You sign in with your work account. Its password and second step are looked after there.
      </p>
    )
  const link = (href: string, text: string, hidden: string) => [{ href, text, hiddenText: hidden }]
  const rows = [
    { key: 'User name', value: account.username },
    {
      key: 'Password',
      value: account.changed ? `Changed at ${at(account.changed)}` : 'Not changed yet',
      actions: link('/account/password', 'Change', 'password'),
    },
    {
      key: 'Authenticator app',
      value: account.totp ? 'In use' : 'Not set up',
      actions: link('/account/app', account.totp ? 'Change' : 'Set up', 'authenticator app'),
    },
    {
      key: 'Passkeys',
      value: !address
        ? 'Not offered here'
        : passkeys.length === 0
          ? 'None'
          : passkeys.map(p => p.name).join(', '),
      ...(address
        ? { actions: link('/account/passkeys', passkeys.length ? 'Change' : 'Add', 'passkeys') }
        : {}),
    },
    ...(account.totp || passkeys.length > 0
      ? [
          {
            key: 'Recovery codes',
            value: `${codes} left`,
            actions: link('/account/recovery', 'Make new ones', 'recovery codes'),
          },
        ]
      : []),
  ]
  return <SummaryList rows={rows} />
}

/** Where somebody is signed in now, each to be ended. */
export function Sessions({ data, csrf }: { data: OwnSignIn; csrf: string }) {
  const { sessions } = data
  return (
    <>
      <MojScrollablePane label="Where you are signed in">
        <StackedTable
          caption="Where you are signed in"
          captionSize="m"
          rowHeaders
          head={['Device', 'Address', 'Signed in', 'Last used', 'By', 'End it']}
          rows={sessions.map(s => [
            s.own ? `${s.device} (this one)` : s.device,
            s.address || 'Not kept',
            at(s.started),
            at(s.seen),
            MEANS[s.means] ?? s.means,
            s.own ? (
              ''
            ) : (
              <Form csrf={csrf}>
                <input type="hidden" name="end" value={s.id} />
                <button type="submit" class="gt-link-button">
                  Sign out
                  <span class="govuk-visually-hidden">
                    {' '}
                    of {s.device}, {at(s.started)}
                  </span>
                </button>
              </Form>
            ),
          ])}
        />
      </MojScrollablePane>
      {sessions.length > 1 && (
        <Form csrf={csrf}>
          <input type="hidden" name="end" value="others" />
          <Button variant="secondary">Sign out everywhere else</Button>
        </Form>
      )}
    </>
  )
}

/** Tries that went wrong since they were last told of any. */
export function Tries({ data, csrf }: { data: OwnSignIn; csrf: string }) {
  const own = data.sessions.find(s => s.own)
  if (!own || own.wrong === 0) return null
  return (
    <section id="tries">
      <h2 class="govuk-heading-m">
        {own.wrong === 1 ? '1 wrong try' : `${own.wrong} wrong tries`} to sign in as you
      </h2>
      <p class="govuk-body">
        {own.wrong_last ? `The last was at ${at(own.wrong_last)}. ` : ''}If it was you, there is nothing to
        do. If not, nobody got in by them; tell your IT service desk, and change your password if others may
        know it.
      </p>
      <Form csrf={csrf}>
        <input type="hidden" name="end" value="told" />
        <Button variant="secondary">I have read this</Button>
      </Form>
    </section>
  )
}
