import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { cast } from '../../test/support/people.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf } from '../world.ts'
import { pages, publicPages } from './pages.ts'

const file = givenFile()
let app: App
let worker: Client
beforeAll(async () => {
  app = await appWith(subjectsOf([file]), entriesOf([file]))
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const serverWith = async (settings: Partial<Parameters<typeof buildServer>[3]>) =>
  await buildServer(await houseOf(app.world, false), pages, publicPages, {
    secureCookies: false,
    loopbackOnly: false,
    behindProxy: false,
    ...settings,
  })

describe('every answer', () => {
  test.each([
    ['a page', '/', 'cookie'],
    ['a page for anybody', '/contact', ''],
    ['the sign-in', '/sign-in', ''],
    ['one that is not there', '/nowhere', 'cookie'],
    ['a way to sign in', '/child/x', ''],
    ['an address that can’t be read', '/child/%E0%A4%A', 'cookie'],
    ['an address too long', `/child/${'x'.repeat(400)}`, 'cookie'],
  ])('%s: says what a browser may do with it, and is kept nowhere', async (_, url, signed) => {
    const reply = await app.server.inject({ url, headers: signed ? { cookie: `gt=${worker.token}` } : {} })
    expect(reply.statusCode).toBeLessThan(500)
    const policy = String(reply.headers['content-security-policy'])
    for (const said of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(said)
    expect(policy).not.toContain('unsafe')
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
    expect(reply.headers.server ?? reply.headers['x-powered-by']).toBeUndefined()
  })

  test('no page has a script or a style of its own', async () => {
    for (const path of ['/', `/child/${file.code}`, `/child/${file.code}/record/case-note`, '/contact']) {
      const { html } = await worker.get(path)
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle="|\son\w+="|<style/)
    }
  })
})

describe('over TLS', () => {
  test('cookies have a name that only this host can set, and the browser never comes without TLS again', async () => {
    const server = await serverWith({ secureCookies: true })
    const signedOut = await server.inject({ method: 'POST', url: '/sign-out', payload: '' })
    expect(signedOut.headers['set-cookie']).toMatch(
      /^__Host-gt=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    )
    expect(signedOut.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    const asked = async (cookie: string) =>
      (await server.inject({ url: '/', headers: { cookie } })).statusCode
    expect(await asked(`__Host-gt=${worker.token}`)).toBe(200)
    expect(await asked(`gt=${worker.token}`)).toBe(303)
    await server.close()
  })

  test('without it neither is said', async () =>
    expect((await worker.get('/')).headers['strict-transport-security']).toBeUndefined())
})

describe('who asks', () => {
  test('behind a proxy the address that the proxy added counts, not what stands before it', async () => {
    const server = await serverWith({ behindProxy: true, flood: { address: 2 } })
    const asked = async (before: string, address: string) =>
      (await server.inject({ url: '/sign-in', headers: { 'x-forwarded-for': `${before}, ${address}` } }))
        .statusCode
    expect(await asked('1.1.1.1', '10.0.0.9')).toBe(200)
    expect(await asked('2.2.2.2', '10.0.0.9')).toBe(200)
    expect(await asked('3.3.3.3', '10.0.0.9')).toBe(429)
    expect(await asked('3.3.3.3', '10.0.0.8')).toBe(200)
    await server.close()
  })

  test('too often in one minute is asked to wait, and told how long', async () => {
    const server = await serverWith({ flood: { address: 1 } })
    const asked = () => server.inject({ url: '/contact', remoteAddress: '10.0.0.7' })
    expect((await asked()).statusCode).toBe(200)
    const held = await asked()
    expect([held.statusCode, Number(held.headers['retry-after'])]).toEqual([429, expect.any(Number)])
    expect(held.body).toMatch(/^Very much was asked in one minute\. Wait \d+ seconds/)
    await server.close()
  })

  test.each([
    { host: 'public.example' },
    { host: 'localhost', 'x-forwarded-for': '10.0.0.1' },
    { host: 'localhost', forwarded: 'for=10.0.0.1' },
    { host: 'public.example', 'x-forwarded-host': 'localhost' },
  ])('a demonstration answers nobody but this machine: %o', async headers => {
    for (const behindProxy of [false, true]) {
      const server = await serverWith({ loopbackOnly: true, behindProxy })
      expect((await server.inject({ url: '/sign-in', headers })).statusCode).toBe(403)
      expect((await server.inject({ url: '/sign-in', headers: { host: 'localhost:3000' } })).statusCode).toBe(
        200,
      )
      await server.close()
    }
  })
})

describe('what is sent', () => {
  const form = 'application/x-www-form-urlencoded'
  const post = (payload: string | Buffer, type = form, cookie = `gt=${worker.token}`) =>
    app.server.inject({
      method: 'POST',
      url: `/child/${file.code}/record/case-note`,
      headers: { 'content-type': type, cookie },
      payload,
    })

  test('words beyond any report, or fields beyond any form, are refused before they are looked at', async () => {
    expect((await post(`note=${'x'.repeat(4 * 1024 * 1024)}`)).statusCode).toBe(413)
    expect((await post(Array.from({ length: 5_001 }, (_, i) => `f${i}=`).join('&'))).statusCode).toBe(400)
    expect((await post('a=&'.repeat(5_001))).statusCode).toBe(400)
  })

  test.each(['application/json', 'text/plain', 'application/xml'])('as %s it is no form', async type =>
    expect((await post('{"note":"x"}', type)).statusCode).toBe(415),
  )

  test('names that every object has are names like others', async () => {
    const seen = await post('__proto__=x&constructor=y&hasOwnProperty=z&note=words')
    expect(seen.statusCode).toBe(403)
    expect(Object.prototype).not.toHaveProperty('x')
  })

  test('files of nobody are let go; their words are given back', async () => {
    const part = (head: string, body: string) =>
      `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
    const body = `${part('name="note"', 'Kept words')}${part('name="f"; filename="f.txt"', 'x'.repeat(100_000))}--b--\r\n`
    const seen = await post(body, 'multipart/form-data; boundary=b', '')
    expect(seen.statusCode).toBe(401)
    expect(seen.body).toContain('Kept words')
    expect(seen.body).not.toContain('xxxxxxxx')
  })
})

/** What a server on loopback says to bytes that no client of ours would send. */
async function saidTo(bytes: string): Promise<string> {
  const server = await serverWith({})
  await server.listen({ host: '127.0.0.1', port: 0 })
  const at = server.server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const heard = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', part => {
      text += String(part)
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.write(bytes)
  })
  await server.close()
  return heard
}

test('an address in its absolute form is logged and gone back to as our own', async () => {
  const heard = await saidTo(
    'GET http://elsewhere.example/find?q=x HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n',
  )
  expect(heard.toLowerCase()).toContain('location: /sign-in?then=%2ffind%3fq%3dx\r\n')
})

test('a message that says twice how long it is, is refused', async () => {
  const heard = await saidTo(
    'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  )
  expect(heard).toMatch(/^HTTP\/1\.1 400 /)
})

test('a method that no page has echoes nothing', async () => {
  const heard = await saidTo('TRACE / HTTP/1.1\r\nHost: x\r\nX-Told: echo-me\r\nConnection: close\r\n\r\n')
  expect(heard).toMatch(/^HTTP\/1\.1 (?:303|404|405|501) /)
  expect(heard).not.toContain('echo-me')
})

test('signing out takes what the browser keeps of us away with it', async () => {
  const other = await app.signInAs(cast.colleague)
  const seen = await other.get('/')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(seen.html)?.[1] ?? ''
  const out = await other.raw('/sign-out', { _csrf: csrf })
  expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
  expect((await other.get('/')).status).toBe(303)
})
