import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { idsOf, linksOf, problemsOf, textOf } from '../../test/support/html.ts'
import { cast } from '../../test/support/people.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf } from '../world.ts'
import { pages, publicPages } from './pages.ts'

let app: App
let server: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  app = await appWith()
  const settings = { profile: 'small', people: [{ id: cast.worker.id, says: 'Visits children.' }] }
  const house = await houseOf({ ...app.world, settings }, true)
  server = await buildServer(house, pages, publicPages, {
    secureCookies: false,
    loopbackOnly: true,
    behindProxy: false,
  })
})
afterAll(async () => {
  await server.close()
  await app.close()
})

const signIn = (fields: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('the demonstration', () => {
  test('offers its people, lets them in without a password, and says on every page what it is', async () => {
    const page = await server.inject('/sign-in')
    expect(textOf(page.body)).toContain('Amy Thistle Social worker, Oak. Visits children.')
    const sent = await signIn({ person: cast.worker.id })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/'])
    const cookie = String(sent.headers['set-cookie']).split(';')[0] ?? ''
    for (const url of ['/help', '/find', '/no-such-page', '/digest']) {
      const seen = await server.inject({ url, headers: { cookie } })
      expect(textOf(seen.body), url).toContain(
        'This is a demonstration. The council and everybody in it are invented.',
      )
    }
  })

  test.each([{ person: cast.director.id }, { person: '' }, {}])(
    'lets in nobody whom it does not offer: %o',
    async fields => {
      const sent = await signIn(fields)
      expect(sent.statusCode).toBe(422)
      expect(sent.headers['set-cookie']).toBeUndefined()
      const [problem] = problemsOf(sent.body)
      expect(problem?.text).toBe('Choose one of the people below.')
      expect(idsOf(sent.body).has(problem?.href.slice(1) ?? '')).toBe(true)
    },
  )

  test.each(['example.org', '192.0.2.7:3000', 'localhost.example.org', '127.0.0.1.example.org'])(
    'answers nothing under the name %s',
    async host => {
      for (const url of ['/sign-in', '/', '/health']) {
        const seen = await server.inject({ url, headers: { host } })
        expect(seen.statusCode, url).toBe(403)
        expect(seen.body).toContain('answers only on the machine it runs on')
        expect(linksOf(seen.body)).toEqual([])
      }
    },
  )

  test.each(['127.0.0.1:3000', 'localhost', 'localhost:8080', '[::1]:3000'])('answers under %s', async host =>
    expect((await server.inject({ url: '/sign-in', headers: { host } })).statusCode).toBe(200),
  )
})
