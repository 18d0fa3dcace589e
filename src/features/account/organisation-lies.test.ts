import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../../test/support/app.ts'
import { cast } from '../../../test/support/people.ts'
import { back, CLIENT, declare, organisation, start } from './test-organisation.ts'

const { serving, appAt, reports } = organisation()

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
