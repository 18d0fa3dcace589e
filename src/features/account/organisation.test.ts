import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { listen } from '../../../test/support/listen.ts'
import { cast } from '../../../test/support/people.ts'

// The council's own sign-in: once against a provider that others wrote and had certified, and once against one that lies.

const CLIENT = 'golden-thread'
const SECRET = 'a secret between the two of them, long enough'
const BASE = 'http://localhost:3999'

const closing: Server[] = []
const serving = async (make: (address: string) => Parameters<typeof createServer>[1]) => {
  let handle: Parameters<typeof createServer>[1]
  const server = createServer((request, reply) => handle?.(request, reply))
  const address = await listen(server)
  closing.push(server)
  handle = make(address)
  return address
}

const reports: string[] = []
const appAt = async (issuer: string, claim: 'email' | 'preferred_username' = 'email'): Promise<App> => {
  const app = await appWith([], [], undefined, {
    signIn: {
      address: new URL(BASE),
      provider: {
        issuer: new URL(issuer),
        clientId: CLIENT,
        clientSecret: SECRET,
        name: 'Thimble account',
        claim,
        report: why => void reports.push(why),
      },
    },
  })
  apps.push(app)
  return app
}
const apps: App[] = []
afterAll(async () => {
  for (const app of apps) await app.close()
  for (const server of closing) {
    server.closeAllConnections()
    server.close()
  }
})

const declare = async (app: App, worker: string, email: string) => {
  await app.store.db.deleteFrom('account').execute()
  const username = email.split('@')[0] ?? ''
  await app.store.db.insertInto('account').values({ worker, username, email, password: null }).execute()
}

/** Goes from our sign-in to the provider. */
async function start(app: App, then = '/help') {
  const sent = await app.server.inject({ url: `/sign-in/organisation?then=${encodeURIComponent(then)}` })
  const step = sent.cookies.find(c => c.name === 'gt_step')?.value ?? ''
  return { to: new URL(String(sent.headers.location)), step }
}

/** Comes back from the provider, with what it sent. */
async function back(app: App, query: string, step: string) {
  const sent = await app.server.inject({
    url: `/sign-in/organisation/back?${query}`,
    headers: { cookie: `gt_step=${step}` },
  })
  return {
    status: sent.statusCode,
    to: sent.headers.location,
    text: sent.body,
    gt: sent.cookies.find(c => c.name === 'gt')?.value,
  }
}

