import { Provider } from 'oidc-provider'
import { beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../../test/support/app.ts'
import { cast } from '../../../test/support/people.ts'
import { BASE, back, CLIENT, declare, organisation, SECRET, start } from './test-organisation.ts'

const { serving, appAt, reports } = organisation()

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
