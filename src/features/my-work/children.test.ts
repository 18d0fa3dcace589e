import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

const TEAM = 53
const names = Array.from({ length: TEAM }, (_, n) => `Weir${String(n).padStart(2, '0')}`)
const visit = (id: string, on: string) => given(id, 'statutory-visit', { visitedOn: day(on), seen: 'alone' })
const files = names.map((name, n) =>
  givenFile({
    name: ['Moss', name],
    worker: n < 3 ? cast.worker : cast.colleague,
    // The later visit was another child’s, and withdrawn.
    ...(n === 0
      ? {
          more: (id: string) => {
            const wrong = visit(id, '2026-02-20')
            return [
              visit(id, '2026-02-02'),
              wrong,
              given(id, 'withdrawal', { why: 'Another child.' }, { amends: wrong.id }),
            ]
          },
        }
      : {}),
  }),
)
const secret = givenFile({ name: ['Hidden', 'Weir'], worker: cast.colleague, named: [cast.colleague] })

let app: App
let manager: Client
beforeAll(async () => {
  app = await appWith(subjectsOf([...files, secret]), entriesOf([...files, secret]))
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const named = (html: string) =>
  linksOf(html)
    .map(l => l.text)
    .filter(text => /^Moss Weir/.test(text))

describe('the children of a team', () => {
  test('that has more than fit on a first page: it has the way to them', async () => {
    const home = await manager.get('/')
    const way = linksOf(home.html).find(l => l.text === `All ${TEAM} children of the team`)
    expect(way?.href).toBe('/children?whose=team')
    const first = await manager.get(way?.href ?? '')
    const second = await manager.get('/children?whose=team&page=2')
    expect(first.text).toContain(`${TEAM} children, by family name.`)
    expect([...named(first.html), ...named(second.html)]).toEqual(names.map(n => `Moss ${n}`))
    expect(named(second.html)).toHaveLength(TEAM - 50)
  })

  test('are those whom the reader may see, and no more are counted', async () => {
    const all = `${(await manager.get('/children?whose=team')).text}${(await manager.get('/')).text}`
    expect(all).not.toContain('Hidden')
    const theirs = await (await app.signInAs(cast.colleague)).get('/children')
    expect(theirs.text).toContain('Hidden Weir')
    expect(theirs.text).toContain(`${TEAM - 3 + 1} children`)
  })

  test('stand with the last visit that was not withdrawn, and with their worker', async () => {
    const rows = (await manager.get('/children')).text
    expect(rows).toMatch(/Moss Weir00\s*2 February 2026\s*Looked after\s*Amy Thistle/)
    expect(rows).toMatch(/Moss Weir05\s*None yet/)
    expect(rows).not.toContain('20 February 2026')
  })

  test('can be put in the order of their last visit: those whom nobody visited first', async () => {
    const way = linksOf((await manager.get('/children')).html).find(l => /longest since a visit/.test(l.text))
    const first = await manager.get(way?.href ?? '')
    const last = await manager.get(`${way?.href}&page=2`)
    expect(first.text).toContain('longest since a visit first')
    expect(named(first.html)[0]).toBe('Moss Weir01')
    expect(named(last.html).at(-1)).toBe('Moss Weir00')
    expect(new Set([...named(first.html), ...named(last.html)]).size).toBe(TEAM)
  })

  test('a page after the last says so, and leads back', async () => {
    const none = await manager.get('/children?page=9')
    expect(none.text).toContain('There are fewer than that')
    const back = linksOf(none.html).find(l => l.text === 'Go back to the first of them')
    expect(named((await manager.get(back?.href ?? '')).html)).toHaveLength(50)
    const other = await (await app.signInAs(cast.otherManager)).get('/children')
    expect(other.text).toContain('There is none.')
  })
})

test('who has few children has them on the first page', async () => {
  const amy = await (await app.signInAs(cast.worker)).get('/')
  expect(amy.text).toContain('All 3 children you work with')
  expect(named(amy.html).length).toBeGreaterThanOrEqual(3)
})
