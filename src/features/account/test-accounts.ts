import { afterAll, beforeEach, expect } from 'vitest'
import { appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { HERE } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { setPassword } from '../../store/accounts/accounts.ts'
import { stepAt, totpAt } from '../../store/accounts/totp.ts'

// An account of a worker, made anew for each test, and what somebody does at the way in.

export const PASSWORD = 'three small red boats'
export const OTHER = 'kettle umbrella seven'

/** The cookies that a reply sets. */
export const setCookies = (seen: Seen): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [seen.headers['set-cookie']].flat().flatMap(c => {
      const [, name, value] = /^(\w+)=([^;]*)/.exec(String(c)) ?? []
      return name ? [[name, value ?? '']] : []
    }),
  )

interface At {
  readonly from?: string
  readonly cookie?: string
}

/** A product in which the worker has just been given a password. */
export async function accounts() {
  const app = await appWith()
  afterAll(async () => await app.close())
  beforeEach(async () => {
    app.at(HERE)
    for (const table of [
      'sign_in_wait',
      'known_device',
      'recovery_code',
      'one_time_code',
      'session',
    ] as const)
      await app.store.db.deleteFrom(table).execute()
    await app.store.db.deleteFrom('account').execute()
    await setPassword(app.store.db, cast.worker.id, 'Amy.Thistle', PASSWORD)
  })

  /** Sends fields from an address, with cookies, as the browser of somebody there. */
  async function send(
    path: string,
    fields: Record<string, string>,
    { from = '10.0.0.1', cookie = '' }: At = {},
  ) {
    const reply = await app.server.inject({
      method: 'POST',
      url: path,
      remoteAddress: from,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      payload: new URLSearchParams(fields).toString(),
    })
    const cookies = Object.fromEntries(reply.cookies.map(c => [c.name, c.value]))
    return { status: reply.statusCode, to: reply.headers.location, text: reply.body, cookies }
  }

  const enter = (password = PASSWORD, at: At = {}, username = 'amy.thistle') =>
    send('/sign-in', { username, password }, at)
  const inside = async (): Promise<Client> => app.browser((await enter()).cookies.gt)
  const logged = async () =>
    (
      await app.store.db
        .selectFrom('access_log')
        .select(['viewer', 'because', 'allowed', 'detail'])
        .where('action', '=', 'sign-in')
        .orderBy('id')
        .execute()
    ).map(l => l.because)

  /** Somebody before the page that sets an app up, and what the app would say. */
  async function settingUp() {
    const me = await inside()
    const page = await me.get('/account/app')
    const { totp_begun } = await app.store.db
      .selectFrom('account')
      .select('totp_begun')
      .executeTakeFirstOrThrow()
    const key = totp_begun ?? ''
    return { me, page, key, code: () => totpAt(key, stepAt(app.now())) }
  }
  /** Somebody whose account has an app, and its key. */
  async function withApp() {
    const { me, page, key, code } = await settingUp()
    const shown = await me.send(page, '/account/app', { code: code(), current: PASSWORD })
    const codes = [...shown.html.matchAll(/<li class="gt-code">([^<]+)</g)].map(([, c]) => c ?? '')
    return { me, page, shown, key, code, codes }
  }
  /** The password is right, and a code is asked for. */
  const step = async () => {
    const first = await enter()
    expect([first.status, first.to, first.cookies.gt]).toEqual([303, '/sign-in/second?then=%2F', undefined])
    return (code: string) => send('/sign-in/second', { code }, { cookie: `gt_step=${first.cookies.gt_step}` })
  }
  const minutes = (n: number) => app.at(new Date(Date.parse(app.now()) + n * 60_000).toISOString())

  return { app, send, enter, inside, logged, settingUp, withApp, step, minutes }
}
