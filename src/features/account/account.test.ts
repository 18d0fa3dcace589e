import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/support/people.ts'
import { setPassword } from '../../store/accounts/accounts.ts'
import { IDLE, setSignIn } from '../../store/accounts/settings.ts'
import { accounts, OTHER, PASSWORD, setCookies } from './test-accounts.ts'

const { app, send, enter, inside, withApp, minutes } = await accounts()

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
