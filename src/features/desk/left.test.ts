import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { LEFT_SHOWN } from '../../store/queries/work-parts.ts'

// What managers left unsigned for four weeks, as those who are over them see it: placements of January too. The clocks went
// forward on 29 March 2026.

const fields = knownRecordType('assessment').fields
const answers = Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.kind.example]))
const assessed = (child: string, recorded: string) =>
  given(child, 'assessment', answers, { author: cast.worker.id, recorded: recorded as Instant })

const ours = givenFile({ name: ['Alder', 'Brook'] })
const theirs = givenFile({ name: ['Birch', 'Hill'], worker: cast.stranger })
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.nights] })
const files = [ours, theirs, secret]

let app: App
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  app.at('2026-05-10T11:00:00.000Z')
  await app.write(
    [],
    [
      // Half past eleven in the evening of 11 April in London, and half past midnight of the twelfth.
      assessed(ours.subject.id, '2026-04-11T22:30:00.000Z'),
      assessed(ours.subject.id, '2026-04-11T23:30:00.000Z'),
      assessed(theirs.subject.id, '2026-04-01T12:00:00.000Z'),
      assessed(secret.subject.id, '2026-04-01T12:00:00.000Z'),
    ],
  )
})
afterAll(async () => await app.close())

const left = (html: string) => linksOf(html).filter(l => l.text.startsWith('Assessment')).length

test('a director is told on the first page, and the desk has all of it by team', async () => {
  const director = await app.signInAs(cast.director)
  const home = await director.get('/')
  expect(home.text).toContain('Managers have left 4 of them unsigned for four weeks.')
  expect(home.text).not.toContain('Zephyrine')
  const desk = await director.get('/desk')
  const way = linksOf(desk.html).find(l => l.href === '/desk/left')
  expect(way?.text).toBe('4 Left unsigned for four weeks')
  expect(desk.text).toContain('oldest')
  const byTeam = linksOf(desk.html).filter(l => l.href.startsWith('/desk/left?team='))
  expect(byTeam.map(l => [l.href, l.text])).toEqual([
    ['/desk/left?team=Elm', '2 left unsigned for four weeks, Elm'],
    ['/desk/left?team=Oak', '2 left unsigned for four weeks, Oak'],
  ])
  expect(left((await director.get('/desk/left')).html)).toBe(2)
  expect(left((await director.get('/desk/left?team=Oak')).html)).toBe(1)
})

test('a manager has what is theirs to sign, whenever it was written, and no other number', async () => {
  const manager = await app.signInAs(cast.manager)
  expect((await manager.get('/')).text).not.toContain('left unsigned')
  const desk = await manager.get('/desk')
  expect(linksOf(desk.html).map(l => l.href)).not.toContain('/desk/left')
  expect(left((await manager.get('/desk/unsigned')).html)).toBe(2)
})

test('of thousands the first page has those that wait longest, and says that there are more', async () => {
  const many = Array.from({ length: LEFT_SHOWN }, (_, i) =>
    assessed(theirs.subject.id, `2026-04-02T12:${String(i % 60).padStart(2, '0')}:00.000Z`),
  )
  await app.write([], many)
  const home = await (await app.signInAs(cast.director)).get('/')
  expect(home.text).toMatch(/At least \d+ things to do/)
  expect(home.text).toContain(`these are the ${LEFT_SHOWN} that have waited longest`)
  const desk = await (await app.signInAs(cast.director)).get('/desk')
  expect(linksOf(desk.html).find(l => l.href === '/desk/left')?.text).toMatch(
    new RegExp(`^${LEFT_SHOWN + 4} `),
  )
})
