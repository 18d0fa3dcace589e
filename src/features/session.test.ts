import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { given, HERE } from '../../test/support/given.ts'
import { idsOf } from '../../test/support/html.ts'
import { cast } from '../../test/support/people.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { setPassword } from '../store/accounts/accounts.ts'
import { append } from '../store/ledger.ts'

const file = givenFile()
const note = `/child/${file.code}/record/case-note`
const typed = { on: 'today', what: 'call', about: 'Rang', note: 'Every word of this', significant: 'no' }
const PASSWORD = 'three small red boats'

let app: App
let worker: Client
beforeAll(async () => {
  app = await appWith(subjectsOf([file]), entriesOf([file]))
  await setPassword(app.store.db, cast.worker.id, 'Amy.Thistle', PASSWORD)
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const notes = async () =>
  await app.store.db.selectFrom('entry').select('id').where('subject', '=', file.subject.id).execute()

describe('a form from elsewhere', () => {
  test.each([
    ['a wrong token', { _csrf: 'made up' }],
    ['no token', { _csrf: '' }],
  ])('%s: nothing is written, and every word is there to be copied', async (_, wrong) => {
    const before = await notes()
    const sent = await worker.post(note, { ...typed, ...wrong })
    expect(sent.status).toBe(403)
    expect(sent.title).toBe('Error: This form is too old – Thimble Council')
    expect(sent.text).toContain('Every word of this')
    expect(await notes()).toEqual(before)
  })

  test.each(['cross-site', 'same-site'])(
    'sent by a page that is %s: refused, though the token be right',
    async site => {
      const before = await notes()
      const sent = await worker.post(note, typed, { headers: { 'sec-fetch-site': site } })
      expect(sent.status).toBe(403)
      expect(await notes()).toEqual(before)
    },
  )

  test('our own page, as a browser says it, is taken', async () =>
    expect((await worker.post(note, typed, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(
      303,
    ))

  test('that was opened before its writer signed in again is sent with one press, as whoever is signed in now', async () => {
    const before = await notes()
    const page = await worker.get(note)
    const again = await app.signInAs(cast.worker)
    const stale = await again.send(page, note, typed)
    expect(stale.status).toBe(403)
    expect(stale.text).toContain('send it as Amy Thistle')
    expect(await notes()).toEqual(before)
    const sent = await again.send(stale, note, {})
    expect(sent.to).toMatch(/\?done=/)
    expect(await notes()).toHaveLength(before.length + 1)
  })

  test('can’t be sent again where another site sent it, with or without a session', async () => {
    for (const who of [worker, app.browser()]) {
      const sent = await who.raw(note, { ...typed, _csrf: 'made up' }, { 'sec-fetch-site': 'cross-site' })
      expect(sent.forms).toEqual([])
      expect(sent.text).toContain('Every word of this')
    }
  })

  test('a form of nobody’s is never sent to another site', async () => {
    const sent = await app.browser().raw('//elsewhere.example/x', { words: 'Every word' })
    expect(sent.forms).toEqual([])
  })

  test('the token of another session is no token', async () => {
    const page = await worker.get(note)
    const colleague = await app.signInAs(cast.colleague)
    expect((await colleague.send(page, note, typed)).status).toBe(403)
  })
})

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

describe('every reply', () => {
  const replies: readonly (readonly [
    string,
    () => Promise<{ headers: Readonly<Record<string, unknown>>; status: number }>,
  ])[] = [
    ['a page', () => worker.get('/')],
    ['sign-in', () => app.browser().get('/sign-in')],
    ['a redirect', () => app.browser().get('/')],
    ['not found', () => worker.get('/no-such-page')],
    ['refused', () => worker.get('/child/nobody/log')],
    ['an asset that is not there', () => worker.get('/assets/none.css')],
    ['health', () => app.browser().get('/health')],
    ['a broken address', () => worker.get('/child/%ZZ')],
    ['a form too large', () => worker.raw(note, { note: 'x'.repeat(31 * 1024 * 1024) })],
    ['a form of an unknown kind', () => worker.raw(note, {}, { 'content-type': 'text/weird' })],
  ]
  test.each(replies)('%s carries the headers that keep it safe', async (_, ask) => {
    const { headers } = await ask()
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('holds no style and no script of its own, as the policy would stop them', async () => {
    for (const path of [
      '/',
      `/child/${file.code}`,
      `/child/${file.code}/chronology`,
      note,
      '/digest',
      '/help',
    ]) {
      const { html } = await worker.get(path)
      expect(html, path).not.toMatch(/<style|\sstyle="|<script(?![^>]*\ssrc=)|\son\w+="/)
    }
  })

  test('what is published is kept by browsers, and nothing else', async () => {
    const { html } = await worker.get('/help')
    const css = html.match(/href="(\/assets\/[^"]+\.css)"/)?.[1] ?? ''
    expect((await worker.get(css)).headers['cache-control']).toContain('immutable')
  })
})

describe('what is not there, and what can’t be read', () => {
  test.each([
    '/no-such-page',
    '/child',
    `/child/${file.code}/entry/none`,
    `/child/${file.code}/record/tea`,
    '/digest/tea',
  ])('%s: not found, in words, with ways on', async path => {
    const seen = await worker.get(path)
    expect(seen.status).toBe(404)
    expect(seen.headings).toContain('This is not here')
    expect(seen.text).toContain('Find a child')
  })

  test.each([
    '/find?q=%00',
    '/find?q=a&q=b',
    '/find?q=%25%25__',
    '/find?q=a&page=1.5',
    '/find?q=a&page=-3',
    '/find?q=a&page=1e99',
    '/?page=0.3',
    '/?page=99999999999999999999',
    '/child/%00',
    `/child/${file.code}/record?only=tea&page=2`,
    `/child/${file.code}/record?only=toString`,
    `/child/${file.code}?known=soon`,
    `/child/${file.code}?known=1/1/2026&at=99:99`,
    `/child/${file.code}/chronology?order=sideways`,
    '/digest?on=soon&team=None&split=tea',
  ])('%s is answered without a fault', async path => {
    const { status, text } = await worker.get(path)
    expect([200, 303, 404], text).toContain(status)
  })

  test.each([
    ['a broken address', () => worker.get('/child/%ZZ'), 400, 'The address or the form is not whole'],
    ['too large', () => worker.raw(note, { note: 'x'.repeat(31 * 1024 * 1024) }), 413, 'The most is 30 MB'],
    [
      'an unknown kind',
      () => worker.raw(note, {}, { 'content-type': 'text/weird' }),
      415,
      'Open the page again',
    ],
  ] as const)('%s: says what to do', async (_, ask, status, say) => {
    const seen = await ask()
    expect(seen.status).toBe(status)
    expect(seen.text).toContain(say)
  })

  test('sending to a page that takes no forms', async () => {
    const page = await worker.get('/help')
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    expect((await worker.raw('/help', { _csrf: token })).status).toBe(404)
  })
})

test('a clock that stands does not keep a session for ever', async () => {
  const me = await app.signInAs(cast.nights)
  const rows = await app.store.db.selectFrom('session').select(['started', 'expires']).execute()
  for (const r of rows) expect(Date.parse(r.expires) - Date.parse(r.started as Instant)).toBe(12 * 3_600_000)
  expect(me.token.length).toBeGreaterThan(40)
})
