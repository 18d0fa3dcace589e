import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/support/people.ts'
import { setPassword } from '../../store/accounts/accounts.ts'
import { FREE } from '../../store/accounts/waits.ts'
import { accounts, PASSWORD } from './test-accounts.ts'

const { app, enter, logged, minutes } = await accounts()

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
