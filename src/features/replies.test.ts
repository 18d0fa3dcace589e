import { describe, expect, test } from 'vitest'
import { cast } from '../../test/support/people.ts'
import { file, note, signedIn, typed } from './test-session.ts'

const { app, worker, notes } = await signedIn()

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