describe('with a certified provider', () => {
  let app: App
  let issuer: string
  const heard: number[] = []
  beforeAll(async () => {
    // Where the provider reaches us by itself: what it sends goes to the product as it came.
    const ear = await serving(() => async (request, reply) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const sent = await app.server.inject({
        method: 'POST',
        url: request.url ?? '',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        payload: Buffer.concat(chunks),
      })
      heard.push(sent.statusCode)
      reply.writeHead(sent.statusCode).end(sent.body)
    })
    issuer = await serving(address =>
      new Provider(address, {
        clients: [
          {
            client_id: CLIENT,
            client_secret: SECRET,
            redirect_uris: [`${BASE}/sign-in/organisation/back`],
            post_logout_redirect_uris: [`${BASE}/sign-in`],
            backchannel_logout_uri: `${ear}/sign-in/organisation/ended`,
            backchannel_logout_session_required: true,
          },
        ],
        features: { backchannelLogout: { enabled: true } },
        // It tells nobody on its own machine, where we are in this test.
        fetch: (to: URL, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) =>
          fetch(to, options),
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        conformIdTokenClaims: false,
        pkce: { required: () => true },
        findAccount: (_: unknown, id: string) => ({
          accountId: id,
          claims: () => ({ sub: id, email: `${id}@thimble.example`, email_verified: true, name: id }),
        }),
      }).callback(),
    )
    app = await appAt(issuer)
  })

  /** Signs in at the provider, as a browser would go through its pages. */
  async function signInThere(to: URL, login: string, jar = new Map<string, string>()): Promise<URL> {
    let at = to
    let body: URLSearchParams | undefined
    for (let i = 0; i < 15; i += 1) {
      const reply = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
        ...(body ? { method: 'POST', body } : {}),
      })
      body = undefined
      for (const c of reply.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(c) ?? []
        jar.set(name, value)
      }
      const on = reply.headers.get('location')
      if (on) {
        at = new URL(on, at)
        if (at.origin === BASE) return at
        continue
      }
      const html = await reply.text()
      const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
      if (!action) throw new Error(`The provider showed no form: ${html.slice(0, 300)}`)
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? ''
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1]
      at = new URL(action, at)
      body = xsrf
        ? new URLSearchParams({ xsrf, logout: 'yes' })
        : new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) })
    }
    throw new Error('The provider went round and round.')
  }

  test('whoever the staff file declares comes in, and goes on to where they were', async () => {
    await declare(app, cast.worker.id, 'amy@thimble.example')
    expect((await app.browser().get('/sign-in')).text).toContain('Sign in with Thimble account')
    const { to, step } = await start(app, '/account')
    expect(to.origin).toBe(new URL(issuer).origin)
    expect(to.searchParams.get('code_challenge_method')).toBe('S256')
    const came = await signInThere(to, 'amy')
    const inside = await back(app, came.searchParams.toString(), step)
    expect([inside.status, inside.to], reports.join()).toEqual([303, '/account'])
    const page = await app.browser(inside.gt).get('/account')
    expect(page.text).toContain('You sign in with your work account')
    // The same answer again, with the same cookie: the step is over.
    expect((await back(app, came.searchParams.toString(), step)).status).toBe(422)
  })

  test('their subject is linked: another with the same address, or an unknown one, does not come in', async () => {
    await declare(app, cast.worker.id, 'amy@thimble.example')
    const first = await start(app)
    await back(app, (await signInThere(first.to, 'amy')).searchParams.toString(), first.step)
    const { issuer_subject } = await app.store.db
      .selectFrom('account')
      .select('issuer_subject')
      .executeTakeFirstOrThrow()
    expect(issuer_subject).toBe('amy')
    await app.store.db.updateTable('account').set({ issuer_subject: 'another' }).execute()
    const second = await start(app)
    const sent = await back(app, (await signInThere(second.to, 'amy')).searchParams.toString(), second.step)
    expect([sent.status, sent.gt]).toEqual([422, undefined])
    expect(sent.text).toContain('no account for you here yet')
    const third = await start(app)
    expect(
      (await back(app, (await signInThere(third.to, 'nobody')).searchParams.toString(), third.step)).gt,
    ).toBeUndefined()
  })

  test('signing out here leads to signing out there', async () => {
    const me = await app.signInAs(cast.worker)
    const token = (await me.get('/help')).html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    const out = await me.raw('/sign-out', { _csrf: token })
    expect(out.to).toBe('/sign-in?out=1')
    expect((await app.browser().get('/sign-in?out=1')).text).toContain('sign out of that too')
    const there = new URL((await app.browser().get('/sign-in/organisation/out')).to ?? '')
    expect(there.origin).toBe(new URL(issuer).origin)
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${BASE}/sign-in`)
    expect((await fetch(there)).status).toBe(200)
  })

  test('signing out there ends the sessions here that came from there, and no others', async () => {
    await declare(app, cast.worker.id, 'amy@thimble.example')
    const enter = async (jar: Map<string, string>) => {
      const { to, step } = await start(app)
      const came = await signInThere(to, 'amy', jar)
      return app.browser((await back(app, came.searchParams.toString(), step)).gt)
    }
    const [office, home] = [new Map<string, string>(), new Map<string, string>()]
    const [first, second, elsewhere] = [await enter(office), await enter(office), await enter(home)]
    const byPassword = await app.signInAs(cast.worker)
    const open = async () =>
      await Promise.all(
        [first, second, elsewhere, byPassword].map(async c => (await c.get('/help')).to === undefined),
      )
    expect(await open()).toEqual([true, true, true, true])
    const out = new URL((await app.browser().get('/sign-in/organisation/out')).to ?? '')
    expect((await signInThere(out, 'amy', office)).pathname).toBe('/sign-in')
    expect([heard, reports.join()]).toEqual([[200], ''])
    expect(await open()).toEqual([false, false, true, true])
    const [line] = await app.store.db
      .selectFrom('access_log')
      .select(['viewer', 'because'])
      .orderBy('id', 'desc')
      .where('action', '=', 'sign-in')
      .limit(1)
      .execute()
    expect(line).toEqual({
      viewer: cast.worker.id,
      because: 'Signed out of the organisation: 2 sessions ended here',
    })
  })

  test('the browser that comes back must be the one that went', async () => {
    const one = await start(app)
    const other = await start(app)
    const came = await signInThere(one.to, 'amy')
    expect((await back(app, came.searchParams.toString(), other.step)).gt).toBeUndefined()
    expect((await back(app, came.searchParams.toString(), 'made-up')).gt).toBeUndefined()
    expect((await back(app, came.searchParams.toString(), '')).gt).toBeUndefined()
  })
})

describe('a provider that is away', () => {
  test('lets nobody in, and says what to do', async () => {
    const app = await appAt('http://127.0.0.1:9')
    const sent = await app.browser().get('/sign-in/organisation')
    expect([sent.status, sent.text.includes('tell your IT service desk')]).toEqual([503, true])
    const token = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify({ aud: CLIENT })).toString('base64url')}.x`
    expect((await app.browser().raw('/sign-in/organisation/ended', { logout_token: token })).status).toBe(503)
  })
})

