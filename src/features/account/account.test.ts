import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { HERE } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { setPassword } from '../../store/accounts/accounts.ts'
import { IDLE, setSignIn } from '../../store/accounts/settings.ts'
import { newTotpKey, stepAt, totpAt } from '../../store/accounts/totp.ts'
import { FREE } from '../../store/accounts/waits.ts'

const PASSWORD = 'three small red boats'
const OTHER = 'kettle umbrella seven'

let app: App
beforeAll(async () => {
  app = await appWith()
})
afterAll(async () => await app.close())
beforeEach(async () => {
  app.at(HERE)
  for (const table of ['sign_in_wait', 'known_device', 'recovery_code', 'one_time_code', 'session'] as const)
    await app.store.db.deleteFrom(table).execute()
  await app.store.db.deleteFrom('account').execute()
  await setPassword(app.store.db, cast.worker.id, 'Amy.Thistle', PASSWORD)
})

const setCookies = (seen: Seen): Readonly<Record<string, string>> =>
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

/** Somebody whose account has an app, and its key. */
async function withApp() {
  const me = await inside()
  const page = await me.get('/account/app')
  const { totp_begun } = await app.store.db
    .selectFrom('account')
    .select('totp_begun')
    .executeTakeFirstOrThrow()
  const key = totp_begun ?? ''
  const code = () => totpAt(key, stepAt(app.now()))
  const shown = await me.send(page, '/account/app', { code: code(), current: PASSWORD })
  const codes = [...shown.html.matchAll(/<li class="gt-code">([^<]+)</g)].map(([, c]) => c ?? '')
  return { me, page, shown, key, code, codes }
}
const step = async () => {
  const first = await enter()
  expect([first.status, first.to, first.cookies.gt]).toEqual([303, '/sign-in/second?then=%2F', undefined])
  return (code: string) => send('/sign-in/second', { code }, { cookie: `gt_step=${first.cookies.gt_step}` })
}
const minutes = (n: number) => app.at(new Date(Date.parse(app.now()) + n * 60_000).toISOString())

describe('wrong passwords', () => {
  test('make their sender wait, longer each time; the owner elsewhere comes in at once, and is told', async () => {
    for (let i = 0; i < 5; i += 1) expect((await enter(`guess ${i}`, { from: '10.9.9.9' })).status).toBe(422)
    const waits = await enter(PASSWORD, { from: '10.9.9.9' })
    expect(waits.text).toContain('too many wrong tries from where you are')
    const owner = await enter(PASSWORD, { from: '10.0.0.2' })
    expect(owner.status).toBe(303)
    const me = app.browser(owner.cookies.gt)
    expect((await me.get('/help')).text).toContain('There were 6 wrong tries to sign in as you')
    const account = await me.get('/account')
    expect(account.text).toContain('6 wrong tries to sign in as you')
    await me.send(account, '/account', { end: 'told' })
    expect((await me.get('/help')).text).not.toContain('wrong tries')
    expect((await me.get('/account')).text).not.toContain('wrong tr')
    minutes(0.6)
    expect((await enter('guess 6', { from: '10.9.9.9' })).text).toContain('do not belong together')
    minutes(0.6)
    expect((await enter('guess 7', { from: '10.9.9.9' })).text).toContain('too many wrong tries')
  })

  test('at a known device never keep its owner out, though the address waits', async () => {
    const { cookies } = await enter()
    for (let i = 0; i < 6; i += 1) await enter(`guess ${i}`)
    expect((await enter()).status).toBe(422)
    expect((await enter(PASSWORD, { cookie: `gt_device=${cookies.gt_device}` })).status).toBe(303)
  })

  test('ten at a known device: it is known no more', async () => {
    const { cookies } = await enter()
    const cookie = `gt_device=${cookies.gt_device}`
    for (let i = 0; i < 10; i += 1)
      expect((await enter(`guess ${i}`, { cookie })).text).toContain('do not belong')
    for (let i = 0; i < 5; i += 1) await enter(`guess ${i}`, { cookie })
    expect((await enter(PASSWORD, { cookie })).text).toContain('too many wrong tries')
  })

  test('a device cookie of another account, or made up, is that of a stranger', async () => {
    await setPassword(app.store.db, cast.colleague.id, 'bo', PASSWORD)
    const { cookies } = await enter(PASSWORD, {}, 'bo')
    for (const cookie of [`gt_device=${cookies.gt_device}`, 'gt_device=made-up']) {
      for (let i = 0; i < 6; i += 1) await enter(`guess ${i}`, { cookie })
      expect((await enter(PASSWORD, { cookie })).text).toContain('too many wrong tries')
    }
  })

  const addressTries = (wrong: number) =>
    app.store.db.updateTable('sign_in_wait').set({ wrong }).where('key', 'like', 'address %').execute()

  test('at many names from one address make the address wait, and no other', async () => {
    await enter('guess', { from: '10.8.8.8' }, 'name')
    await addressTries(FREE.address - 1)
    expect((await enter('guess', { from: '10.8.8.8' }, 'another')).text).toContain('do not belong together')
    expect((await enter(PASSWORD, { from: '10.8.8.8' })).text).toContain('too many wrong tries')
    expect((await enter(PASSWORD, { from: '10.8.8.7' })).status).toBe(303)
  })

  test('sent all at once count as many', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, (_, i) => enter(`guess ${i}`)))
    expect(sent.filter(s => s.text.includes('do not belong together'))).toHaveLength(5)
  })

  test('right ones cost an office nothing', async () => {
    await enter('guess')
    await addressTries(FREE.address - 1)
    for (let i = 0; i < 3; i += 1) expect((await enter()).status).toBe(303)
  })

  test('every try is on the log, without a word of what was typed', async () => {
    await enter('a secret that is wrong')
    await enter('a secret', {}, 'somebody’s password in the wrong box')
    await enter()
    expect((await logged()).slice(-4)).toEqual([
      'The password is wrong',
      'The user name is not known',
      'The password is right',
      'Signed in: password, A browser',
    ])
    const rows = JSON.stringify(await app.store.db.selectFrom('access_log').selectAll().execute())
    expect(rows).not.toMatch(/secret that|wrong box|three small/)
  })
})

