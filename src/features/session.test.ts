import { describe, expect, test } from 'vitest'
import { given, HERE } from '../../test/support/given.ts'
import { idsOf } from '../../test/support/html.ts'
import { cast } from '../../test/support/people.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { append } from '../store/ledger.ts'
import { file, note, PASSWORD, signedIn, typed } from './test-session.ts'

const { app } = await signedIn()

describe('signing in', () => {
  const attempt = (fields: Record<string, string>) => app.browser().post('/sign-in', fields)
  const cookieOf = (headers: Readonly<Record<string, unknown>>) => String(headers['set-cookie'])

  test('with the right password lets in, whatever the letters of the name, and leads back', async () => {
    const start = await app.browser().get(`/child/${file.code}?known=1/3/2026`)
    expect(start.to).toBe(`/sign-in?then=${encodeURIComponent(`/child/${file.code}?known=1/3/2026`)}`)
    const sent = await app.browser().post(start.to ?? '', { username: ' AMY.thistle ', password: PASSWORD })
    expect([sent.status, sent.to]).toEqual([303, `/child/${file.code}?known=1/3/2026`])
    const cookie = cookieOf(sent.headers)
    expect(cookie).toMatch(/^gt=[\w-]{40,}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax,gt_device=/)
    const inside = app.browser(/gt=([\w-]+)/.exec(cookie)?.[1])
    expect((await inside.follow(sent)).status).toBe(200)
  })

  test.each([
    { username: 'Amy.Thistle', password: 'wrong' },
    { username: 'nobody', password: PASSWORD },
    { username: '', password: '' },
  ])('%o: says only that the two do not belong together', async fields => {
    const sent = await attempt(fields)
    expect(sent.status).toBe(422)
    expect(sent.problems).toEqual([
      {
        href: '#username',
        text: 'That user name and password do not belong together. Check both and try again.',
      },
    ])
    expect(idsOf(sent.html).has('username')).toBe(true)
    expect(sent.headers['set-cookie']).toBeUndefined()
    expect(sent.html).not.toContain(PASSWORD)
  })

  test('nobody gets in by a name alone, outside a demonstration', async () =>
    expect((await app.browser().raw('/sign-in', { person: cast.director.id })).status).toBe(422))

  test.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    'javascript:alert(1)',
    'child',
  ])('never leads to another site: %j', async then => {
    const sent = await app.browser().raw('/sign-in', { username: 'amy.thistle', password: PASSWORD, then })
    expect([sent.status, sent.to]).toEqual([303, '/'])
    expect((await app.browser().get(`/sign-in?then=${encodeURIComponent(then)}`)).forms[0]?.fields.then).toBe(
      '/',
    )
  })

  test('is not done by another site', async () => {
    const fields = { username: 'amy.thistle', password: PASSWORD }
    const sent = await app.browser().raw('/sign-in', fields, { 'sec-fetch-site': 'cross-site' })
    expect([sent.status, sent.headers['set-cookie']]).toEqual([403, undefined])
  })
})

describe('the end of a session', () => {
  test('comes after an hour without a request, and not while it is used', async () => {
    const me = await app.signInAs(cast.worker)
    for (const at of ['12:59', '13:58', '14:57']) {
      app.at(`2026-03-10T${at}:00.000Z`)
      expect((await me.get('/help')).status, at).toBe(200)
    }
    app.at('2026-03-10T15:57:01.000Z')
    expect((await me.get('/help')).to).toBe('/sign-in?then=%2Fhelp')
    app.at(HERE)
  })

  test('comes after twelve hours, used or not: the page asks to sign in, and leads back', async () => {
    const me = await app.signInAs(cast.worker)
    const page = await me.get(note)
    for (let hour = 12; hour < 24; hour += 1) {
      app.at(`2026-03-10T${hour}:59:00.000Z`)
      expect((await me.get(note)).status).toBe(200)
    }
    app.at('2026-03-11T00:00:01.000Z')
    expect((await me.get(note)).to).toBe(`/sign-in?then=${encodeURIComponent(note)}`)
    const sent = await me.send(page, note, typed)
    app.at(HERE)
    const back = await app.signInAs(cast.worker)
    const stale = await back.send(sent, note, {})
    expect(stale.forms[0]?.fields).toMatchObject(typed)
    expect((await back.send(stale, note, {})).to).toMatch(/\?done=/)
    expect(sent.status).toBe(401)
    expect(sent.text).toContain('You were signed out before this was sent')
    expect(sent.text).toContain('Every word of this')
    expect(sent.html).toContain(`/sign-in?then=${encodeURIComponent(note)}`)
  })

  test('comes when its owner signs out, and not when another site says so', async () => {
    const me = await app.signInAs(cast.worker)
    const page = await me.get('/help')
    await me.raw('/sign-out', { _csrf: 'made up' })
    expect((await me.get('/help')).status).toBe(200)
    const out = await me.raw('/sign-out', {
      _csrf: page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '',
    })
    expect(out.to).toBe('/sign-in')
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
  })

  test('comes when they no longer work here', async () => {
    const me = await app.signInAs(cast.otherManager)
    expect((await me.get('/help')).status).toBe(200)
    const { id, name, role } = cast.otherManager
    const left = given(id, 'staff-details', { from: '2026-03-10', name, role, working: false })
    await app.store.db.transaction().execute(tx => append(tx, { id, kind: 'worker', code: 'W4' }, [left]))
    expect((await me.get('/help')).to).toMatch(/^\/sign-in/)
  })

  test('a made-up cookie is nobody', async () =>
    expect((await app.browser('made-up').get('/')).to).toBe('/sign-in?then=%2F'))
})

test('a clock that stands does not keep a session for ever', async () => {
  const me = await app.signInAs(cast.nights)
  const rows = await app.store.db.selectFrom('session').select(['started', 'expires']).execute()
  for (const r of rows) expect(Date.parse(r.expires) - Date.parse(r.started as Instant)).toBe(12 * 3_600_000)
  expect(me.token.length).toBeGreaterThan(40)
})