describe('with a provider that lies', () => {
  type Lie = (claims: Record<string, unknown>) => Record<string, unknown>
  const key = (n: number) => ({ n, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) })
  const keys = [key(0), key(1)] as const
  let app: App
  let issuer: string
  let nonce = ''
  let lie: Lie = claims => claims
  let sign: { alg: string; key: KeyObject | null; kid: string }
  let published: readonly (typeof keys)[number][] = []
  const honest = { alg: 'RS256', key: keys[0].privateKey, kid: '0' }
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

  function token(address: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: address,
      aud: CLIENT,
      sub: 'amy',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'amy@thimble.example',
    }
    const said = `${base64({ alg: sign.alg, kid: sign.kid, typ: 'JWT' })}.${base64(lie(claims))}`
    return `${said}.${sign.key ? createSign('RSA-SHA256').update(said).sign(sign.key, 'base64url') : ''}`
  }

  beforeAll(async () => {
    issuer = await serving(address => (request, reply) => {
      reply.setHeader('content-type', 'application/json')
      const path = request.url?.split('?')[0]
      if (path === '/.well-known/openid-configuration')
        reply.end(
          JSON.stringify({
            issuer: address,
            authorization_endpoint: `${address}/auth`,
            token_endpoint: `${address}/token`,
            jwks_uri: `${address}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
        )
      else if (path === '/jwks')
        reply.end(
          JSON.stringify({
            keys: published.map(k => ({
              ...k.publicKey.export({ format: 'jwk' }),
              kid: String(k.n),
              use: 'sig',
              alg: 'RS256',
            })),
          }),
        )
      else
        reply.end(
          JSON.stringify({
            access_token: 'x',
            token_type: 'Bearer',
            expires_in: 60,
            id_token: token(address),
          }),
        )
    })
    app = await appAt(issuer)
  })
  beforeEach(async () => {
    lie = claims => claims
    sign = honest
    published = [keys[0]]
    await declare(app, cast.worker.id, 'amy@thimble.example')
  })

  async function come(query: (state: string) => string = state => `code=c&state=${state}`) {
    const { to, step } = await start(app)
    nonce = to.searchParams.get('nonce') ?? ''
    return await back(app, query(to.searchParams.get('state') ?? ''), step)
  }

  test('what is true is taken, to the minute that clocks may differ', async () => {
    expect((await come()).gt, reports.join()).toBeDefined()
    const now = Math.floor(Date.now() / 1000)
    lie = claims => ({ ...claims, iat: now + 30, exp: now + 300 })
    expect((await come()).gt, reports.at(-1)).toBeDefined()
    lie = claims => ({ ...claims, exp: now - 30 })
    expect((await come()).gt, reports.at(-1)).toBeDefined()
  })

  const now = () => Math.floor(Date.now() / 1000)
  const lies: readonly (readonly [string, Lie])[] = [
    ['another issuer', c => ({ ...c, iss: 'https://elsewhere.example' })],
    ['another audience', c => ({ ...c, aud: 'another' })],
    ['two audiences, and another party', c => ({ ...c, aud: [CLIENT, 'another'], azp: 'another' })],
    ['another nonce', c => ({ ...c, nonce: 'another' })],
    ['no nonce', ({ nonce: _, ...c }) => c],
    ['no subject', ({ sub: _, ...c }) => c],
    ['too old', c => ({ ...c, exp: now() - 300, iat: now() - 600 })],
    ['not yet', c => ({ ...c, nbf: now() + 600 })],
    ['no end', ({ exp: _, ...c }) => c],
    ['an address that is not verified', c => ({ ...c, email_verified: false })],
    ['no address', ({ email: _, ...c }) => c],
    ['an address that is no text', c => ({ ...c, email: { amy: true } })],
    ['the address of nobody', c => ({ ...c, email: 'nobody@thimble.example' })],
    ['a role, which is never read', c => ({ ...c, email: '', role: 'director', roles: ['director'] })],
  ]
  test.each(lies)('%s: nobody comes in', async (_, what) => {
    lie = what
    const sent = await come()
    expect([sent.status, sent.gt]).toEqual([422, undefined])
  })

  test.each([
    ['no signature', { alg: 'none', key: null, kid: '0' }],
    ['a key that is not published', { ...honest, key: keys[1].privateKey }],
    ['a key of another name', { ...honest, kid: '7' }],
    ['another kind of signature', { ...honest, alg: 'HS256' }],
  ])('%s: nobody comes in', async (_, how) => {
    sign = how
    expect((await come()).gt).toBeUndefined()
  })

  test('keys that the provider changed are taken at once, and the old ones no more', async () => {
    expect((await come()).gt).toBeDefined()
    published = [keys[1]]
    sign = { ...honest, key: keys[1].privateKey, kid: '1' }
    expect((await come()).gt).toBeDefined()
    sign = honest
    expect((await come()).gt).toBeUndefined()
  })

  test.each([
    ['another state', () => 'code=c&state=another'],
    ['no state', () => 'code=c'],
    ['an error', (state: string) => `error=access_denied&state=${state}`],
    ['nothing', () => ''],
    ['two codes', (state: string) => `code=c&code=d&state=${state}`],
  ])('%s: nobody comes in', async (_, query) => expect((await come(query)).gt).toBeUndefined())

  test('a session of an account that has ended is none', async () => {
    await app.store.db
      .updateTable('staff')
      .set({ working: false })
      .where('subject', '=', cast.worker.id)
      .execute()
    expect((await come()).text).toContain('This account has ended')
    await app.store.db
      .updateTable('staff')
      .set({ working: true })
      .where('subject', '=', cast.worker.id)
      .execute()
  })

  describe('of a session that ended there', () => {
    const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
    let made = 0
    const said = (): Record<string, unknown> => {
      made += 1
      const iat = now()
      return {
        iss: issuer,
        aud: CLIENT,
        iat,
        exp: iat + 120,
        jti: `t${made}`,
        sub: 'amy',
        events: { [EVENT]: {} },
      }
    }
    const sealed = (claims: object, head: object = {}, how: typeof sign = honest) => {
      const text = `${base64({ alg: how.alg, kid: how.kid, typ: 'logout+jwt', ...head })}.${base64(claims)}`
      return `${text}.${how.key ? createSign('RSA-SHA256').update(text).sign(how.key, 'base64url') : ''}`
    }
    const tell = async (logout_token: string) =>
      (await app.browser().raw('/sign-in/organisation/ended', { logout_token })).status
    const enter = async () => app.browser((await come()).gt)
    const isIn = async (client: Awaited<ReturnType<typeof enter>>) =>
      (await client.get('/help')).status === 200

    test('the truth is taken, once', async () => {
      const one = await enter()
      const token = sealed(said())
      expect([await tell(token), await isIn(one)]).toEqual([200, false])
      const two = await enter()
      expect([await tell(token), await isIn(two)]).toEqual([400, true])
      expect(reports.at(-1)).toContain('heard before')
      expect([await tell(sealed(said())), await isIn(two)]).toEqual([200, false])
      // Nobody of it is here: it is heard all the same.
      expect(await tell(sealed({ ...said(), sub: 'somebody else' }))).toBe(200)
    })

    test('only that session ends which it names, where it names one', async () => {
      lie = c => ({ ...c, sid: 'first' })
      const one = await enter()
      lie = c => ({ ...c, sid: 'second' })
      const two = await enter()
      const { sub: _, ...named } = said()
      expect(await tell(sealed({ ...named, sid: 'second' }))).toBe(200)
      expect([await isIn(one), await isIn(two)]).toEqual([true, false])
      expect(await tell(sealed({ ...said(), sub: 'another', sid: 'first' }))).toBe(200)
      expect(await isIn(one)).toBe(true)
      expect(await tell(sealed({ ...said(), sid: 'first' }))).toBe(200)
      expect(await isIn(one)).toBe(false)
    })

    const without = (name: string) => (c: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(c).filter(([k]) => k !== name))
    const untrue: readonly (readonly [string, Lie, object, Partial<typeof sign>])[] = [
      ['another issuer', c => ({ ...c, iss: 'https://elsewhere.example' }), {}, {}],
      ['another audience', c => ({ ...c, aud: 'another' }), {}, {}],
      ['a nonce, as an ID token has', c => ({ ...c, nonce: 'n' }), {}, {}],
      ['no event', without('events'), {}, {}],
      ['another event', c => ({ ...c, events: { 'https://elsewhere.example/event': {} } }), {}, {}],
      ['an event that is no object', c => ({ ...c, events: { [EVENT]: 'yes' } }), {}, {}],
      ['events as a list', c => ({ ...c, events: [EVENT] }), {}, {}],
      ['nobody and no session', without('sub'), {}, {}],
      ['a name that is no text', c => ({ ...c, sub: { amy: true } }), {}, {}],
      ['no number of its own', without('jti'), {}, {}],
      ['no moment', without('iat'), {}, {}],
      ['too old', c => ({ ...c, iat: now() - 600, exp: now() + 600 }), {}, {}],
      ['over', c => ({ ...c, iat: now() - 200, exp: now() - 100 }), {}, {}],
      ['typed as an ID token', c => c, { typ: 'JWT' }, {}],
      ['not typed', c => c, { typ: undefined }, {}],
      ['no signature', c => c, {}, { alg: 'none', key: null }],
      ['a key that is not published', c => c, {}, { key: keys[1].privateKey }],
      ['a shared secret', c => c, {}, { alg: 'HS256' }],
    ]
    test.each(untrue)('%s: nobody is signed out', async (_, what, head, how) => {
      const one = await enter()
      expect(await tell(sealed(what(said()), head, { ...honest, ...how }))).toBe(400)
      expect(await isIn(one)).toBe(true)
    })

    test('what is no token, or none for us, asks the provider nothing', async () => {
      for (const token of ['', 'x', 'a.b.c', sealed({ ...said(), aud: 'another' })])
        expect([token, await tell(token)]).toEqual([token, 400])
      expect((await app.browser().get('/sign-in/organisation/ended')).status).toBe(400)
    })
  })

  test('no token, code or secret stands in what is said or logged', async () => {
    lie = c => ({ ...c, aud: 'another' })
    await come()
    expect(reports.join()).not.toMatch(/eyJ|a secret between/)
  })
})