describe('one’s own password', () => {
  test('is changed with the one there is: others are signed out, and the session has another token', async () => {
    const [me, other] = [await inside(), await inside()]
    const sent = await me.post('/account/password', { current: PASSWORD, password: OTHER })
    expect(sent.to).toBe('/account?done=password')
    const { gt } = setCookies(sent)
    expect(gt).not.toBe(me.token)
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
    expect((await other.get('/help')).to).toMatch(/^\/sign-in/)
    expect((await app.browser(gt).get('/help')).status).toBe(200)
    expect([(await enter()).status, (await enter(OTHER)).status]).toEqual([422, 303])
  })

  test.each([
    ['not the one there is', { current: 'wrong', password: OTHER }, 'current', /not your password/],
    ['too short', { current: PASSWORD, password: 'short' }, 'password', /12 letters or more/],
    [
      'one that is guessed',
      { current: PASSWORD, password: 'amy.thistle2026' },
      'password',
      /first that would be/,
    ],
    ['the same again', { current: PASSWORD, password: PASSWORD }, 'password', /the password you have/],
  ])('%s is refused beside its question, and stands in no page', async (_, fields, name, say) => {
    const me = await inside()
    const sent = await me.post('/account/password', fields)
    expect(sent.status).toBe(422)
    expect(sent.problems[0]).toMatchObject({ href: `#${name}`, text: expect.stringMatching(say) })
    expect(sent.html).not.toContain(fields.password)
  })

  test('that another chose is changed before anything else', async () => {
    await setPassword(app.store.db, cast.worker.id, 'amy.thistle', PASSWORD, true)
    const me = await inside()
    expect((await me.get('/')).to).toBe('/account/password')
    const { _csrf } =
      (await me.get('/account/password')).forms.find(f => f.names.has('current'))?.fields ?? {}
    const sent = await me.raw('/new-child', { _csrf: _csrf ?? '', about: 'Every word of this' })
    expect([sent.status, sent.text.includes('Every word of this')]).toEqual([403, true])
    const changed = await me.post('/account/password', { current: PASSWORD, password: OTHER })
    expect((await app.browser(setCookies(changed).gt).get('/')).status).toBe(200)
  })

  test('kept by scrypt is made anew at the next sign-in', async () => {
    const { scryptSync } = await import('node:crypto')
    const salt = Buffer.from('0123456789abcdef')
    const hash = scryptSync(PASSWORD, salt, 32, { N: 32768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
    const password = `${salt.toString('base64')}$${hash.toString('base64')}`
    await app.store.db.updateTable('account').set({ password }).execute()
    expect((await enter()).status).toBe(303)
    const kept = await app.store.db.selectFrom('account').select('password').executeTakeFirstOrThrow()
    expect(kept.password).toMatch(/^\$argon2id/)
    expect((await enter()).status).toBe(303)
  })
})

describe('an authenticator app', () => {
  test('is set up with a picture, the key, its code and the password; and codes are shown once', async () => {
    const { page, shown, codes, key, me } = await withApp()
    expect(page.html).toContain('<svg class="gt-qr"')
    expect(page.html).toContain(key.match(/.{4}/g)?.join(' '))
    expect(shown.text).toContain('shown this once')
    expect(new Set(codes).size).toBe(10)
    const kept = JSON.stringify(await app.store.db.selectFrom('recovery_code').selectAll().execute())
    expect(codes.some(c => kept.includes(c))).toBe(false)
    const again = await app.browser(setCookies(shown).gt).get('/account')
    expect(again.text).toContain('10 left')
    expect(again.html).not.toContain(key)
    expect((await me.get('/account')).to).toMatch(/^\/sign-in/)
  })

  test('is asked for after the password; its code opens once', async () => {
    const { code } = await withApp()
    expect((await (await step())(code())).text).toContain('was used before')
    minutes(1)
    const second = await step()
    expect((await second('000000')).status).toBe(422)
    const right = await second(code())
    expect([right.status, right.to]).toEqual([303, '/'])
    expect((await app.browser(right.cookies.gt).get('/')).status).toBe(200)
    // The step is over, and the code is used up, though its half minute still runs.
    expect((await second(code())).text).toContain('took too long, or was done already')
    expect((await (await step())(code())).status).toBe(422)
  })

  test('five wrong codes, or ten minutes: the password is asked for again', async () => {
    const { code } = await withApp()
    minutes(1)
    const second = await step()
    for (let i = 0; i < 5; i += 1) expect((await second(`00000${i}`)).text).toContain('not right')
    expect((await second(code())).text).toContain('Sign in again')
    const late = await step()
    minutes(11)
    expect((await late(code())).text).toContain('Sign in again')
  })

  test('a recovery code opens in its place, once', async () => {
    const { codes } = await withApp()
    expect((await (await step())((codes[3] ?? '').toLowerCase())).status).toBe(303)
    expect((await (await step())(codes[3] ?? '')).status).toBe(422)
    expect((await (await step())(codes[4] ?? '')).status).toBe(303)
  })

  test('the second step can’t be opened without the first', async () => {
    const key = newTotpKey()
    await app.store.db.updateTable('account').set({ totp: key }).execute()
    const sent = await send(
      '/sign-in/second',
      { code: totpAt(key, stepAt(app.now())) },
      { cookie: 'gt_step=made-up' },
    )
    expect([sent.status, sent.cookies.gt]).toEqual([422, undefined])
  })

  test('is not set up by whoever finds a screen open', async () => {
    const me = await inside()
    const page = await me.get('/account/app')
    const { totp_begun } = await app.store.db
      .selectFrom('account')
      .select('totp_begun')
      .executeTakeFirstOrThrow()
    const sent = await me.send(page, '/account/app', {
      code: totpAt(totp_begun ?? '', stepAt(app.now())),
      current: 'a guess',
    })
    expect(sent.problems[0]?.href).toBe('#current')
    expect((await enter()).to).toBe('/')
  })

  test('is asked of the roles that need one, before anything else', async () => {
    await setSignIn(app.store.db, { secondStep: ['social-worker'], idle: IDLE })
    const me = await inside()
    expect((await me.get('/')).to).toBe('/account')
    expect((await me.get('/account')).text).toContain('Your role needs a second step')
    await setSignIn(app.store.db, { secondStep: ['director'], idle: IDLE })
    expect((await me.get('/')).status).toBe(200)
    await setSignIn(app.store.db, { secondStep: [], idle: IDLE })
  })
})

describe('a one-time code', () => {
  const made = async () => {
    const director = await app.signInAs(cast.director)
    const sent = await director.post('/staff/W0/sign-in', { do: 'code' })
    return /<p class="govuk-body gt-code">([^<]+)</.exec(sent.html)?.[1] ?? ''
  }
  const use = (code: string, password = OTHER) =>
    send('/sign-in/code', { username: 'amy.thistle', code, password })

  test('is made by a director, ends every session, and sets a new password once', async () => {
    const me = await inside()
    const code = await made()
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
    expect((await enter()).status).toBe(422)
    expect((await use(code, 'short')).text).toContain('12 letters or more')
    expect((await use('AAAA-AAAA-AAAA-AAAA')).text).toContain('the code has run out')
    expect((await use(code)).status).toBe(303)
    expect((await use(code)).status).toBe(422)
    expect((await enter(OTHER)).status).toBe(303)
  })

  test('runs out after a day', async () => {
    const code = await made()
    minutes(24 * 60 + 1)
    expect((await use(code)).status).toBe(422)
  })

  test.each([cast.manager, cast.worker, cast.member])('is not made by others: %o', async who => {
    const one = await app.signInAs(who)
    expect((await one.get('/staff/W0/sign-in')).status).toBe(403)
  })

  test('does not take the place of the second step; that is taken away apart', async () => {
    await withApp()
    const first = await use(await made())
    expect(first.to).toMatch(/^\/sign-in\/second/)
    const director = await app.signInAs(cast.director)
    await director.post('/staff/W0/sign-in', { do: 'second' })
    expect((await enter(OTHER)).to).toBe('/')
  })
})

describe('sessions', () => {
  test('are listed, and ended one by one or all but this', async () => {
    const [me, phone, third] = [await inside(), await inside(), await inside()]
    const list = await me.get('/account')
    expect(list.text).toContain('(this one)')
    expect(list.text).toContain('10.0.0.…')
    const ends = list.forms.flatMap(f => (f.fields.end && f.fields.end !== 'others' ? [f.fields.end] : []))
    expect(ends).toHaveLength(2)
    const token = list.forms.find(f => f.fields.end)?.fields._csrf ?? ''
    await me.raw('/account', { _csrf: token, end: String(ends[0]) })
    const alive = await Promise.all([me, phone, third].map(async c => (await c.get('/help')).status))
    expect(alive.toSorted()).toEqual([200, 200, 303])
    await me.raw('/account', { _csrf: token, end: 'others' })
    const left = await Promise.all([me, phone, third].map(async c => (await c.get('/help')).status))
    expect(left).toEqual([200, 303, 303])
  })

  test('of others can’t be ended by their number', async () => {
    const me = await inside()
    const colleague = await app.signInAs(cast.colleague)
    const theirs = await app.store.db
      .selectFrom('session')
      .select('id')
      .where('worker', '=', cast.colleague.id)
      .executeTakeFirstOrThrow()
    const token = (await me.get('/account')).html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    for (const end of [theirs.id, 'x', '']) await me.raw('/account', { _csrf: token, end })
    expect((await colleague.get('/help')).status).toBe(200)
  })

  test('of somebody are ended by a director', async () => {
    const me = await inside()
    const director = await app.signInAs(cast.director)
    await director.post('/staff/W0/sign-in', { do: 'out' })
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
  })

  test('begin anew at each sign-in: a token that was planted is of no use', async () => {
    const first = await enter()
    const again = await enter(PASSWORD, {
      cookie: `gt=${first.cookies.gt}; gt_device=${first.cookies.gt_device}`,
    })
    expect(again.cookies.gt).not.toBe(first.cookies.gt)
    expect(again.cookies.gt_device).not.toBe(first.cookies.gt_device)
    expect((await app.browser(first.cookies.gt).get('/help')).to).toMatch(/^\/sign-in/)
    expect((await app.browser('planted').get('/help')).to).toMatch(/^\/sign-in/)
  })

  test('last twelve hours of time, whatever the clocks on the wall do', async () => {
    app.at('2026-03-28T20:00:00.000Z')
    const me = await inside()
    await setSignIn(app.store.db, { secondStep: [], idle: 720 })
    app.at('2026-03-29T07:59:00.000Z')
    expect((await me.get('/help')).status).toBe(200)
    app.at('2026-03-29T08:00:01.000Z')
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
    await setSignIn(app.store.db, { secondStep: [], idle: IDLE })
  })

  test('every page says after how long without a request they end, to the script that warns', async () => {
    const { html } = await (await inside()).get('/help')
    expect(html).toContain(`data-idle="${IDLE}"`)
    expect((await app.browser().get('/sign-in')).html).not.toContain('data-idle')
  })
})
