import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

const supervised = givenFile({
  name: ['Fern', 'Pebble'],
  more: id => [
    given(id, 'assessment-begun', { on: day('2026-01-05'), kind: 'single', why: 'News of a move' }),
  ],
})
// Amy had this child until yesterday: now a worker of another team has.
const moved = givenFile({
  name: ['Moss', 'Weir'],
  more: id => [
    given(id, 'allocation', {
      from: day('2026-03-09'),
      as: 'worker',
      worker: cast.stranger.id,
      team: 'Elm',
    }),
  ],
})

let app: App
beforeAll(async () => {
  const files = [supervised, moved]
  app = await appWith(subjectsOf(files), entriesOf(files))
})
afterAll(async () => await app.close())

const waysTo = (html: string, code: string, type: string) =>
  linksOf(html).filter(l => l.href === `/child/${code}/record/${type}`)

test('what somebody’s role does not record is told, and no way to record it is offered', async () => {
  const mine = await (await app.signInAs(cast.worker)).get('/')
  expect(mine.text).toContain('Discuss the child in supervision')
  expect(waysTo(mine.html, supervised.code, 'case-supervision')).toEqual([])
  expect(waysTo(mine.html, supervised.code, 'statutory-visit').length).toBeGreaterThan(0)
  const team = await (await app.signInAs(cast.manager)).get('/')
  expect(waysTo(team.html, supervised.code, 'case-supervision').length).toBeGreaterThan(0)
})

test('a handover of a file that is closed since is reached in one press, which the log knows', async () => {
  const amy = await app.signInAs(cast.worker)
  const at = `/child/${moved.code}/handover`
  expect((await amy.get(at)).status).toBe(403)
  const way = linksOf((await amy.get('/')).html).find(l => l.href.startsWith(`/child/${moved.code}/reason`))
  expect(way?.text).toBe('Write the handover')
  const page = await amy.get(way?.href ?? '')
  const sent = await amy.send(page, way?.href ?? '', {})
  expect(sent.to).toBe(at)
  const form = await amy.follow(sent)
  expect([form.status, form.headings.some(h => h.startsWith('Handover'))]).toEqual([200, true])
  // Who has the child goes straight there.
  const theirs = await (await app.signInAs(cast.stranger)).get('/')
  expect(linksOf(theirs.html).map(l => l.href)).toContain(at)
  const log = await (await app.signInAs(cast.director)).get(`/child/${moved.code}/log`)
  expect(log.text).toContain('I was the child’s worker, and have the handover to write.')
})
