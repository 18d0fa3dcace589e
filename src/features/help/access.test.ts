import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { grants } from '../../domain/access/grants.ts'

let app: App
let amy: Client
beforeAll(async () => {
  app = await appWith()
  amy = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const linesOn = (html: string) =>
  linksOf(html)
    .map(l => l.href)
    .filter(h => h.startsWith('/help/access/'))

test('somebody sees what their own role may, and finds any other by words', async () => {
  const own = await amy.get('/help/access')
  const mine = new Set(grants.filter(g => g.role === 'social-worker').map(g => g.action))
  expect(linesOn(own.html).toSorted()).toEqual(
    [...mine].map(a => `/help/access/social-worker/${a}`).toSorted(),
  )
  expect(linesOn((await amy.get('/help/access?q=nurse+write')).html)).toEqual([
    '/help/access/looked-after-nurse/record-part',
  ])
  const none = await amy.get('/help/access?role=elected-member&q=sign+off')
  expect(linesOn(none.html)).toEqual([])
  expect(none.text).toContain('so it is refused')
})

test('each line opens into its conditions, and a refusal into words', async () => {
  const line = await amy.get('/help/access/virtual-head/record-part')
  expect(line.text).toContain('the child is looked after')
  expect(line.text).toContain('Personal adviser')
  expect((await amy.get('/help/access/elected-member/open')).text).toContain(
    'No. No line of the table says so',
  )
  for (const path of ['/help/access/nobody/open', '/help/access/director/toString'])
    expect((await amy.get(path)).status, path).toBe(404)
})
