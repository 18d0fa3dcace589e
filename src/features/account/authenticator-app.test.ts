import { describe, expect, test } from 'vitest'
import { IDLE, setSignIn } from '../../store/accounts/settings.ts'
import { newTotpKey, stepAt, totpAt } from '../../store/accounts/totp.ts'
import { accounts, setCookies } from './test-accounts.ts'

const { app, send, enter, inside, settingUp, withApp, step, minutes } = await accounts()

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
    const { me, page, code } = await settingUp()
    const sent = await me.send(page, '/account/app', { code: code(), current: 'a guess' })
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
