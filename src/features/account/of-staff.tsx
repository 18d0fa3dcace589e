import { textOf } from '../../domain/records/parse.ts'
import { staffRights } from '../../domain/workload/staff-rights.ts'
import { logStep } from '../../store/accounts/accounts.ts'
import { CODE_HOURS, howTheySignIn, makeOneTimeCode, removeSecond } from '../../store/accounts/by-code.ts'
import type { Db } from '../../store/connection.ts'
import { workload } from '../../store/queries/workload.ts'
import { revokeAll, sessionsOf } from '../../store/sessions.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, NotificationBanner, SummaryList, WarningText } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'

/** Who may say how somebody signs in may be them: so it is who may change all their details, and never oneself. */
async function load(ctx: Ctx<Db>) {
  const [member] = await workload(ctx.tx, { code: ctx.params.code ?? '', left: true }, ctx.today)
  if (!member)
    return { missing: 'There is no member of staff of that code. Choose one from the list of staff.' }
  if (staffRights(ctx.viewer, member) !== 'all')
    return {
      refused:
        'Only a director or an administrator, and the command line, may change how somebody else signs in.',
    }
  const ways = await howTheySignIn(ctx.tx, member.id)
  const sessions = await sessionsOf(ctx.tx, member.id, ctx.now)
  return found({ id: member.id, name: member.name, code: member.code, ways, sessions: sessions.length })
}

type Data = DataOf<typeof load>

const shownCode = (data: Data, code: string) => ({
  title: 'One-time code',
  body: (
    <>
      <h1 class="govuk-heading-l">One-time code for {data.name}</h1>
      <WarningText>
        This code is shown this once, and can be used once, within {CODE_HOURS} hours.
      </WarningText>
      <p class="govuk-body gt-code">{code}</p>
      <p class="govuk-body">
        Make sure that it is {data.name} you tell it to. They open the sign-in page, “I can’t sign in”, and
        set a new password with it. Their user name is <span class="gt-code">{data.ways?.username}</span>.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/staff/${data.code}/sign-in`}>
          Back
        </a>
      </p>
    </>
  ),
})

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { tx, viewer, now } = ctx
  const at = `/staff/${data.code}/sign-in`
  const what = textOf(ctx.typed, 'do')
  if (what === 'code' && data.ways)
    return { shown: shownCode(data, await makeOneTimeCode(tx, data.id, viewer.id, now)) }
  if (what === 'second' && data.ways) {
    await removeSecond(tx, data.id, viewer.id, now)
    return { go: `${at}?done=second` }
  }
  if (what === 'out') {
    await revokeAll(tx, data.id)
    await logStep(tx, now, data.id, true, 'Signed out everywhere by another', viewer.id)
    return { go: `${at}?done=out` }
  }
  return { go: at }
}

const SAID: Readonly<Record<string, string>> = {
  second: 'Their app, passkeys and recovery codes are taken away.',
  out: 'They are signed out everywhere.',
}

function Do({ csrf, what, text }: { csrf: string; what: string; text: string }) {
  return (
    <Form csrf={csrf}>
      <input type="hidden" name="do" value={what} />
      <Button variant="secondary">{text}</Button>
    </Form>
  )
}

/** How a member of staff signs in, for whoever helps those who can't. */
export const ofStaffPage = page({
  path: '/staff/:code/sign-in',
  permission: 'accounts',
  audit: 'how a member of staff signs in',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { ways, name } = data
    const title = `How ${name} signs in`
    const said = Object.hasOwn(SAID, ctx.query.done ?? '') ? SAID[ctx.query.done ?? ''] : undefined
    return {
      title,
      section: 'team',
      body: (
        <>
          {said && (
            <NotificationBanner type="success">
              <p class="govuk-notification-banner__heading">{said}</p>
            </NotificationBanner>
          )}
          <h1 class="govuk-heading-l">{title}</h1>
          {ways ? (
            <SummaryList
              rows={[
                { key: 'User name', value: ways.username },
                { key: 'Password', value: ways.password ? 'Yes' : 'None' },
                { key: 'Authenticator app', value: ways.app ? 'Yes' : 'No' },
                { key: 'Passkeys', value: String(ways.passkeys) },
                { key: 'Work account', value: ways.organisation ? 'Linked' : 'Not linked' },
                {
                  key: 'Signed in now',
                  value: data.sessions === 1 ? 'On 1 device' : `On ${data.sessions} devices`,
                },
              ]}
            />
          ) : (
            <p class="govuk-body">{name} has no user name yet. The staff file gives one.</p>
          )}
          {ways && <Do csrf={ctx.csrf} what="code" text="Make a one-time code for a new password" />}
          {ways && (ways.app || ways.passkeys > 0) && (
            <Do csrf={ctx.csrf} what="second" text="Take their second step away" />
          )}
          {data.sessions > 0 && <Do csrf={ctx.csrf} what="out" text="Sign them out everywhere" />}
          <p class="govuk-body">
            <a class="govuk-link" href={`/staff/${data.code}`}>
              Back to {name}
            </a>
          </p>
        </>
      ),
    }
  },
})
